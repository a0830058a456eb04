import { Failure } from '../../shared/errors.ts'
import type { ImportReading } from '../../shared/import.ts'
import type { Preset } from '../../shared/preset.ts'
import { type ProfileDraft, type ProfileId, requiredSecrets } from '../../shared/profile.ts'
import type { Engine } from '../engine/engine-api.ts'
import { shareFileOf } from './files/share-file.ts'
import { readImport, shownImport } from './read-import.ts'

interface Parts {
  readonly engine: Pick<Engine, 'create' | 'profiles' | 'secretValues'>
  readonly presets: readonly Preset[]
  /** Asks the user for a place, proposing a file's name; `null` if they would rather not. */
  readonly askWhereTo: (name: string) => Promise<string | null>
  /** Writes a file whole or not at all. Throws `Failure` `not-saved`. */
  readonly saveFile: (path: string, text: string) => Promise<void>
}

/** What comes in from others and goes out to them. */
export interface ImportDesk {
  read(text: string): ImportReading
  /** Throws as `Engine.create` does. */
  create(text: string, which: number, draft: ProfileDraft): Promise<ProfileId>
  /** Whether a file was saved. Throws `profile-not-found`, `vault-locked` and `not-saved`. */
  share(id: ProfileId): Promise<boolean>
}

/** A name that every file system takes. */
function fileName(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
  return `${plain === '' ? 'profile' : plain}.tokendesk`
}

/**
 * Reads what people received, makes profiles of it and hands settings on. It keeps nothing
 * between two calls: the page has the text and sends it again.
 */
export function createImportDesk({ engine, presets, askWhereTo, saveFile }: Parts): ImportDesk {
  /** The draft with the secrets that were not typed but stand in the text. */
  function completed(text: string, which: number, draft: ProfileDraft): ProfileDraft {
    const read = readImport(text, presets)
    const found = read.kind === 'profiles' ? read.candidates[which]?.secrets : undefined
    const secrets = { ...draft.secrets }
    for (const name of requiredSecrets(draft.settings)) {
      const value = found?.[name]
      if (secrets[name] === undefined && value !== undefined) secrets[name] = value
    }
    return { ...draft, secrets }
  }

  return {
    read: (text) => shownImport(readImport(text, presets)),
    create: (text, which, draft) => engine.create(completed(text, which, draft), 'saved'),
    share: async (id) => {
      const profile = engine.profiles().find((each) => each.id === id)
      if (profile === undefined) throw new Failure({ code: 'profile-not-found' })
      const text = shareFileOf(profile.settings, engine.secretValues(id))
      const path = await askWhereTo(fileName(profile.settings.name))
      if (path === null) return false
      await saveFile(path, text)
      return true
    },
  }
}
