import { execFile, execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { undoAtExit } from '../../../build/cleanup.mjs'
import { startDaemon } from '../../../build/daemon.mjs'

const execute = promisify(execFile)

/** A Wayland desktop without a screen, and the programs of a person who uses it. */
export interface Compositor {
  /** Added to the environment of a program that opens its window there. */
  readonly env: NodeJS.ProcessEnv
  /** Presses keys by their XKB names, one after the other, in the window that has the focus. */
  press(...keys: readonly string[]): Promise<void>
  /** The text that another program pastes; empty where there is none. */
  paste(): Promise<string>
  /** Another program copies a text. */
  copy(text: string): Promise<void>
  /** Takes every window away, as minimizing does on other desktops. */
  minimizeAll(): Promise<void>
  /** The application that has the focus, by its id; `null`: none. */
  focusedApp(): Promise<string | null>
  end(): Promise<void>
}

/** Sway refuses to run as root, so it runs as the user who owns nothing. */
function identity(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (kind: string) => Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('--user'), gid: idOf('--group') }
}

interface Node {
  readonly focused: boolean
  readonly app_id?: string | null
  readonly nodes: readonly Node[]
  readonly floating_nodes: readonly Node[]
}

function focusedIn(node: Node): Node | undefined {
  if (node.focused) return node
  for (const child of [...node.nodes, ...node.floating_nodes]) {
    const found = focusedIn(child)
    if (found !== undefined) return found
  }
  return undefined
}

/** Windows keep the size that they ask for. Descriptor 3 is where `startDaemon` waits for a line. */
const configuration = `
output * resolution 1440x1000
xwayland disable
for_window [app_id=".*"] floating enable
exec sh -c 'echo "$WAYLAND_DISPLAY" >&3'
`

/** Starts Sway without a screen, and a keyboard: without one no window gets a serial of its input. */
export async function startCompositor(): Promise<Compositor> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wayland-'))
  const removal = undoAtExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const user = identity()
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const file = path.join(folder, 'config')
  writeFileSync(file, configuration, { mode: 0o644 })
  const base = { PATH: process.env['PATH'], HOME: folder, XDG_RUNTIME_DIR: folder }
  const socket = path.join(folder, 'sway.sock')
  const sway = await startDaemon('sway', ['--config', file], {
    env: {
      ...base,
      SWAYSOCK: socket,
      WLR_BACKENDS: 'headless',
      WLR_RENDERER: 'pixman',
      WLR_LIBINPUT_NO_DEVICES: '1',
    },
    announces: true,
    ...(user === undefined ? {} : { user }),
  })
  const display = path.join(folder, sway.announcement)
  const env = { WAYLAND_DISPLAY: display, XDG_SESSION_TYPE: 'wayland' }
  const programs = { env: { ...base, ...env, SWAYSOCK: socket }, timeout: 20_000 }
  const hour = 3_600_000
  const keyboard = await startDaemon('wtype', ['-s', String(hour)], { env: programs.env })
  const command = (...args: readonly string[]) => execute('swaymsg', args, programs)
  const copied: { end(): Promise<void> }[] = []

  return {
    env,
    press: async (...keys) => {
      await execute(
        'wtype',
        keys.flatMap((key) => ['-k', key]),
        programs,
      )
    },
    paste: async () => {
      try {
        return (await execute('wl-paste', ['--no-newline'], programs)).stdout
      } catch (error) {
        // It fails where nothing was copied.
        if (error instanceof Error && /No selection|Nothing is copied/.test(error.message))
          return ''
        throw error
      }
    },
    copy: async (text) => {
      // It stays in the background to give the text out.
      copied.push(await startDaemon('wl-copy', ['--foreground', text], { env: programs.env }))
    },
    minimizeAll: async () => {
      await command('[app_id=".*"] move scratchpad')
    },
    focusedApp: async () => {
      const { stdout } = await command('--type', 'get_tree', '--raw')
      return focusedIn(JSON.parse(stdout) as Node)?.app_id ?? null
    },
    end: async () => {
      for (const each of copied) await each.end()
      await keyboard.end()
      await sway.end()
      removal.now()
    },
  }
}
