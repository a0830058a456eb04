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
  /** Asks the user where to save, proposing a file's name; `null` if the user cancels. */
  readonly askWhereTo: (name: string) => Promise<string | null>
  /** Writes a file whole or not at all. Throws `Failure` `not-saved`. */
  readonly saveFile: (path: string, text: string) => Promise<void>
  /** Paths of files that the system opened with this app. */
  readonly openedFiles: {
    add(path: string): void
    isWaiting(): boolean
    take(): string | undefined
  }
  /**
   * Returns the text of a file of up to `longest` bytes; `name` is without its folder. Never
   * rejects.
   */
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

/** Receives settings from others and shares them. */
export interface ImportService {
  /** Throws `reading-stopped`. */
  read(text: string): Promise<ImportReading>
  /** Throws as `Engine.create` does, and `too-complicated` or `reading-stopped`. */
  create(text: string, which: number, draft: ProfileDraft): Promise<ProfileId>
  /**
   * Returns true if a file was saved. Throws `profile-not-found`, `vault-locked` and
   * `share-not-written`.
   */
  share(id: ProfileId): Promise<boolean>
  /**
   * Returns the file that the system opened with this app. While the app is locked, the file waits
   * unread.
   */
  takeOpened(isLocked: () => boolean): Promise<OpenedFile>
  /** Ends all reading, as a lock must: no received text stays in memory. */
  stop(): void
}

/** Returns a name that every file system accepts. */
function fileName(name: string): string {
  const readable = shownName(name)
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const plain = firstOf(readable, 80)
  return `${plain === '' ? 'profile' : plain}.tokendesk`
}

/** Returns the reason why a text is no usable share file. */
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

/** Rethrows a failed write as an error about the place that the user chose, not about the vault. */
function refuseShare(cause: unknown): never {
  if (cause instanceof Failure && cause.error.code === 'not-saved') {
    throw new Failure({ code: 'share-not-written', reason: cause.error.reason })
  }
  throw cause
}

/**
 * Creates the service that reads received texts, creates profiles from them and shares settings.
 * It keeps nothing between two calls: the page has the text and sends it again.
 */
export function createImportService(parts: Parts): ImportService {
  const { engine, reader, askWhereTo, saveFile, openedFiles, readFile } = parts

  /** Adds the secrets in the text to a draft, unless they were typed. */
  async function completed(
    text: string,
    which: number,
    draft: ProfileDraft,
  ): Promise<ProfileDraft> {
    const read = await reader.read(text)
    // The text was read before: without its secrets the profile would lack values that the
    // page shows as given.
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
      await saveFile(path, text).catch(refuseShare)
      return true
    },
    takeOpened: async (isLocked) => {
      if (isLocked()) return { kind: openedFiles.isWaiting() ? 'waits' : 'none' }
      const path = openedFiles.take()
      if (path === undefined) return { kind: 'none' }
      const file = await readFile(path, maxImportLength)
      // The page that called ends with the lock; the next one calls again.
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
      // Any other text may contain secrets, which the page must not get.
      const read = reading.value
      return read.kind === 'profiles' && read.source === 'share-file'
        ? { kind: 'opened', name, text: file.text }
        : { kind: 'refused', name, reason: refusalOf(read) }
    },
    stop: reader.stop,
  }
}
