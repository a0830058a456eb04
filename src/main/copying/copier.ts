import type { Copied, CopyForm, SnippetForm } from '../../shared/copying.ts'
import { Failure } from '../../shared/errors.ts'
import { knownApiAddress } from '../../shared/known-api-address.ts'
import type { Preset } from '../../shared/preset.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Copyable, Engine } from '../engine/engine-api.ts'
import { placeholderAddress, snippetOf } from '../snippets/snippet.ts'
import type { SecretClipboard } from './secret-clipboard.ts'

interface Parts {
  readonly engine: Pick<
    Engine,
    'freshen' | 'header' | 'accessToken' | 'profiles' | 'isLocking' | 'recordUse'
  >
  readonly keeper: SecretClipboard
  readonly presets: readonly Preset[]
  /** Returns true if a text copied now reaches other programs: on Wayland the window needs focus. */
  readonly reachesOthers: () => boolean
}

export interface Copier {
  /**
   * Copies a profile's token in one of its forms, for the window or the tray. Renews a token that
   * is about to expire first, if no person is needed. A snippet contains the known API address, or
   * a placeholder. Throws as the engine does, `not-writable-so` and `clipboard-unavailable`.
   */
  copy(id: ProfileId, form: CopyForm): Promise<Copied>
}

export function createCopier({ engine, keeper, presets, reachesOthers }: Parts): Copier {
  function addressOf(id: ProfileId): string {
    const profile = engine.profiles().find((each) => each.id === id)
    if (profile === undefined) throw new Failure({ code: 'profile-not-found' })
    return knownApiAddress(presets, profile.settings) ?? placeholderAddress
  }

  function snippet(id: ProfileId, form: SnippetForm): Copyable {
    const { text: token, expiresAt } = engine.accessToken(id)
    const text = snippetOf(form, { address: addressOf(id), token })
    if (text === undefined) throw new Failure({ code: 'not-writable-so' })
    return { text, expiresAt }
  }

  function copyable(id: ProfileId, form: CopyForm): Copyable {
    if (form === 'header') return engine.header(id)
    if (form === 'token') return engine.accessToken(id)
    return snippet(id, form)
  }

  return {
    copy: async (id, form) => {
      const didReach = reachesOthers()
      const renewal = await engine.freshen(id)
      // A lock that began during the renewal has cleared the clipboard already.
      if (engine.isLocking()) throw new Failure({ code: 'vault-locked' })
      // The user may have left the window during the renewal; reading back would not show that.
      if (didReach && !reachesOthers()) throw new Failure({ code: 'clipboard-unavailable' })
      const { text, expiresAt } = copyable(id, form)
      const clearedAfter = await keeper.copySecret(text)
      engine.recordUse(id)
      return { expiresAt, renewal, clearedAfter }
    },
  }
}
