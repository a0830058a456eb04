import type { AppSettings } from '../../shared/app-settings.ts'
import type { LockNews } from '../../shared/contract.ts'
import type { DesktopView } from '../../shared/desktop.ts'
import { Failure } from '../../shared/errors.ts'
import type { SystemLanguage } from '../../shared/language.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { Preset } from '../../shared/preset.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { VaultView } from '../../shared/vault-view.ts'
import type { Backups } from '../backup/backups.ts'
import type { Copier } from '../copying/copier.ts'
import type { ClipboardKeeper } from '../copying/secret-clipboard.ts'
import type { Engine } from '../engine/engine-api.ts'
import type { KeyKeeper } from '../engine/ports.ts'
import type { ImportService } from '../import/import-service.ts'
import type { Practice } from '../practice-server/practice.ts'
import type { Updates } from '../updates/updates.ts'
import { hidesProfiles } from './locked-view.ts'
import type { Handlers } from './router.ts'
import { testAndRemember } from './tested-address.ts'

interface Parts {
  readonly engine: Engine
  readonly vault: KeyKeeper & { view(): VaultView }
  readonly presets: readonly Preset[]
  readonly copier: Copier
  readonly keeper: Pick<ClipboardKeeper, 'copyText'>
  readonly settings: {
    read(): AppSettings
    change(settings: AppSettings): Promise<void>
  }
  readonly system: SystemLanguage
  readonly practice: Practice
  readonly backups: Backups
  /** What locks, and what it does to what is typed. */
  readonly locking: {
    now(): Promise<void>
    reportTyping(hasTyped: boolean): void
    takeNews(): LockNews | null
  }
  readonly restart: () => void
  /** Of this app. */
  readonly version: string
  readonly imports: ImportService
  /** What is outside of the window. */
  readonly background: {
    desktop(): DesktopView
    reportShown(id: ProfileId | null): void
  }
  /** A page is being told all there is: from now on it is to be told what changes. */
  readonly recordSnapshot: () => void
  readonly reportDrawn: () => void
  readonly reportFirstRows: (ids: readonly ProfileId[]) => void
  readonly updates: Updates
}

