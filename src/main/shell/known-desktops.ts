/** Desktops for which Chromium picks a key store by itself. LXQt is not among them. */
const known = /gnome|unity|cinnamon|pantheon|deepin|ukui|xfce|kde|plasma/i

/** Whether Chromium picks a key store for this `XDG_CURRENT_DESKTOP`. */
export function isKnownDesktop(desktop: string | undefined): boolean {
  return known.test(desktop ?? '')
}
