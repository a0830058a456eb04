import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { createBackups } from '../../../src/main/backup/backups.ts'
import { carryOut } from '../../../src/main/backup/work.ts'
import { createCopier } from '../../../src/main/copying/copier.ts'
import { createSecretClipboard } from '../../../src/main/copying/secret-clipboard.ts'
import { createEngine } from '../../../src/main/engine/engine.ts'
import { createSettingsFinder } from '../../../src/main/engine/find-settings.ts'
import type { KeyStore } from '../../../src/main/engine/ports.ts'
import type { PlanOf } from '../../../src/main/engine/run-plans.ts'
import { loadFirstRows } from '../../../src/main/first-rows/first-rows.ts'
import { openFirstRowsFile } from '../../../src/main/first-rows/first-rows-file.ts'
import { createImportService } from '../../../src/main/import/import-service.ts'
import {
  createChangeFeed,
  hidesProfiles,
  shownChange,
  shownVault,
} from '../../../src/main/ipc/change-feed.ts'
import { createHandlers } from '../../../src/main/ipc/handlers.ts'
import { createRouter } from '../../../src/main/ipc/router.ts'
import { appUrl } from '../../../src/main/ipc/sender.ts'
import { createClock } from '../../../src/main/platform/clock.ts'
import { createDelay } from '../../../src/main/platform/delay.ts'
import { createRandom } from '../../../src/main/platform/random.ts'
import { readReceivedFile } from '../../../src/main/platform/received-file.ts'
import { presets, refusalRulesOf } from '../../../src/main/presets/index.ts'
import { createLocking } from '../../../src/main/shell/locking.ts'
import { createOpenedFiles } from '../../../src/main/shell/opened-files.ts'
import { openSettings } from '../../../src/main/shell/settings-file.ts'
import { createUpdates } from '../../../src/main/updates/updates.ts'
import { saveFile } from '../../../src/main/vault/durable-file.ts'
import { createVault } from '../../../src/main/vault/vault.ts'
import type { BridgeEvent } from '../../../src/shared/bridge.ts'
import { events } from '../../../src/shared/contract.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { createSignInParts } from '../../support/engine/sign-in-parts.ts'
import { createFakeClipboard, type FakeClipboard } from '../../support/ports/fake-clipboard.ts'
import { createFakeImportReader } from '../../support/ports/fake-import-reader.ts'
import { createFakeNetwork } from '../../support/ports/fake-network.ts'
import { createNodeHttp } from '../../support/ports/node-http.ts'

/** Cheap, because here nobody guesses passphrases. */
const scryptCost = { N: 16, r: 1, p: 1 }
const cheapBackup = 4
const ourFrame = { senderFrame: { url: appUrl, parent: null } }

export interface MainInNode {
  readonly clipboard: FakeClipboard
  /** Answers a request of the page as main does: with the text of a `Result`. */
  request(name: unknown, input: unknown): Promise<string>
  /** Calls `tell` with the text of each event from now on. */
  onEvent(tell: (text: string) => void): void
  /** Calls `renew` when a lock ends the page. */
  onRenew(renew: () => void): void
  close(): Promise<void>
}

export interface MainOptions {
  /** Of the app's data. */
  readonly folder: string
  readonly keyStore: KeyStore
  /** Plays the sign-ins; otherwise each grant has its own plan. */
  readonly planOf?: PlanOf
}

/**
 * The main process without Electron: the real engine, vault, import, backups and router, and in
 * the place of what needs a system the fakes that the port suites vouch for.
 */
