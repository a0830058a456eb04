import { keptApiAddress } from '../../shared/api-address.ts'
import type { AppSettings } from '../../shared/app-settings.ts'
import type { LockNews } from '../../shared/contract.ts'
import type { DesktopView } from '../../shared/desktop.ts'
import { Failure } from '../../shared/errors.ts'
import { knownApiAddress } from '../../shared/known-api-address.ts'
import type { SystemLanguage } from '../../shared/language.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { Preset } from '../../shared/preset.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { TokenTest } from '../../shared/token-test.ts'
import type { VaultView } from '../../shared/vault-view.ts'
import type { Backups } from '../backup/backups.ts'
import type { Copier } from '../copying/copier.ts'
import type { SecretClipboard } from '../copying/secret-clipboard.ts'
import type { Engine } from '../engine/engine-api.ts'
import type { SettingsFinder } from '../engine/find-settings.ts'
import type { KeyKeeper } from '../engine/ports.ts'
import type { ImportService } from '../import/import-service.ts'
import type { Practice } from '../practice-server/practice.ts'
import type { Updates } from '../updates/updates.ts'
import { hidesProfiles } from './change-feed.ts'
import type { Handlers } from './router.ts'

interface Parts {
  readonly engine: Engine
  readonly vault: KeyKeeper & { view(): VaultView }
  readonly presets: readonly Preset[]
  readonly copier: Copier
  readonly keeper: Pick<SecretClipboard, 'copyText' | 'copySecret'>
  readonly settings: {
    read(): AppSettings
    change(settings: AppSettings): Promise<void>
  }
  readonly system: SystemLanguage
  readonly practice: Practice
  readonly backups: Backups
  readonly locking: {
    now(): Promise<void>
    reportTyping(hasTyped: boolean): void
    takeNews(): LockNews | null
  }
  readonly restart: () => void
  /** The version of this app. */
  readonly version: string
  readonly imports: ImportService
  readonly finder: SettingsFinder
  readonly readDesktop: () => DesktopView
  /** Records which profile the page shows. */
  readonly reportShown: (id: ProfileId | null) => void
  /** Records that a page has got a snapshot: from now on it gets the changes. */
  readonly recordSnapshot: () => void
  readonly firstRows: {
    reportDrawn(): void
    remember(ids: readonly ProfileId[]): void
  }
  readonly updates: Updates
}

/** Returns the handler of each request of the contract. */
export function createHandlers(parts: Parts): Handlers {
  const { engine, vault, copier, keeper, settings, practice, backups, imports } = parts

  function asked(id: ProfileId, outcome: Outcome) {
    const isNew = outcome.kind === 'obtained'
    return { outcome, expiresAt: isNew ? engine.accessToken(id).expiresAt : null }
  }

  /** Lets a key store that answers again protect a vault in memory, or open a locked one. */
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
      // A page that a lock has started shows the lock at once; other pages wait for the vault.
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
        // A locked window shows none of it; the page asks for another snapshot after unlocking.
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
    changeMarks: async ({ id, marks }) => {
      await engine.changeMarks(id, marks)
      return {}
    },
    obtainToken: async ({ id }) => asked(id, await engine.obtain(id)),
    refreshToken: async ({ id }) => asked(id, await engine.refresh(id)),
    tryOtherMethods: async ({ id }) => asked(id, await engine.tryOtherMethods(id)),
    signInAsSomebodyElse: async ({ id }) => asked(id, await engine.signInAsSomebodyElse(id)),
    applyRemedy: async ({ id, remedy }) => asked(id, await engine.applyRemedy(id, remedy)),
    openSignIn: async ({ id }) => {
      await engine.openSignIn(id)
      return {}
    },
    copySignInAddress: async ({ id }) => {
      // SECURITY: the address holds the `state`, so it must not stay, nor enter a clipboard history.
      await keeper.copySecret(await engine.signInAddress(id))
      return {}
    },
    copyDeviceCode: async ({ id }) => {
      await keeper.copyText(engine.deviceCode(id))
      return {}
    },
    copyRedirectAddress: async ({ address }) => {
      await keeper.copyText(address)
      return {}
    },
    pasteRedirect: ({ id, text }) => ({ result: engine.pasteRedirect(id, text) }),
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
    findSettings: ({ address }) => parts.finder.find(address),
    cancelFindSettings: () => {
      parts.finder.cancel()
      return {}
    },
    endToken: ({ id }) => engine.endToken(id),
    introspectToken: ({ id }) => engine.introspectToken(id),
    checkSignature: ({ id }) => engine.checkSignature(id),
    readUserinfo: ({ id }) => engine.readUserinfo(id),
    cancelCheck: ({ id }) => {
      engine.cancelCheck(id)
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
    startPractice: async ({ way }) => ({ id: await practice.start(way) }),
    changeSettings: async (next) => {
      await settings.change(next)
      return {}
    },
    getDesktop: () => parts.readDesktop(),
    reportShown: ({ id }) => {
      parts.reportShown(id)
      return {}
    },
    reportDrawn: () => {
      parts.firstRows.reportDrawn()
      return {}
    },
    reportFirstRows: ({ ids }) => {
      parts.firstRows.remember(ids)
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

const isAccepted = (test: TokenTest) =>
  test.kind === 'answer' && test.status >= 200 && test.status < 300

/**
 * Tests a profile's token at an address, and stores an address that accepted it in the profile.
 * Throws what the test throws.
 */
export async function testAndRemember(
  engine: Pick<Engine, 'testToken' | 'profiles' | 'setApiAddress'>,
  presets: readonly Preset[],
  id: ProfileId,
  address: string,
): Promise<TokenTest> {
  const test = await engine.testToken(id, address)
  const profile = engine.profiles().find((each) => each.id === id)
  const isKnown = profile === undefined || knownApiAddress(presets, profile.settings) === address
  if (isKnown || !isAccepted(test) || !keptApiAddress.safeParse(address).success) return test
  try {
    await engine.setApiAddress(id, address)
  } catch (cause) {
    // The test itself succeeded; next time the user has to type the address again.
    if (!(cause instanceof Failure)) throw cause
  }
  return test
}
