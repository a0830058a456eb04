import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { lockKey } from '../../shared/window.ts'
import type { Translate } from '../i18n/i18n.ts'

type Items = MenuItemConstructorOptions[]

const line = { type: 'separator' } as const

/**
 * Sets a plain menu of the system's own roles, and *Lock now*; developer tools only while
 * developing. Electron's own labels are English, so every role gets ours.
 */
export function setUpMenu(t: Translate, lock: () => void): void {
  const isMac = process.platform === 'darwin'
  const lockNow = {
    id: 'lock',
    label: t('menu.lockNow'),
    accelerator: `CmdOrCtrl+${lockKey}`,
    click: lock,
  }
  const template: Items = [
    ...(isMac ? [{ label: app.name, submenu: appItems(t) }] : []),
    {
      label: t('menu.file'),
      submenu: isMac
        ? [lockNow, { role: 'close', label: t('menu.close') }]
        : [lockNow, line, { role: 'quit', label: t('menu.exit') }],
    },
    { label: t('menu.edit'), submenu: editItems(t, isMac) },
    { label: t('menu.view'), submenu: viewItems(t) },
    // On a Mac this role makes it the menu that lists the windows.
    { role: 'windowMenu', label: t('menu.window'), submenu: windowItems(t, isMac) },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Returns the menu that a Mac has under the app's name. */
function appItems(t: Translate): Items {
  const named = { app: app.name }
  return [
    { role: 'about', label: t('menu.about', named) },
    line,
    { role: 'services', label: t('menu.services') },
    line,
    { role: 'hide', label: t('menu.hide', named) },
    { role: 'hideOthers', label: t('menu.hideOthers') },
    { role: 'unhide', label: t('menu.showAll') },
    line,
    { role: 'quit', label: t('menu.quit', named) },
  ]
}

function editItems(t: Translate, isMac: boolean): Items {
  return [
    { role: 'undo', label: t('menu.undo') },
    { role: 'redo', label: t('menu.redo') },
    line,
    { role: 'cut', label: t('menu.cut') },
    { role: 'copy', label: t('menu.copy') },
    { role: 'paste', label: t('menu.paste') },
    ...(isMac ? [{ role: 'pasteAndMatchStyle' as const, label: t('menu.pasteAsText') }] : []),
    { role: 'delete', label: t('menu.delete') },
    ...(isMac ? [] : [line]),
    { role: 'selectAll', label: t('menu.selectAll') },
  ]
}

function viewItems(t: Translate): Items {
  return [
    { role: 'resetZoom', label: t('menu.actualSize') },
    { role: 'zoomIn', label: t('menu.zoomIn') },
    { role: 'zoomOut', label: t('menu.zoomOut') },
    { role: 'togglefullscreen', label: t('menu.fullScreen') },
    ...(app.isPackaged
      ? []
      : [
          line,
          { role: 'reload' as const, label: t('menu.reload') },
          { role: 'toggleDevTools' as const, label: t('menu.developerTools') },
        ]),
  ]
}

function windowItems(t: Translate, isMac: boolean): Items {
  return [
    { role: 'minimize', label: t('menu.minimize') },
    { role: 'zoom', label: t('menu.zoom') },
    ...(isMac
      ? [line, { role: 'front' as const, label: t('menu.front') }]
      : [{ role: 'close' as const, label: t('menu.close') }]),
  ]
}
