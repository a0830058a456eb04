import path from 'node:path'
import { app, type BrowserWindow, powerMonitor, session } from 'electron'
import { createEngine } from './engine/engine.ts'
import { createImportDesk } from './import/import-desk.ts'
import { createChangeFeed } from './ipc/change-feed.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createRouter } from './ipc/router.ts'
import { createClipboard } from './platform/clipboard.ts'
import { createClock } from './platform/clock.ts'
import { createHttp, speakHttp1Only } from './platform/http.ts'
import { createKeyStore } from './platform/key-store.ts'
import { createLog } from './platform/log.ts'
import { forkPracticeProcess } from './platform/practice-process.ts'
import { createRandom } from './platform/random.ts'
import { createPracticeServer } from './practice-server/launch.ts'
import { createPractice } from './practice-server/practice.ts'
import { practiceProfile } from './practice-server/practice-profile.ts'
import { presets, refusalRulesOf } from './presets/index.ts'
import { registerAppScheme, serveApp } from './shell/app-protocol.ts'
import { denyNavigation, denyPermissions, spellNothing } from './shell/lock-down.ts'
import { setUpMenu } from './shell/menu.ts'
import { answerRequests, tell } from './shell/page-channel.ts'
import { chooseKeyStore } from './shell/password-store.ts'
import { closeBeforeQuit } from './shell/quit.ts'
import { askWhereToSave } from './shell/save-dialog.ts'
import { mayStart } from './shell/start-check.ts'
import { builtFiles, openWindow } from './shell/window.ts'
import { saveFile } from './vault/save-file.ts'
import { createVault } from './vault/vault.ts'

if (mayStart()) start()

function start(): void {
  prepareBeforeReady()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  // Not awaited: Electron is not ready before this module has been evaluated.
  app
    .whenReady()
    .then(run)
    .catch((cause: unknown) => {
      createLog(logFile()).incident('start', cause)
      app.exit(1)
    })
}

/** What Electron wants to know before it is ready. */
function prepareBeforeReady(): void {
  registerAppScheme()
  chooseKeyStore(process.env)
  denyNavigation()
  speakHttp1Only()
}

async function run(): Promise<void> {
  const folder = app.getPath('userData')
  const log = createLog(logFile())

  const pages = session.fromPartition('token-desk', { cache: false })
  denyPermissions(pages)
  spellNothing(pages, session.defaultSession)
  await serveApp(pages, builtFiles.page)
  setUpMenu()

  const vault = createVault({ folder: path.join(folder, 'vault'), keyStore: createKeyStore(), log })
  const clock = createClock()
  const engine = createEngine({
    store: vault,
    http: createHttp(),
    clock,
    random: createRandom(),
    log,
    rulesOf: refusalRulesOf,
  })
  const practiceServer = createPracticeServer({ fork: forkPracticeProcess, clock, log })
  const practice = createPractice(engine, async () => practiceProfile(await practiceServer.start()))

  // The window opens while the profiles load; its first request waits for them.
  const started = engine.start()
  started.catch((cause: unknown) => log.incident('start', cause))
  const clipboard = createClipboard()
  const imports = createImportDesk({
    engine,
    presets,
    askWhereTo: (name) => askWhereToSave(window, name),
    saveFile,
  })
  const handlers = createHandlers({
    engine,
    started,
    vault,
    presets,
    clipboard,
    practice,
    imports,
  })

  let window = open()
  const feed = createChangeFeed({
    clock,
    send: (change) => tell(window, { name: 'changed', data: { ...change, vault: vault.view() } }),
  })
  engine.subscribe(feed.add)
  const route = createRouter(handlers, log)
  answerRequests(async (event, name, input) => {
    const answer = await route(event, name, input)
    feed.flush()
    return answer
  })

  app.on('second-instance', () => reveal(window))
  app.on('activate', () => {
    if (window.isDestroyed()) window = open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  powerMonitor.on('resume', () => engine.wake())
  closeBeforeQuit(async () => {
    await engine.close().catch((cause: unknown) => log.incident('close', cause))
    await vault.close().catch((cause: unknown) => log.incident('close', cause))
    practiceServer.stop()
  })

  function open(): BrowserWindow {
    const placementFile = path.join(folder, 'window.json')
    return openWindow({ session: pages, preload: builtFiles.preload, placementFile })
  }
}

function logFile(): string {
  return path.join(app.getPath('userData'), 'log.jsonl')
}

function reveal(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