export async function startMainInNode({
  folder,
  keyStore,
  planOf,
}: MainOptions): Promise<MainInNode> {
  const log = createMemoryLog()
  const clock = createClock()
  const random = createRandom()
  const settings = openSettings(path.join(folder, 'settings.json'))
  const vault = createVault({
    folder: path.join(folder, 'vault'),
    keyStore,
    log,
    scryptCost,
  })
  const http = createNodeHttp()
  const engine = createEngine({
    ...createSignInParts().parts,
    store: vault,
    http,
    network: createFakeNetwork(),
    clock,
    delay: createDelay(clock),
    random,
    log,
    rulesOf: refusalRulesOf,
    ...(planOf === undefined ? {} : { planOf }),
  })
  let tellPage: (text: string) => void = () => {}
  let renewPage: () => void = () => {}
  const tell = ({ name, data }: BridgeEvent) =>
    tellPage(JSON.stringify({ name, data: events[name].parse(data) }))

  const viewVault = () => shownVault(vault.view(), engine.isLocking())
  const firstRows = loadFirstRows({
    engine,
    clock,
    file: openFirstRowsFile(path.join(folder, 'first-rows.json')),
    isSortedByName: settings.read().listSort === 'name',
    hasRows: () => !hidesProfiles(viewVault()),
  })
  const clipboard = createFakeClipboard()
  const keeper = createSecretClipboard({
    clipboard,
    clock,
    log,
    secondsToStay: () => settings.read().clearClipboardAfter,
    key: randomBytes(32),
  })
  const openedFiles = createOpenedFiles([], folder)
  const backupFile = path.join(folder, 'backup.age')
  const backups = createBackups({
    engine,
    presets,
    checkPassphrase: vault.checkPassphrase,
    unreadableProfiles: () => vault.view().quarantined + vault.view().unreadable,
    dialogs: { askWhereTo: async () => backupFile, askWhichFile: async () => backupFile },
    carryOut: (order) => carryOut(order, cheapBackup),
    clock,
    log,
  })
  const locking = createLocking({
    lock: (begin) => engine.lock(begin),
    renewPage: () => renewPage(),
    reasonOf: (cause) =>
      cause instanceof Failure ? cause.error : { code: 'internal', incident: 'lock' },
    reportRefused: (error) => tell({ name: 'lockRefused', data: { error } }),
  })
  const feed = createChangeFeed({
    clock,
    send: (change) =>
      tell({
        name: 'changed',
        data: shownChange(change, viewVault(), engine.opening()?.toCome ?? 0),
      }),
  })
  engine.subscribe(feed.add)
  const updates = createUpdates({
    configurationFile: path.join(folder, 'update-feed.json'),
    memoryFile: path.join(folder, 'updates.json'),
    version: '1.0.0',
    createHttp: createNodeHttp,
    clock,
    random,
    log,
    isWanted: () => false,
    isLocked: () => false,
    tell: () => {},
    openPage: async () => {},
  })
  const handlers = createHandlers({
    engine,
    vault: { ...vault, view: viewVault },
    presets,
    copier: createCopier({ engine, keeper, presets, reachesOthers: () => true }),
    keeper,
    practice: {
      start: () => Promise.reject(new Failure({ code: 'practice-server-failed' })),
    },
    backups,
    locking,
    version: '1.0.0',
    restart: () => {},
    settings,
    system: { language: 'en', region: null },
    imports: createImportService({
      engine,
      reader: createFakeImportReader(),
      askWhereTo: async (name) => path.join(folder, name),
      saveFile,
      openedFiles,
      readFile: readReceivedFile,
    }),
    finder: createSettingsFinder(http),
    readDesktop: () => ({ hasTray: true, idleTime: 'known', refusesNotifications: false }),
    reportShown: () => {},
    recordSnapshot: () => feed.begin(),
    firstRows,
    updates,
  })
  const route = createRouter(handlers, log, firstRows.whenLoaded)

  return {
    clipboard,
    async request(name, input) {
      const answer = await route(ourFrame, name, input)
      feed.flush()
      return JSON.stringify(answer)
    },
    onEvent: (listener) => {
      tellPage = listener
    },
    onRenew: (listener) => {
      renewPage = listener
    },
    async close() {
      tellPage = () => {}
      updates.stop()
      await keeper.clear()
      await engine.close()
      await vault.close()
      await settings.settle()
    },
  }
}
