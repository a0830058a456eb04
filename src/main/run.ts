import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { app, nativeTheme, powerMonitor, safeStorage, session } from 'electron'
import { type AppError, Failure } from '../shared/errors.ts'
import { languageFor } from '../shared/language.ts'
import { createBackground } from './background.ts'
import { createBackups } from './backup/backups.ts'
import { carryOutBeside } from './backup/launch.ts'
import { createCopier } from './copying/copier.ts'
import { createClipboardKeeper } from './copying/secret-clipboard.ts'
import { createEngine } from './engine/engine.ts'
import type { Log } from './engine/ports.ts'
import { createMainWords } from './i18n/i18n.ts'
import { createImportReader } from './import/import-reader.ts'
import { createImportService } from './import/import-service.ts'
import { createChangeFeed } from './ipc/change-feed.ts'
import { createFirstRowsDelay } from './ipc/first-rows-delay.ts'
import { createHandlers } from './ipc/handlers.ts'
import { hidesProfiles, shownChange, shownVault } from './ipc/locked-view.ts'
import { whenLoaded } from './ipc/requests-before-load.ts'
import { createRouter } from './ipc/router.ts'
import { forkBackupProcess } from './platform/backup-process.ts'
import { createClipboard } from './platform/clipboard.ts'
import { createClock } from './platform/clock.ts'
import { createDelay } from './platform/delay.ts'
import {
  copiesFromWindowOnly,
  displayServerOf,
  hasWindowPosition,
  idleTimeOn,
  paintsWhileHidden,
} from './platform/display-server.ts'
import { electronNotifications } from './platform/electron-notifications.ts'
import { createHttp } from './platform/http.ts'
import { forkImportProcess } from './platform/import-process.ts'
import { createKeyStore } from './platform/key-store.ts'
import { createNetwork } from './platform/network.ts'
import { networkSystem } from './platform/network-system.ts'
import { createNotifications } from './platform/notifications.ts'
import { forkPracticeProcess } from './platform/practice-process.ts'
import { createRandom } from './platform/random.ts'
import { readReceivedFile } from './platform/received-file.ts'
import { createTrayPort } from './platform/tray-icon.ts'
import { createPracticeServer } from './practice-server/launch.ts'
import { createPractice } from './practice-server/practice.ts'
import { practiceProfile } from './practice-server/practice-profile.ts'
import { presets, refusalRulesOf } from './presets/index.ts'
import { serveApp } from './shell/app-protocol.ts'
import { lockByItself } from './shell/auto-lock.ts'
import { createBackupDialogs } from './shell/backup-dialogs.ts'
import { bringToFront } from './shell/bring-to-front.ts'
import { openFirstRows } from './shell/first-rows.ts'
import { cutOffNetwork, denyPermissions, refuseDownloads, spellNothing } from './shell/lock-down.ts'
import { createLocking } from './shell/locking.ts'
import { setUpMenu } from './shell/menu.ts'
import type { OpenedFiles } from './shell/opened-files.ts'
import { answerRequests, tell, tellWhenThere } from './shell/page-channel.ts'
import { mayShowPageAgain } from './shell/page-question.ts'
import { createPageRecovery } from './shell/page-recovery.ts'
import { closeBeforeQuit } from './shell/quit.ts'
import { restart } from './shell/restart.ts'
import { askWhereToSave } from './shell/save-dialog.ts'
import { openSettings } from './shell/settings-file.ts'
import { readSystemLanguage } from './shell/system-language.ts'
import { openUpdatePage } from './shell/update-page.ts'
import { builtFiles, openWindow, renewPage } from './shell/window.ts'
import { createUpdates } from './updates/updates.ts'
import { saveFile } from './vault/durable-file.ts'
import { createVault } from './vault/vault.ts'