/** What main does for each request of the contract. */
export function createHandlers(parts: Parts): Handlers {
  const { engine, vault, copier, keeper, settings, practice, backups, imports } = parts

  function asked(id: ProfileId, outcome: Outcome) {
    const isNew = outcome.kind === 'obtained'
    return { outcome, expiresAt: isNew ? engine.accessToken(id).expiresAt : null }
  }

  /** A key store that begins to answer protects what was kept in memory, or opens what was locked. */
  async function tryKeyStoreAgain(): Promise<{ isOpen: boolean }> {
    const before = vault.view().protection
    if (before.kind === 'memory-only' && before.reason !== 'locked') {
      try {
        await engine.changeKeys(vault.addKeyStore)
      } catch (cause) {
        if (!(cause instanceof Failure && cause.error.code === 'key-store-unusable')) throw cause
      }
    } else {
      await engine.unlock({ kind: 'key-store' })
    }
    const { kind } = vault.view().protection
    return { isOpen: kind === 'key-store' || kind === 'passphrase' }
  }

  return {
    getSnapshot: async () => {
      // A page that was begun by a lock says so at once; what opens is shown when it is open.
      if (!engine.isLocking()) await engine.keysSettled()
      parts.locking.reportTyping(false)
      const view = vault.view()
      const isHidden = hidesProfiles(view)
      parts.recordSnapshot()
      return {
        revision: engine.revision(),
        profiles: isHidden ? [] : [...engine.profiles()],
        opening: isHidden ? null : engine.opening(),
        presets: [...parts.presets],
        vault: view,
        settings: settings.read(),
        version: parts.version,
        system: parts.system,
        // A locked window shows none of it, and is followed by one that is asked for anew.
        lockNews: isHidden ? null : parts.locking.takeNews(),
      }
    },
    createProfile: async ({ draft }) => ({ id: await engine.create(draft, 'saved') }),
    updateProfile: async ({ id, draft }) => {
      await engine.update(id, draft)
      return {}
    },
    deleteProfile: async ({ id }) => {
      await engine.remove(id)
      return {}
    },
    setKeepFresh: async ({ id, keepFresh }) => {
      await engine.setKeepFresh(id, keepFresh)
      return {}
    },
    obtainToken: async ({ id }) => asked(id, await engine.obtain(id)),
    refreshToken: async ({ id }) => asked(id, await engine.refresh(id)),
    tryOtherMethods: async ({ id }) => asked(id, await engine.tryOtherMethods(id)),
    cancelRequest: ({ id }) => {
      engine.cancel(id)
      return {}
    },
    readToken: ({ id }) => engine.readToken(id),
    copyHeader: ({ id }) => copier.copy(id, 'header'),
    copyToken: ({ id }) => copier.copy(id, 'token'),
    copySnippet: ({ id, form }) => copier.copy(id, form),
    testToken: ({ id, address }) => testAndRemember(engine, parts.presets, id, address),
    cancelTest: ({ id }) => {
      engine.cancelTest(id)
      return {}
    },
    copyReport: async ({ id }) => {
      await keeper.copyText(engine.report(id))
      return {}
    },
    inspectToken: ({ text }) => engine.inspect(text),
    unlock: async ({ passphrase }) => {
      await engine.unlock({ kind: 'passphrase', passphrase })
      return {}
    },
    tryKeyStoreAgain,
    restart: () => {
      parts.restart()
      return {}
    },
    workInMemory: async () => {
      await engine.changeKeys(async () => {
        vault.workInMemory()
        return 'another'
      })
      return {}
    },
    setPassphrase: async ({ passphrase, current }) => {
      await engine.changeKeys(() => vault.setPassphrase(passphrase, current))
      return {}
    },
    removePassphrase: async ({ current }) => {
      await engine.changeKeys(() => vault.removePassphrase(current))
      return {}
    },
    addKeyStore: async () => {
      await engine.changeKeys(vault.addKeyStore)
      return {}
    },
    leaveKeyStore: async ({ passphrase }) => {
      await engine.changeKeys(() => vault.leaveKeyStore(passphrase))
      return {}
    },
    lockNow: async () => {
      await parts.locking.now()
      return {}
    },
    reportTyping: ({ hasTyped }) => {
      parts.locking.reportTyping(hasTyped)
      return {}
    },
    writeBackup: ({ passphrase, current }) => backups.write(passphrase, current ?? null),
    chooseBackup: () => backups.choose(),
    openBackup: ({ passphrase }) => backups.open(passphrase),
    restoreBackup: ({ choice }) => backups.restore(choice),
    closeBackup: () => {
      backups.close()
      return {}
    },
    readImport: ({ text }) => imports.read(text),
    createFromImport: async ({ text, which, draft }) => ({
      id: await imports.create(text, which, draft),
    }),
    shareProfile: async ({ id }) => ({ saved: await imports.share(id) }),
    takeOpenedFile: () => imports.takeOpened(() => hidesProfiles(vault.view())),
    startPractice: async () => ({ id: await practice.start() }),
    changeSettings: async (next) => {
      await settings.change(next)
      return {}
    },
    getDesktop: () => parts.background.desktop(),
    reportShown: ({ id }) => {
      parts.background.reportShown(id)
      return {}
    },
    reportDrawn: () => {
      parts.reportDrawn()
      return {}
    },
    reportFirstRows: ({ ids }) => {
      parts.reportFirstRows(ids)
      return {}
    },
    getUpdates: async () => ({ updates: await parts.updates.view() }),
    lookForUpdate: () => parts.updates.look(),
    dismissUpdate: async ({ version }) => ({ updates: await parts.updates.dismiss(version) }),
    openUpdatePage: async () => {
      await parts.updates.openPage()
      return {}
    },
  }
}
