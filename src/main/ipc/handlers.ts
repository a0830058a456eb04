import type { AppSettings } from '../../shared/app-settings.ts'
import type { VaultView } from '../../shared/contract.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { Preset } from '../../shared/preset.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ClipboardKeeper } from '../copying/clipboard-keeper.ts'
import type { Copier } from '../copying/copier.ts'
import type { Engine } from '../engine/engine-api.ts'
import type { Practice } from '../practice-server/practice.ts'
import type { Handlers } from './router.ts'

interface Parts {
  readonly engine: Engine
  /** Resolves when the engine has loaded the profiles; the window opens before that. */
  readonly started: Promise<void>
  readonly vault: { view(): VaultView }
  readonly presets: readonly Preset[]
  readonly copier: Copier
  readonly keeper: Pick<ClipboardKeeper, 'copyText'>
  readonly settings: {
    read(): AppSettings
    change(settings: AppSettings): void
  }
  readonly practice: Practice
}

/** What main does for each request of the contract. */
export function createHandlers(parts: Parts): Handlers {
  const { engine, started, vault, copier, keeper, settings, practice } = parts

  function asked(id: ProfileId, outcome: Outcome) {
    const isNew = outcome.kind === 'obtained'
    return { outcome, expiresAt: isNew ? engine.accessToken(id).expiresAt : null }
  }

  return {
    getSnapshot: async () => {
      await started
      return {
        revision: engine.revision(),
        profiles: [...engine.profiles()],
        presets: [...parts.presets],
        vault: vault.view(),
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
    tryOtherWays: async ({ id }) => asked(id, await engine.tryOtherWays(id)),
    cancelRequest: ({ id }) => {
      engine.cancel(id)
      return {}
    },
    readToken: ({ id }) => engine.readToken(id),
    copyHeader: ({ id }) => copier.copy(id, 'header'),
    copyToken: ({ id }) => copier.copy(id, 'token'),
    copySnippet: ({ id, form, address }) => copier.copy(id, form, address),
    testToken: ({ id, address }) => engine.testToken(id, address),
    copyReport: async ({ id }) => {
      await keeper.copyText(engine.report(id))
      return {}
    },
    inspectToken: ({ text }) => engine.inspect(text),
    startPractice: async () => ({ id: await practice.start() }),
    readSettings: () => settings.read(),
    changeSettings: (next) => {
      settings.change(next)
      return {}
    },
  }
}
