import type { IdleTime } from '../../shared/desktop.ts'

/** `x11-on-wayland`: an X11 program on a Wayland desktop, which can't see other windows' input. */
export type DisplayServer = 'wayland' | 'x11-on-wayland' | 'x11' | 'not-linux'

export interface DisplaySurroundings {
  readonly platform: NodeJS.Platform
  /** Value of a command-line switch; empty if it is absent. */
  readonly switchValue: (name: string) => string
  readonly environment: NodeJS.ProcessEnv
  /** The major version of Electron. */
  readonly electron: number
}

/** Electron takes Wayland in a Wayland session from this version on; before, only if asked to. */
const choosesWaylandSince = 38

/**
 * Returns the platform that the switches name; nothing if they leave the choice to Electron, which
 * then adds its choice to them in the versions that choose (electron_main_delegate.cc).
 */
function chosen({ switchValue, environment, electron }: DisplaySurroundings): string | undefined {
  const platform = switchValue('ozone-platform')
  if (platform !== '' && platform !== 'auto') return platform
  if (electron >= choosesWaylandSince) return undefined
  const hint = switchValue('ozone-platform-hint') || environment['ELECTRON_OZONE_PLATFORM_HINT']
  return hint === 'auto' ? undefined : (hint ?? 'x11')
}

/** Returns what draws the window. Electron has chosen before any of our code runs. */
export function displayServerOf(surroundings: DisplaySurroundings): DisplayServer {
  const { platform, environment } = surroundings
  if (platform !== 'linux') return 'not-linux'
  const {
    XDG_SESSION_TYPE: session,
    WAYLAND_DISPLAY: waylandDisplay,
    DISPLAY: display,
  } = environment
  const hasWayland = session === 'wayland' || (session !== 'x11' && Boolean(waylandDisplay))
  const isWaylandTaken = session === 'wayland' || (hasWayland && !display)
  const name = chosen(surroundings) ?? (isWaylandTaken ? 'wayland' : 'x11')
  if (name === 'wayland') return 'wayland'
  return hasWayland ? 'x11-on-wayland' : 'x11'
}

/** Desktops whose compositor reports to Chromium for how long there was no input. */
const reportsIdleTime = /(^|:)(gnome|kde)(:|$)/i

/**
 * Returns whether the idle time of the system can be relied on. A Wayland compositor reports it
 * through KWin's protocol or Mutter's D-Bus service, or Chromium always reads 0. An X11 program on
 * a Wayland desktop sees only the input of X11 windows.
 */
export function idleTimeOn(server: DisplayServer, environment: NodeJS.ProcessEnv): IdleTime {
  if (server === 'x11-on-wayland') return 'unreliable'
  if (server !== 'wayland') return 'known'
  // Electron writes over the name of some desktops before its version 38, and keeps it here.
  const desktop = environment['ORIGINAL_XDG_CURRENT_DESKTOP'] ?? environment['XDG_CURRENT_DESKTOP']
  return reportsIdleTime.test(desktop ?? '') ? 'known' : 'never-reported'
}

/**
 * Returns whether other programs get a copied text only if it was copied by a click or a key in our
 * window. A compositor takes a selection from the client that has the keyboard focus, and with the
 * serial of an input event; Chromium keeps what it wrote nevertheless and reads it back. X11 programs
 * reach a Wayland desktop's clipboard only while one of their windows has the focus.
 */
export function copiesFromWindowOnly(server: DisplayServer): boolean {
  return server === 'wayland' || server === 'x11-on-wayland'
}

/**
 * Returns whether a hidden window paints, and says when it is ready to be shown. Under Wayland it has
 * no surface before it is shown (https://github.com/electron/electron/issues/48859).
 */
export function paintsWhileHidden(server: DisplayServer): boolean {
  return server !== 'wayland' && server !== 'x11-on-wayland'
}

/** Returns whether a window can know and choose its position. Under Wayland the compositor does. */
export function hasWindowPosition(server: DisplayServer): boolean {
  return server !== 'wayland'
}

/** The properties of a desktop that decide about the window, copying and idle time. */
export interface Desktop {
  readonly isWayland: boolean
  readonly hasWindowPosition: boolean
  readonly paintsWhileHidden: boolean
  readonly copiesFromWindowOnly: boolean
  readonly idleTime: IdleTime
}

/** Returns the properties of the desktop that draws the window. */
export function desktopOf(surroundings: DisplaySurroundings): Desktop {
  const server = displayServerOf(surroundings)
  return {
    isWayland: server === 'wayland',
    hasWindowPosition: hasWindowPosition(server),
    paintsWhileHidden: paintsWhileHidden(server),
    copiesFromWindowOnly: copiesFromWindowOnly(server),
    idleTime: idleTimeOn(server, surroundings.environment),
  }
}
