import type { MenuLine, TrayParts, TrayPort } from '../../../src/main/tray/ports.ts'

/** A tray that a test looks into. */
export function createFakeTrayPort(isMadeAhead = true) {
  const made: (readonly MenuLine[])[] = []
  const tooltips: string[] = []
  let tell: (isThere: boolean) => void = () => {}
  let parts: TrayParts | null = null

  const port: TrayPort = {
    isMadeAhead,
    watch: (listener) => {
      tell = listener
      return () => {
        tell = () => {}
      }
    },
    create: (wanted) => {
      parts = wanted
      return {
        update: (tooltip) => {
          tooltips.push(tooltip)
          if (isMadeAhead) made.push(wanted.menu())
        },
        remove: () => {
          parts = null
        },
      }
    },
  }
  return {
    port,
    /** The menus that were made ahead. */
    made,
    tooltips,
    appear: () => tell(true),
    vanish: () => tell(false),
    isShown: () => parts !== null,
    /** What the user reads who opens the menu now. */
    labels: () =>
      ((isMadeAhead ? made.at(-1) : parts?.menu()) ?? []).flatMap((line) =>
        line.kind === 'line' ? [line.label] : [],
      ),
  }
}
