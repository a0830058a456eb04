import path from 'node:path'
import { app, type BrowserWindow, powerMonitor, session } from 'electron'
import { type AppError, Failure } from '../shared/errors.ts'
import { createBackups } from './backup/backups.ts'
import { carryOutBeside } from './backup/launch.ts'
import { createEngine } from './engine/engine.ts'
import type { Log } from './engine/ports.ts'
import { createImportDesk } from './import/import-desk.ts'
import { createChangeFeed } from './ipc/change-feed.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createRouter } from './ipc/router.ts'
import { shownChange, shownVault } from './ipc/shown.ts'
import { forkBackupProcess } from './platform/backup-process.ts'
import { createClipboard } from './platform/clipboard.ts'
import { createClock } from './platform/clock.ts'
import { createHttp, speakHttp1Only } from './platform/http.ts'
import { createKeyStore } from './platform/key-store.ts'
import { createLog } from './platform/log.ts'
import { forkPracticeProcess } from './platform/practice-process.ts'
import { quieten } from './platform/quiet-process.ts'
import { createRandom } from './platform/random.ts'
import { readReceivedFile } from './platform/received-file.ts'
import { createPracticeServer } from './practice-server/launch.ts'
import { createPractice } from './practice-server/practice.ts'
import { practiceProfile } from './practice-server/practice-profile.ts'
import { presets, refusalRulesOf } from './presets/index.ts'
import { registerAppScheme, serveApp } from './shell/app-protocol.ts'
import { lockByItself } from './shell/auto-lock.ts'
import { createBackupDialogs } from './shell/backup-dialogs.ts'
import { denyNavigation, denyPermissions, spellNothing } from './shell/lock-down.ts'
import { openLockSettings } from './shell/lock-settings.ts'
import { createLocking } from './shell/locking.ts'
import { setUpMenu } from './shell/menu.ts'
import { createOpenedFiles, type OpenedFiles } from './shell/opened-files.ts'
import { answerRequests, tell } from './shell/page-channel.ts'
import { onPageError } from './shell/page-console.ts'
import { chooseKeyStore } from './shell/password-store.ts'
import { closeBeforeQuit } from './shell/quit.ts'
import { askWhereToSave } from './shell/save-dialog.ts'
import { mayStart } from './shell/start-check.ts'
import { builtFiles, openWindow, renewPage } from './shell/window.ts'
import { saveFile } from './vault/save-file.ts'
import { createVault } from './vault/vault.ts'

if (mayStart()) start()

function start(): void {
  const log = createLog(path.join(app.getPath('userData'), 'log.jsonl'))
  quieten(process, log)
  onPageError(() => log.incident('page', undefined))
  prepareBeforeReady()
  const openedFiles = createOpenedFiles(process.argv.slice(1), process.cwd())
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
    .then(() => run(log, openedFiles))
    .catch((cause: unknown) => {
      log.incident('start', cause)
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

async function run(log: Log, openedFiles: OpenedFiles): Promise<void> {
  const folder = app.getPath('userData')

  const pages = session.fromPartition('token-desk', { cache: false })
  denyPermissions(pages)
  spellNothing(pages, session.defaultSession)
  await serveApp(pages, builtFiles.page)
  setUpMenu(() => tell(window, { name: 'lockAsked', data: {} }))

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

  const backups = createBackups({
    engine,
    unreadableProfiles: () => vault.view().quarantined + vault.view().unreadable,
    dialogs: createBackupDialogs(() => window),
    carryOut: (order) => carryOutBeside(forkBackupProcess, clock, order),
    clock,
    log,
  })

  // The window opens while the profiles load; its first request waits for them.
  const started = engine.start()
  started.catch((cause: unknown) => log.incident('start', cause))
  const clipboard = createClipboard()
  const lockSettings = openLockSettings(path.join(folder, 'lock-settings.json'))
  const viewVault = () => shownVault(vault.view(), engine.isLocking())
  const locking = createLocking({
    lock: async (begin) => {
      await started
      await engine.lock(begin)
    },
    renewPage: () => {
      backups.close()
      renewPage(window)
    },
    reasonOf: lockFailure,
    tellRefused: (error) => tell(window, { name: 'lockRefused', data: { error } }),
  })
  const imports = createImportDesk({
    engine,
    presets,
    askWhereTo: (name) => askWhereToSave(window, name),
    saveFile,
    openedFiles,
    readFile: readReceivedFile,
  })
  const handlers = createHandlers({
    engine,
    started,
    vault: { ...vault, view: viewVault },
    presets,
    clipboard,
    practice,
    backups,
    locking,
    lockSettings,
    restart: () => {
      app.relaunch()
      app.quit()
    },
    imports,
  })

  const quitting = closeBeforeQuit({
    saveNow: () => started.then(engine.saveNow),
    windowOf: () => window,
    close: async () => {
      await engine.close().catch((cause: unknown) => log.incident('close', cause))
      await vault.close().catch((cause: unknown) => log.incident('close', cause))
      practiceServer.stop()
    },
  })
  let window = open()
  const feed = createChangeFeed({
    clock,
    send: (change) => tell(window, { name: 'changed', data: shownChange(change, viewVault()) }),
  })
  engine.subscribe(feed.add)
  const route = createRouter(handlers, log)
  answerRequests(async (event, name, input) => {
    const answer = await route(event, name, input)
    feed.flush()
    return answer
  })

  app.on('second-instance', (_event, _args, _folder, handedOver) => {
    reveal(window)
    openedFiles.takeOver(handedOver)
  })
  openedFiles.onWaiting(() => {
    if (window.isDestroyed()) window = open()
    reveal(window)
    tell(window, { name: 'fileOpened', data: {} })
  })
  app.on('activate', () => {
    if (window.isDestroyed()) window = open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  powerMonitor.on('resume', () => engine.wake())
  lockByItself(lockSettings.read, () => void locking.byItself())
  function lockFailure(cause: unknown): AppError | null {
    if (!(cause instanceof Failure))
      return { code: 'internal', incident: log.incident('lock', cause) }
    // Who has no passphrase any more, or works without what is locked, can't have meant it.
    const isMeant = cause.error.code !== 'no-passphrase' && cause.error.code !== 'lock-in-memory'
    return isMeant ? cause.error : null
  }

  function open(): BrowserWindow {
    const placementFile = path.join(folder, 'window.json')
    const opened = openWindow({ session: pages, preload: builtFiles.preload, placementFile })
    quitting.guard(opened)
    return opened
  }
}

function reveal(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
