import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { app, nativeTheme, powerMonitor, safeStorage, session, shell } from 'electron'
import { languageFor } from '../shared/language.ts'
import { createBackground } from './background.ts'
import { createBackups } from './backup/backups.ts'
import { carryOutBeside } from './backup/launch.ts'
import { createCopier } from './copying/copier.ts'
import { createSecretClipboard } from './copying/secret-clipboard.ts'
import { createEngine } from './engine/engine.ts'
import type { Log } from './engine/ports.ts'
import { loadFirstRows } from './first-rows/first-rows.ts'
import { openFirstRowsFile } from './first-rows/first-rows-file.ts'
import { createMainWords, readSystemLanguage } from './i18n/i18n.ts'
import { createImportReader } from './import/import-reader.ts'
import { createImportService } from './import/import-service.ts'
import { createChangeFeed, hidesProfiles, shownChange, shownVault } from './ipc/change-feed.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createRouter } from './ipc/router.ts'
import { createPartsOnDemand } from './on-demand.ts'
import { createClipboard } from './platform/clipboard.ts'
import { createClock } from './platform/clock.ts'
import { createDelay } from './platform/delay.ts'
import { desktopOf } from './platform/display-server.ts'
import { electronNotifications, networkSystem } from './platform/electron-system.ts'
import { createHttp } from './platform/http.ts'
import { createKeyStore } from './platform/key-store.ts'
import { createNetwork } from './platform/network.ts'
import { createNotifications } from './platform/notifications.ts'
import { createRandom, createRandomBytes } from './platform/random.ts'
import { readReceivedFile } from './platform/received-file.ts'
import { createTrayPort } from './platform/tray-icon.ts'
import {
  forkBackupProcess,
  forkImportProcess,
  forkPracticeProcess,
} from './platform/utility-processes.ts'
import { createPracticeServer } from './practice-server/launch.ts'
import { createPractice } from './practice-server/practice.ts'
import { practiceProfile } from './practice-server/practice-profile.ts'
import { presets, refusalRulesOf } from './presets/index.ts'
import { serveApp } from './shell/app-protocol.ts'
import { createDialogs, mayShowPageAgain } from './shell/dialogs.ts'
import { lockDownSessions, openUpdatePage } from './shell/lock-down.ts'
import { createLocking, lockAutomatically, lockFailure } from './shell/locking.ts'
import { setUpMenu } from './shell/menu.ts'
import type { OpenedFiles } from './shell/opened-files.ts'
import { answerRequests } from './shell/page-channel.ts'
import { closeBeforeQuit, createClosingToTray, restart } from './shell/quit.ts'
import { openSettings } from './shell/settings-file.ts'
import { builtFiles, openMainWindow } from './shell/window.ts'
import { createUpdates } from './updates/updates.ts'
import { saveFile } from './vault/durable-file.ts'
import { createVault } from './vault/vault.ts'

/**
 * Starts the parts of the app, each from those before it. Call when Electron is ready. The page
 * begins as early as it can; its first request is answered when all parts are there. Work that its
 * first list does not need comes after that list.
 */
