import path from 'node:path'
import { app, dialog, Menu, protocol } from 'electron'
import { setPipesAside } from './platform/browser-files.ts'
import { currentFolder, leaveMemoryOutOfDumps, leavePlaceOfDumps } from './platform/core-dumps.ts'
import { speakHttp1Only } from './platform/http.ts'
import { createLog } from './platform/log.ts'
import { nameNotifications } from './platform/notifications.ts'
import { quieten } from './platform/quiet-process.ts'
import { run } from './run.ts'
import { registerAppScheme } from './shell/app-protocol.ts'
import { denyNavigation, presentNoCertificates, refuseDnsPrefetch } from './shell/lock-down.ts'
import { createOpenedFiles } from './shell/opened-files.ts'
import { onPageError } from './shell/page-channel.ts'
import { chooseKeyStore } from './shell/password-store.ts'
import { mayStart } from './shell/start-check.ts'

leaveMemoryOutOfDumps()
if (mayStart(app, dialog)) start()

function start(): void {
  setPipesAside(app.getPath('userData'))
  const log = createLog(path.join(app.getPath('userData'), 'log.jsonl'))
  quieten(process, log)
  app.on('web-contents-created', (_event, contents) => {
    // The process of a page is not forked from this one. At `dom-ready` it holds no secret yet.
    contents.on('dom-ready', () => leaveMemoryOutOfDumps(contents.getOSProcessId()))
  })
  onPageError(() => log.incident('page', undefined))
  prepareBeforeReady()
  const openedFiles = createOpenedFiles(process.argv.slice(1), currentFolder() ?? path.sep)
  const inStartFolder = leavePlaceOfDumps()
  // From the first moment: macOS reports a file before the app is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault()
    openedFiles.add(file)
  })
  if (!app.requestSingleInstanceLock(openedFiles.handOver)) {
    app.quit()
    return
  }
  // Not awaited: Electron is not ready before this module has been evaluated.
  app
    .whenReady()
    .then(() => run(log, openedFiles, inStartFolder))
    .catch((cause: unknown) => {
      log.incident('start', cause)
      app.exit(1)
    })
}

/** Makes the settings of Electron that come before it is ready. */
function prepareBeforeReady(): void {
  registerAppScheme(protocol)
  chooseKeyStore(app, process.platform, process.env)
  nameNotifications(app, process.platform)
  denyNavigation(app)
  presentNoCertificates(app)
  refuseDnsPrefetch(app)
  speakHttp1Only()
  // Ours comes when the window is shown; Electron would make one of its own until then.
  Menu.setApplicationMenu(null)
}
