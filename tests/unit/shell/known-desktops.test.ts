import { expect, test } from 'vitest'
import { isKnownDesktop } from '../../../src/main/shell/known-desktops.ts'

test.each(['GNOME', 'ubuntu:GNOME', 'KDE', 'XFCE', 'X-Cinnamon', 'Unity'])(
  'on %s Chromium picks the key store',
  (desktop) => {
    expect(isKnownDesktop(desktop)).toBe(true)
  },
)

test.each(['LXQt', 'i3', 'sway', 'Hyprland', '', undefined])(
  'on %j the Secret Service has to be asked for by name',
  (desktop) => {
    expect(isKnownDesktop(desktop)).toBe(false)
  },
)
