import { Failure } from '../../shared/errors.ts'
import { firstOf } from '../../shared/first-of.ts'
import {
  type ImportReading,
  maxImportLength,
  type OpenedFile,
  type RefusedFile,
} from '../../shared/import.ts'
import { shownName } from '../../shared/names.ts'
import { type ProfileDraft, type ProfileId, requiredSecrets } from '../../shared/profile.ts'
import type { Engine } from '../engine/engine-api.ts'
import { shareFileOf } from './files/share-file.ts'
import type { ImportReader } from './import-reader.ts'
import { type Import, shownImport } from './imported.ts'

interface Parts {
  readonly engine: Pick<Engine, 'create' | 'profiles' | 'secretValues'>
  readonly reader: ImportReader
  /** Asks the user for a place, proposing a file's name; `null` if they would rather not. */
  readonly askWhereTo: (name: string) => Promise<string | null>
  /** Writes a file whole or not at all. Throws `Failure` `not-saved`. */
  readonly saveFile: (path: string, text: string) => Promise<void>
  /** The path of what the system opened with this app, if any waits. */
  readonly openedFiles: {
    add(path: string): void
    isWaiting(): boolean
    take(): string | undefined
  }
  /** The text of a file of up to `longest` bytes; `name` is without its folder. Never rejects. */
  readonly readFile: (
    path: string,
    longest: number,
  ) => Promise<
    { readonly name: string } & (
      | { readonly kind: 'read'; readonly text: string }
      | { readonly kind: 'too-large' | 'unreadable' }
    )
  >
}

/** What comes in from others and goes out to them. */
export interface ImportService {
  /** Throws `reading-stopped`. */
  read(text: string): Promise<ImportReading>
  /** Throws as `Engine.create` does, and `too-complicated` or `reading-stopped`. */
  create(text: string, which: number, draft: ProfileDraft): Promise<ProfileId>
  /** Whether a file was saved. Throws `profile-not-found`, `vault-locked` and `not-saved`. */
  share(id: ProfileId): Promise<boolean>
  /** What the system opened with this app. While it is locked that waits, unread. */
  takeOpened(isLocked: () => boolean): Promise<OpenedFile>
  /** Ends all reading, as a lock has to: what was received is in memory no longer. */
  stop(): void
}

/** A name that every file system takes. */
function fileName(name: string): string {
  const readable = shownName(name)
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const plain = firstOf(readable, 80)
  return `${plain === '' ? 'profile' : plain}.tokendesk`
}

/** Why what was read is no share file that can be used. */
function refusalOf(read: Import): RefusedFile['reason'] {
  if (read.kind === 'profiles') return 'foreign'
  switch (read.reason) {
    case 'newer-share-file':
      return 'newer'
    case 'damaged-share-file':
    case 'damaged-json':
      return 'damaged'
    case 'too-complicated':
      return 'too-complicated'
    default:
      return 'foreign'
  }
}

/**
 * Reads what people received, makes profiles of it and hands settings on. It keeps nothing
 * between two calls: the page has the text and sends it again.
 */
export function createImportService(parts: Parts): ImportService {
  const { engine, reader, askWhereTo, saveFile, openedFiles, readFile } = parts

  /** The draft with the secrets that were not typed but stand in the text. */
  async function completed(
    text: string,
    which: number,
    draft: ProfileDraft,
  ): Promise<ProfileDraft> {
    const read = await reader.read(text)
    // It was read before: without its secrets the profile would lack what the page shows as given.
    if (read.kind === 'nothing' && read.reason === 'too-complicated') {
      throw new Failure({ code: 'too-complicated' })
    }
    const found = read.kind === 'profiles' ? read.candidates[which]?.secrets : undefined
    const secrets = { ...draft.secrets }
    for (const name of requiredSecrets(draft.settings)) {
      const value = found?.[name]
      if (secrets[name] === undefined && value !== undefined) secrets[name] = value
    }
    return { ...draft, secrets }
  }

  return {
    read: async (text) => shownImport(await reader.read(text)),
    create: async (text, which, draft) =>
      engine.create(await completed(text, which, draft), 'saved'),
    share: async (id) => {
      const profile = engine.profiles().find((each) => each.id === id)
      if (profile === undefined) throw new Failure({ code: 'profile-not-found' })
      const text = shareFileOf(profile.settings, engine.secretValues(id))
      const path = await askWhereTo(fileName(profile.settings.about.name))
      if (path === null) return false
      await saveFile(path, text)
      return true
    },
    takeOpened: async (isLocked) => {
      if (isLocked()) return { kind: openedFiles.isWaiting() ? 'waits' : 'none' }
      const path = openedFiles.take()
      if (path === undefined) return { kind: 'none' }
      const file = await readFile(path, maxImportLength)
      // The page that asked ends with the lock; the next one asks again.
      const waitOn = (): OpenedFile => {
        if (!openedFiles.isWaiting()) openedFiles.add(path)
        return { kind: 'waits' }
      }
      if (isLocked()) return waitOn()
      const name = firstOf(file.name, 255)
      if (file.kind !== 'read') return { kind: 'refused', name, reason: file.kind }
      const [reading] = await Promise.allSettled([reader.read(file.text)])
      if (isLocked()) return waitOn()
      if (reading.status === 'rejected') throw reading.reason
      // What is no share file may hold secrets, which main tells no page.
      const read = reading.value
      return read.kind === 'profiles' && read.source === 'share-file'
        ? { kind: 'opened', name, text: file.text }
        : { kind: 'refused', name, reason: refusalOf(read) }
    },
    stop: reader.stop,
  }
}
