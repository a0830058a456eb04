import { app, BrowserWindow } from 'electron'

// The least that an Electron app can be: one sandboxed window with a static page.

function open() {
  const window = new BrowserWindow({ width: 1180, height: 860, webPreferences: { sandbox: true } })
  process.on('SIGUSR2', () => window.hide())
  void window.loadFile('index.html')
}

void app.whenReady().then(open)
