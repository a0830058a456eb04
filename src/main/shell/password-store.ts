import { app } from 'electron'
import { isKnownDesktop } from './known-desktops.ts'

/**
 * On a Linux desktop that Chromium does not know it would not even ask for a key
 * store and would use a fixed key. A Secret Service may well be running there, so it
 * is asked for by name; whether it really answers is found out later, by a probe.
 * Call before the app is ready. A choice on the command line wins.
 */
export function chooseKeyStore(environment: NodeJS.ProcessEnv): void {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('password-store')) return
  if (isKnownDesktop(environment['XDG_CURRENT_DESKTOP'])) return
  app.commandLine.appendSwitch('password-store', 'gnome-libsecret')
}
