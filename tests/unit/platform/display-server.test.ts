import { describe, expect, test } from 'vitest'
import {
  copiesFromWindowOnly,
  type DisplayServer,
  displayServerOf,
  hasWindowPosition,
  idleTimeOn,
  paintsWhileHidden,
} from '../../../src/main/platform/display-server.ts'

type Values = Readonly<Record<string, string>>

function serverWith(electron: number, environment: Values, switches: Values = {}): DisplayServer {
  return displayServerOf({
    platform: 'linux',
    switchValue: (name) => switches[name] ?? '',
    environment,
    electron,
  })
}

const waylandSession = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }
const xSession = { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }

describe('the display server', () => {
  test.each<readonly [number, Values, Values, DisplayServer]>([
    [45, waylandSession, {}, 'wayland'],
    [38, waylandSession, {}, 'wayland'],
    [45, { WAYLAND_DISPLAY: 'wayland-1' }, {}, 'wayland'],
    [45, waylandSession, { 'ozone-platform': 'auto' }, 'wayland'],
    // The hint has no effect any more.
    [45, waylandSession, { 'ozone-platform-hint': 'x11' }, 'wayland'],
    [45, waylandSession, { 'ozone-platform': 'x11' }, 'x11-on-wayland'],
    [33, waylandSession, {}, 'x11-on-wayland'],
    [33, waylandSession, { 'ozone-platform': 'wayland' }, 'wayland'],
    [33, waylandSession, { 'ozone-platform-hint': 'auto' }, 'wayland'],
    [33, { ...waylandSession, ELECTRON_OZONE_PLATFORM_HINT: 'wayland' }, {}, 'wayland'],
    [45, xSession, {}, 'x11'],
    [33, xSession, {}, 'x11'],
    // A nested compositor on an X11 desktop.
    [45, { ...xSession, WAYLAND_DISPLAY: 'wayland-1' }, {}, 'x11'],
    [45, xSession, { 'ozone-platform': 'wayland' }, 'wayland'],
    // A compositor that was started from a terminal, with an X server and without.
    [45, { XDG_SESSION_TYPE: 'tty', WAYLAND_DISPLAY: 'wayland-1' }, {}, 'wayland'],
    [
      45,
      { XDG_SESSION_TYPE: 'tty', WAYLAND_DISPLAY: 'wayland-1', DISPLAY: ':0' },
      {},
      'x11-on-wayland',
    ],
    [45, {}, {}, 'x11'],
  ])('of Electron %i with %j and %j is %s', (electron, environment, switches, expected) => {
    expect(serverWith(electron, environment, switches)).toBe(expected)
  })

  test.each(['darwin', 'win32'] as const)('is none of these on %s', (platform) => {
    const surroundings = {
      platform,
      switchValue: () => '',
      environment: waylandSession,
      electron: 45,
    }
    expect(displayServerOf(surroundings)).toBe('not-linux')
  })
})

describe('the idle time', () => {
  const desktopNamed = (name: string | undefined) =>
    name === undefined ? {} : { XDG_CURRENT_DESKTOP: name }

  test('is known on a desktop whose name Electron has written over', () => {
    const environment = {
      XDG_CURRENT_DESKTOP: 'Unity',
      ORIGINAL_XDG_CURRENT_DESKTOP: 'ubuntu:GNOME',
    }
    expect(idleTimeOn('wayland', environment)).toBe('known')
  })

  test.each(['GNOME', 'ubuntu:GNOME', 'KDE', 'kde', 'GNOME-Classic:GNOME'])(
    'is known under Wayland on %s',
    (desktop) => expect(idleTimeOn('wayland', { XDG_CURRENT_DESKTOP: desktop })).toBe('known'),
  )

  test.each(['sway', 'Hyprland', 'niri', 'COSMIC', 'XFCE', 'wlroots', '', undefined])(
    'is never reported under Wayland on %j',
    (desktop) => expect(idleTimeOn('wayland', desktopNamed(desktop))).toBe('never-reported'),
  )

  test('is unreliable for an X11 program on a Wayland desktop, on GNOME too', () => {
    expect(idleTimeOn('x11-on-wayland', { XDG_CURRENT_DESKTOP: 'GNOME' })).toBe('unreliable')
  })

  test('is known elsewhere', () => {
    expect(idleTimeOn('x11', { XDG_CURRENT_DESKTOP: 'i3' })).toBe('known')
    expect(idleTimeOn('not-linux', {})).toBe('known')
  })
})

test('a text reaches other programs without our window on X11, macOS and Windows alone', () => {
  const servers = ['wayland', 'x11-on-wayland', 'x11', 'not-linux'] as const
  expect(servers.map(copiesFromWindowOnly)).toEqual([true, true, false, false])
})

test('a hidden window is not waited for on any Wayland desktop', () => {
  const servers = ['wayland', 'x11-on-wayland', 'x11', 'not-linux'] as const
  expect(servers.map(paintsWhileHidden)).toEqual([false, false, true, true])
})

test('the position of a window is not known under Wayland alone', () => {
  const servers = ['wayland', 'x11-on-wayland', 'x11', 'not-linux'] as const
  expect(servers.map(hasWindowPosition)).toEqual([false, true, true, true])
})
