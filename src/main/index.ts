import path from 'node:path'
import { app, Menu } from 'electron'
import { setPipesAside } from './platform/browser-files.ts'
import { currentFolder, leaveMemoryOutOfDumps, leavePlaceOfDumps } from './platform/core-dumps.ts'
import { speakHttp1Only } from './platform/http.ts'
import { createLog } from './platform/log.ts'
import { nameNotifications } from './platform/notifications.ts'
import { quieten } from './platform/quiet-process.ts'
import { run } from './run.ts'
import { registerAppScheme } from './shell/app-protocol.ts'
import { presentNoCertificates } from './shell/client-certificates.ts'
import { denyNavigation, refuseDnsPrefetch } from './shell/lock-down.ts'
import { createOpenedFiles } from './shell/opened-files.ts'
import { onPageError } from './shell/page-console.ts'
import { chooseKeyStore } from './shell/password-store.ts'
import { mayStart } from './shell/start-check.ts'

leaveMemoryOutOfDumps()
if (mayStart()) start()

function start(): void {
  setPipesAside(app.getPath('userData'))
  const log = createLog(path.join(app.getPath('userData'), 'log.jsonl'))
  quieten(process, log)
  app.on('web-contents-created', (_event, contents) => {
    // The process of a page does not come from this one. It knows nothing yet when it has its document.
    contents.on('dom-ready', () => leaveMemoryOutOfDumps(contents.getOSProcessId()))
  })
  onPageError(() => log.incident('page', undefined))
  prepareBeforeReady()
  const openedFiles = createOpenedFiles(process.argv.slice(1), currentFolder() ?? path.sep)
  const inStartFolder = leavePlaceOfDumps()
  // From the first moment: macOS tells of a file before the app is ready.
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

/** What Electron wants to know before it is ready. */
function prepareBeforeReady(): void {
  registerAppScheme()
  chooseKeyStore(process.env)
  nameNotifications(app, process.platform)
  denyNavigation()
  presentNoCertificates(app)
  refuseDnsPrefetch()
  speakHttp1Only()
  // Ours comes with the window's words; Electron would make one of its own until then.
  Menu.setApplicationMenu(null)
}
