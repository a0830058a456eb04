import type { VaultView } from '../../shared/contract.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { Preset } from '../../shared/preset.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Engine } from '../engine/engine-api.ts'
import type { Clipboard } from '../engine/ports.ts'
import type { ImportDesk } from '../import/import-desk.ts'
import type { Practice } from '../practice-server/practice.ts'
import type { Handlers } from './router.ts'

interface Parts {
  readonly engine: Engine
  /** Resolves when the engine has loaded the profiles; the window opens before that. */
  readonly started: Promise<void>
  readonly vault: { view(): VaultView }
  readonly presets: readonly Preset[]
  readonly clipboard: Clipboard
  readonly practice: Practice
  readonly imports: ImportDesk
}

/** What main does for each request of the contract. */
export function createHandlers(parts: Parts): Handlers {
  const { engine, started, vault, clipboard, practice, imports } = parts

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
    copyHeader: async ({ id }) => {
      const { text, expiresAt } = engine.header(id)
      await clipboard.writeText(text)
      return { expiresAt }
    },
    copyToken: async ({ id }) => {
      const { text, expiresAt } = engine.accessToken(id)
      await clipboard.writeText(text)
      return { expiresAt }
    },
    copyReport: async ({ id }) => {
      await clipboard.writeText(engine.report(id))
      return {}
    },
    inspectToken: ({ text }) => engine.inspect(text),
    readImport: ({ text }) => imports.read(text),
    createFromImport: async ({ text, which, draft }) => ({
      id: await imports.create(text, which, draft),
    }),
    shareProfile: async ({ id }) => ({ saved: await imports.share(id) }),
    startPractice: async () => ({ id: await practice.start() }),
  }
}
