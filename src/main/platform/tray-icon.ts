import path from 'node:path'
import { Menu, type MenuItemConstructorOptions, Tray } from 'electron'
import type { MenuLine, TrayIcon, TrayParts, TrayPort } from '../tray/ports.ts'
import { watchTrayHost } from './tray-host.ts'

const pictures: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'tray.ico',
  // A template image, which the system adapts to its menu bar.
  darwin: 'trayTemplate.png',
}

/** The build copies the images beside the scripts. */
const picture = path.join(import.meta.dirname, 'tray', pictures[process.platform] ?? 'tray.png')

function itemOf(line: MenuLine): MenuItemConstructorOptions {
  if (line.kind === 'separator') return { type: 'separator' }
  const { label, click } = line
  // A single & underlines the next letter.
  const text = process.platform === 'darwin' ? label : label.replaceAll('&', '&&')
  return click === undefined ? { label: text, enabled: false } : { label: text, click }
}

const build = (lines: readonly MenuLine[]) => Menu.buildFromTemplate(lines.map(itemOf))

/** On Linux, the desktop shows the menu without notice, so it must be ready. */
const isMadeAhead = process.platform === 'linux'

function create({ menu, open }: TrayParts): TrayIcon {
  const tray = new Tray(picture)
  const popUp = () => tray.popUpContextMenu(build(menu()))
  // In a menu bar, a click shows the menu; elsewhere it opens the window.
  tray.on('click', process.platform === 'darwin' ? popUp : open)
  if (!isMadeAhead) tray.on('right-click', popUp)
  return {
    update: (tooltip) => {
      tray.setToolTip(tooltip)
      if (isMadeAhead) tray.setContextMenu(build(menu()))
    },
    remove: () => tray.destroy(),
  }
}

/** Returns Electron's tray; on Linux only if the desktop has one. */
export function createTrayPort(): TrayPort {
  return {
    isMadeAhead,
    create,
    watch: (listener) => {
      if (process.platform === 'linux') return watchTrayHost(listener)
      listener(true)
      return () => {}
    },
  }
}
