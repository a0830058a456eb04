import type { App } from 'electron'

interface Start {
  /** Of the running process: its program, without arguments. */
  readonly execPath: string
  /** The arguments after the program. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Returns the file that starts this app where that is not the running program: an AppImage and the
 * portable program of Windows unpack that into a folder which is gone when it ends.
 */
export function unpackedFrom({ execPath, env }: Omit<Start, 'args'>): string | undefined {
  const { APPIMAGE: image, APPDIR: folder, PORTABLE_EXECUTABLE_FILE: portable } = env
  if (portable) return portable
  // Programs that an AppImage starts, such as a terminal, inherit its variables.
  const isFromImage = folder && execPath.startsWith(`${folder.replace(/\/+$/, '')}/`)
  return isFromImage ? image : undefined
}

/**
 * Ends the app and starts it again with its arguments. `inStartFolder` runs its argument in the
 * folder in which the app was started: paths among the arguments may be relative to it.
 */
export function restart(
  app: Pick<App, 'relaunch' | 'quit'>,
  { execPath, args, env }: Start,
  inStartFolder: (work: () => void) => void,
): void {
  const program = unpackedFrom({ execPath, env })
  inStartFolder(() => {
    if (program === undefined) app.relaunch()
    else app.relaunch({ execPath: program, args: [...args] })
  })
  app.quit()
}