/** Puts the parts together; reads like a table of contents. Call when Electron is ready. */
export function run(
  log: Log,
  openedFiles: OpenedFiles,
  inStartFolder: (work: () => void) => void,
): void {
  const folder = app.getPath('userData')

  const pages = session.fromPartition('token-desk', { cache: false })
  denyPermissions(pages)
  refuseDownloads(pages)
  refuseDownloads(session.defaultSession)
  // Not awaited: it is in effect before the process of the page has begun.
  cutOffNetwork(pages).catch((cause: unknown) => log.incident('start', cause))
  spellNothing(pages, session.defaultSession)

  const settings = openSettings(path.join(folder, 'settings.json'))
  nativeTheme.themeSource = settings.read().theme
  const system = readSystemLanguage()
  const languageNow = () => languageFor(settings.read().language, system)
  serveApp(pages, builtFiles.page, languageNow)
  const displayServer = displayServerOf({
    platform: process.platform,
    switchValue: (name) => app.commandLine.getSwitchValue(name),
    environment: process.env,
    electron: Number.parseInt(process.versions.electron, 10),
  })
  const isWayland = displayServer === 'wayland'
  const clock = createClock()
  const recovery = createPageRecovery({
    now: clock.now,
    after: clock.after,
    mayTryAgain: () => mayShowPageAgain(t, window),
    quit: () => app.quit(),
    log: log.info,
  })
  const open = () =>
    openWindow({
      session: pages,
      preload: builtFiles.preload,
      placementFile: path.join(folder, 'window.json'),
      hasPosition: hasWindowPosition(displayServer),
      paintsWhileHidden: paintsWhileHidden(displayServer),
      recovery,
    })
  // The process of its page begins while the parts are put together; what it asks is answered then.
  let window = open()

  const { t, speak } = createMainWords(languageNow())
  const buildMenu = () => setUpMenu(t, () => tell(window, { name: 'lockAsked', data: {} }))
  buildMenu()

  const keyStore = createKeyStore({ safeStorage, clock })
  const vault = createVault({ folder: path.join(folder, 'vault'), keyStore, log })
  const engine = createEngine({
    store: vault,
    http: createHttp(),
    network: createNetwork(clock, networkSystem),
    clock,
    delay: createDelay(clock),
    random: createRandom(),
    log,
    rulesOf: refusalRulesOf,
  })
  const practiceServer = createPracticeServer({ fork: forkPracticeProcess, clock, log })
  const practice = createPractice(engine, async () =>
    practiceProfile(await practiceServer.start(), t('practice.name')),
  )

  const backups = createBackups({
    engine,
    presets,
    checkPassphrase: vault.checkPassphrase,
    unreadableProfiles: () => {
      const { quarantined, unreadable, tooLarge } = vault.view()
      return quarantined + unreadable + tooLarge
    },
    dialogs: createBackupDialogs(t, () => window),
    carryOut: (order) => carryOutBeside(forkBackupProcess, clock, order),
    clock,
    log,
  })

  const viewVault = () => shownVault(vault.view(), engine.isLocking())
  // The page begins while the profiles load; its first request waits for those it shows first.
  const firstRows = openFirstRows(path.join(folder, 'first-rows.json'))
  const isByName = settings.read().listSort === 'name'
  const firstRowsDelay = createFirstRowsDelay(clock, () => !hidesProfiles(viewVault()))
  const loading = engine.start(isByName ? firstRows.read() : [], firstRowsDelay.begin)
  loading.all.catch((cause: unknown) => log.incident('start', cause))
  let isOpen = false
  const opened = () => {
    isOpen = true
  }
  loading.first.then(opened, opened)
  const locking = createLocking({
    lock: async (begin) => {
      await loading.first
      firstRowsDelay.end()
      await engine.lock(begin)
    },
    renewPage: () => {
      backups.close()
      imports.stop()
      keeper.clear().catch((cause: unknown) => log.incident('clipboard-not-cleared', cause))
      renewPage(window, recovery)
      background.reportShown(null)
    },
    reasonOf: lockFailure,
    tellRefused: (error) => tell(window, { name: 'lockRefused', data: { error } }),
  })
  const keeper = createClipboardKeeper({
    clipboard: createClipboard(),
    clock,
    log,
    secondsToStay: () => settings.read().clearClipboardAfter,
    key: randomBytes(32),
  })
  const copier = createCopier({
    engine,
    keeper,
    presets,
    reachesOthers: () => !copiesFromWindowOnly(displayServer) || window.isFocused(),
  })
  const imports = createImportService({
    engine,
    reader: createImportReader({ fork: forkImportProcess, clock }),
    askWhereTo: (name) => askWhereToSave(window, name),
    saveFile,
    openedFiles,
    readFile: readReceivedFile,
  })
  const updates = createUpdates({
    configurationFile: path.join(app.getAppPath(), 'update-feed.json'),
    memoryFile: path.join(folder, 'updates.json'),
    version: app.getVersion(),
    createHttp: () => createHttp({ timeout: 15_000, maxBody: 32 * 1024 }),
    clock,
    random: createRandom(),
    log,
    isWanted: () => settings.read().lookForUpdates,
    isLocked: () => hidesProfiles(viewVault()),
    tell: (view) => tell(window, { name: 'updatesChanged', data: view }),
    openPage: openUpdatePage,
  })
  const handlers = createHandlers({
    engine,
    vault: { ...vault, view: viewVault },
    presets,
    copier,
    keeper,
    practice,
    backups,
    locking,
    version: app.getVersion(),
    restart: () => {
      const { execPath, argv, env } = process
      restart(app, { execPath, args: argv.slice(1), env }, inStartFolder)
    },
    settings: {
      read: settings.read,
      change: async (next) => {
        await settings.change(next)
        nativeTheme.themeSource = next.theme
        speak(languageNow())
        buildMenu()
        background.settingsChanged()
        updates.settingsChanged()
      },
    },
    system,
    imports,
    background: {
      desktop: () => background.desktop(),
      reportShown: (id) => background.reportShown(id),
    },
    recordSnapshot: () => feed.begin(),
    reportDrawn: firstRowsDelay.end,
    reportFirstRows: firstRows.note,
    updates,
  })

  const background = createBackground({
    engine,
    loaded: loading.all,
    copier,
    clock,
    log,
    t,
    settings,
    vault: viewVault,
    port: { tray: createTrayPort(), notifications: createNotifications(electronNotifications) },
    window: {
      current: () => window,
      show: showWindow,
      tell: (event) => tellWhenThere(window, event),
    },
    locking,
    desktop: {
      idleTime: idleTimeOn(displayServer, process.env),
      copiesFromWindowOnly: copiesFromWindowOnly(displayServer),
    },
    quit: () => app.quit(),
  })

  const quitting = closeBeforeQuit({
    // Before the vault is open there is nothing that could be lost, and it may wait for a prompt.
    saveNow: async () => (isOpen ? engine.saveNow() : 0),
    windowOf: () => window,
    t,
    staysWithout: background.staysWithout,
    close: async () => {
      background.stop()
      updates.stop()
      await keeper.clear().catch((cause: unknown) => log.incident('close', cause))
      await engine.close().catch((cause: unknown) => log.incident('close', cause))
      firstRowsDelay.end()
      await vault.close().catch((cause: unknown) => log.incident('close', cause))
      await settings.settle()
      practiceServer.stop()
      imports.stop()
    },
  })
  quitting.guard(window)
  const feed = createChangeFeed({
    clock,
    send: (change) => {
      const data = shownChange(change, viewVault(), engine.opening()?.toCome ?? 0)
      tell(window, { name: 'changed', data })
    },
  })
  engine.subscribe(feed.add)
  const route = createRouter(handlers, log, whenLoaded(loading, firstRowsDelay.end))
  answerRequests(async (event, name, input) => {
    const answer = await route(event, name, input)
    feed.flush()
    return answer
  })

  app.on('second-instance', (_event, _args, _folder, handedOver) => {
    void showWindow()
    openedFiles.takeOver(handedOver)
  })
  openedFiles.onWaiting(() => {
    void showWindow()
    tell(window, { name: 'fileOpened', data: {} })
  })
  app.on('activate', () => void showWindow())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  lockByItself(() => settings.read().lock, locking)
  powerMonitor.on('resume', () => {
    engine.wake()
    keeper.wake()
    background.wake()
  })
  function lockFailure(cause: unknown): AppError | null {
    if (!(cause instanceof Failure))
      return { code: 'internal', incident: log.incident('lock', cause) }
    // Who has no passphrase any more, or works without what is locked, can't have meant it.
    const isMeant = cause.error.code !== 'no-passphrase' && cause.error.code !== 'lock-in-memory'
    return isMeant ? cause.error : null
  }

  async function showWindow(): Promise<boolean> {
    if (!window.isDestroyed()) return bringToFront(window, { isWayland, after: clock.after })
    window = open()
    quitting.guard(window)
    return false
  }
}
