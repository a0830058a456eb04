import { expect, test } from 'vitest'
import { chooseKeyStore, isKnownDesktop } from '../../../src/main/shell/password-store.ts'

test.each(['GNOME', 'ubuntu:GNOME', 'KDE', 'XFCE', 'X-Cinnamon', 'Unity'])(
  'on %s Chromium picks the key store',
  (desktop) => {
    expect(isKnownDesktop(desktop)).toBe(true)
  },
)

test.each(['LXQt', 'i3', 'sway', 'Hyprland', '', undefined])(
  'on %j Chromium picks none',
  (desktop) => {
    expect(isKnownDesktop(desktop)).toBe(false)
  },
)

/** Returns the value that the app gives to the switch. */
function chosen(platform: NodeJS.Platform, desktop: string, own?: string) {
  const switches = new Map(own === undefined ? [] : [['password-store', own]])
  const commandLine = {
    hasSwitch: (name: string) => switches.has(name),
    appendSwitch: (name: string, value: string) => void switches.set(name, value),
  }
  const app = { commandLine } as unknown as Parameters<typeof chooseKeyStore>[0]
  chooseKeyStore(app, platform, { XDG_CURRENT_DESKTOP: desktop })
  return switches.get('password-store')
}

test('the Secret Service is named on Linux where Chromium picks no key store', () => {
  expect(chosen('linux', 'sway')).toBe('gnome-libsecret')
  expect(chosen('linux', 'GNOME')).toBeUndefined()
  expect(chosen('darwin', 'sway')).toBeUndefined()
})

test('a choice on the command line wins', () => {
  expect(chosen('linux', 'sway', 'basic')).toBe('basic')
})