export function run(
  log: Log,
  openedFiles: OpenedFiles,
  inStartFolder: (work: () => void) => void,
): void {
  const folder = app.getPath('userData')
  const clock = createClock()
  const random = createRandom()

  // Settings and language
  const settings = openSettings(path.join(folder, 'settings.json'))
  nativeTheme.themeSource = settings.read().theme
  const system = readSystemLanguage(app)
  const languageNow = () => languageFor(settings.read().language, system)
  const { t, speak } = createMainWords(languageNow())

  // Window, dialogs and menu
  const pages = session.fromPartition('token-desk', { cache: false })
  // Not awaited: it is in effect before the process of the page has begun.
  lockDownSessions(pages, session.defaultSession).catch((cause: unknown) =>
    log.incident('start', cause),
  )
  serveApp(pages, builtFiles, languageNow)
  const desktop = desktopOf({
    platform: process.platform,
    switchValue: (name) => app.commandLine.getSwitchValue(name),
    environment: process.env,
    electron: Number.parseInt(process.versions.electron, 10),
  })
  const window = openMainWindow({
    session: pages,
    preload: builtFiles.preload,
    placementFile: path.join(folder, 'window.json'),
    hasPosition: desktop.hasWindowPosition,
    paintsWhileHidden: desktop.paintsWhileHidden,
    isWayland: desktop.isWayland,
    recovery: {
      now: clock.now,
      after: clock.after,
      mayTryAgain: (shown) => mayShowPageAgain(t, shown),
      quit: () => app.quit(),
      log: log.info,
    },
  })
  const dialogs = createDialogs(t, window.current)
  const showMenu = () => setUpMenu(t, () => window.send({ name: 'lockAsked', data: {} }))
  // A window that is laid out without its menu bar would change the page's size when it is shown.
  showMenu()

  // Vault and engine
  const keyStore = createKeyStore({ safeStorage, clock })
  const vault = createVault({ folder: path.join(folder, 'vault'), keyStore, log })
  const { finder, ...signInParts } = createPartsOnDemand(t, languageNow)
  const engine = createEngine({
    store: vault,
    http: createHttp(),
    network: createNetwork(clock, networkSystem),
    clock,
    delay: createDelay(clock),
    ...signInParts,
    randomBytes: createRandomBytes(),
    random,
    log,
    rulesOf: refusalRulesOf,
  })
  const viewVault = () => shownVault(vault.view(), engine.isLocking())
  const isLocked = () => hidesProfiles(viewVault())
  const firstRows = loadFirstRows({
    engine,
    clock,
    file: openFirstRowsFile(path.join(folder, 'first-rows.json')),
    isSortedByName: settings.read().listSort === 'name',
    hasRows: () => !isLocked(),
  })
  firstRows.all.catch((cause: unknown) => log.incident('start', cause))

  // Copying
  const keeper = createSecretClipboard({
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
    reachesOthers: () => !desktop.copiesFromWindowOnly || window.isFocused(),
  })

  // Practice server, backups, imports, updates
  const practiceServer = createPracticeServer({
    fork: forkPracticeProcess,
    language: languageNow,
    clock,
    log,
  })
  const practice = createPractice(
    engine,
    async (way) => practiceProfile(await practiceServer.start(), way, t(`practice.${way}`)),
    log,
  )
  const backups = createBackups({
    engine,
    presets,
    checkPassphrase: vault.checkPassphrase,
    unreadableProfiles: () => {
      const { quarantined, unreadable, tooLarge } = vault.view()
      return quarantined + unreadable + tooLarge
    },
    dialogs,
    carryOut: (order) => carryOutBeside(forkBackupProcess, clock, order),
    clock,
    log,
  })
  const imports = createImportService({
    engine,
    reader: createImportReader({ fork: forkImportProcess, clock }),
    askWhereTo: dialogs.askWhereToShare,
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
    random,
    log,
    isWanted: () => settings.read().lookForUpdates,
    isLocked,
    tell: (view) => window.send({ name: 'updatesChanged', data: view }),
    openPage: (page, origins) => openUpdatePage(shell, page, origins),
  })

  // Locking
  const locking = createLocking({
    lock: async (begin) => {
      await firstRows.first
      firstRows.hurry()
      await engine.lock(begin)
    },
    renewPage: () => {
      backups.close()
      imports.stop()
      keeper.clear().catch((cause: unknown) => log.incident('clipboard-not-cleared', cause))
      window.renewPage()
    },
    reasonOf: (cause) => lockFailure(log, cause),
    reportRefused: (error) => window.send({ name: 'lockRefused', data: { error } }),
  })
  lockAutomatically(powerMonitor, () => settings.read().lock, locking)

  // Tray and notifications, after the first list
  const background = createBackground({
    engine,
    copier,
    clock,
    log,
    t,
    settings: settings.read,
    vault: viewVault,
    tray: createTrayPort(),
    notifications: createNotifications(electronNotifications),
    window,
    locking,
    idleTime: desktop.idleTime,
    copiesFromWindowOnly: desktop.copiesFromWindowOnly,
    quit: () => app.quit(),
  })
  void firstRows.drawn.then(() => background.begin(firstRows.all))

  // Requests of the page, and changes for it
  const feed = createChangeFeed({
    clock,
    send: (change) => {
      const data = shownChange(change, viewVault(), engine.opening()?.toCome ?? 0)
      window.send({ name: 'changed', data })
    },
  })
  engine.subscribe(feed.add)
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
        practiceServer.languageChanged()
        showMenu()
        background.settingsChanged()
        updates.settingsChanged()
      },
    },
    system,
    imports,
    finder,
    readDesktop: background.desktop,
    reportShown: window.reportShown,
    recordSnapshot: feed.begin,
    firstRows,
    updates,
  })
  const route = createRouter(handlers, log, firstRows.whenLoaded)
  answerRequests(async (event, name, input) => {
    const answer = await route(event, name, input)
    feed.flush()
    return answer
  })

  // The end
  const quitting = closeBeforeQuit({
    app,
    // Before the vault is open there is nothing that could be lost, and it may wait for a prompt.
    saveNow: async () => (firstRows.isOpen() ? engine.saveNow() : 0),
    mayLose: dialogs.mayLose,
    staysWithout: createClosingToTray({
      isChosen: () => settings.read().closeToTray,
      isTrayShown: background.isTrayShown,
      explanation: {
        isGiven: settings.isClosingExplained,
        recordGiven: settings.recordClosingExplained,
        give: dialogs.explainClosing,
      },
      quit: () => app.quit(),
    }),
    close: async () => {
      background.stop()
      updates.stop()
      await keeper.clear().catch((cause: unknown) => log.incident('close', cause))
      await engine.close().catch((cause: unknown) => log.incident('close', cause))
      firstRows.hurry()
      await vault.close().catch((cause: unknown) => log.incident('close', cause))
      await settings.settle()
      practiceServer.stop()
      imports.stop()
    },
  })
  window.onOpened(quitting.guard)

  // Events of the system
  app.on('second-instance', (_event, _args, _folder, handedOver) => {
    void window.show()
    openedFiles.takeOver(handedOver)
  })
  openedFiles.onWaiting(() => {
    void window.show()
    window.send({ name: 'fileOpened', data: {} })
  })
  app.on('activate', () => void window.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  powerMonitor.on('resume', () => {
    engine.wake()
    keeper.wake()
    background.wake()
  })
}
