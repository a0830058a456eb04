import { BrowserWindow } from 'electron'

// The built app as it is, whose window can be hidden from outside.

process.on('SIGUSR2', () => {
  for (const window of BrowserWindow.getAllWindows()) window.hide()
})
await import(new URL('../../../out/main/index.cjs', import.meta.url).href)
