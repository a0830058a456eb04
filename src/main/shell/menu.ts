import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { lockKey } from '../../shared/menu-keys.ts'

/** A plain menu of the system's own roles, and *Lock now*; developer tools only while developing. */
export function setUpMenu(lock: () => void): void {
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ]
  if (!app.isPackaged)
    view.push({ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' })
  const isMac = process.platform === 'darwin'
  const lockNow = {
    id: 'lock',
    label: 'Lock now',
    accelerator: `CmdOrCtrl+${lockKey}`,
    click: lock,
  }
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: isMac
        ? [lockNow, { role: 'close' }]
        : [lockNow, { type: 'separator' }, { role: 'quit' }],
    },
    { role: 'editMenu' },
    { label: 'View', submenu: view },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
