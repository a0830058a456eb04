import { app } from 'electron'

/** Desktops for which Chromium picks a key store by itself. */
const knownDesktops = /gnome|unity|cinnamon|pantheon|deepin|ukui|xfce|kde|plasma|lxqt/i

/**
 * On a Linux desktop that Chromium does not know it would not even ask for a key
 * store and would use a fixed key. A Secret Service may well be running there, so it
 * is asked for by name; whether it really answers is found out later, by a probe.
 * Call before the app is ready. A choice on the command line wins.
 */
export function chooseKeyStore(environment: NodeJS.ProcessEnv): void {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('password-store')) return
  const desktop = environment['XDG_CURRENT_DESKTOP'] ?? ''
  if (!knownDesktops.test(desktop))
    app.commandLine.appendSwitch('password-store', 'gnome-libsecret')
}
