import type { App } from 'electron'

/** Desktops for which Chromium picks a key store. LXQt is not among them. */
const known = /gnome|unity|cinnamon|pantheon|deepin|ukui|xfce|kde|plasma/i

/** Returns true if Chromium picks a key store for this `XDG_CURRENT_DESKTOP`. */
export function isKnownDesktop(desktop: string | undefined): boolean {
  return known.test(desktop ?? '')
}

/**
 * Names the Secret Service as key store on a Linux desktop that Chromium does not know, where it
 * would use a fixed key without asking. A probe finds out later if the service answers. A choice
 * on the command line wins. Call before the app is ready.
 */
export function chooseKeyStore(
  { commandLine }: Pick<App, 'commandLine'>,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): void {
  if (platform !== 'linux' || commandLine.hasSwitch('password-store')) return
  if (isKnownDesktop(environment['XDG_CURRENT_DESKTOP'])) return
  commandLine.appendSwitch('password-store', 'gnome-libsecret')
}
