import { basename } from 'node:path'
import type {
  BackupPreview,
  ChosenBackup,
  RestoreChoice,
  Restored,
  WrittenBackup,
} from '../../shared/backup.ts'
import { type BackupProblem, Failure } from '../../shared/errors.ts'
import type { Preset } from '../../shared/preset.ts'
import type { ProfileId } from '../../shared/profile.ts'
import { hostsElsewhere, hostsOf } from '../../shared/provider-hosts.ts'
import type { Engine } from '../engine/engine-api.ts'
import type { EngineClock, Log } from '../engine/ports.ts'
import { readHeader } from './age-header.ts'
import type { BackupDocument } from './document.ts'
import { readChosen, writeChosen } from './file.ts'
import type { Answer, Order } from './orders.ts'

/** Asks the user for a path; `undefined` if the user cancels. */
export interface BackupDialogs {
  /** Asks for the path of a file with this name. */
  askWhereTo(fileName: string): Promise<string | undefined>
  askWhichFile(): Promise<string | undefined>
}

interface Parts {
  readonly engine: Pick<Engine, 'backUp' | 'compareBackup' | 'restore' | 'profiles'>
  readonly presets: readonly Pick<Preset, 'id' | 'domains'>[]
  /** Throws `wrong-passphrase` if the app has a passphrase and this is another one, or none. */
  readonly checkPassphrase: (current: string | null) => Promise<void>
  /** The number of profiles that can't be read. */
  readonly unreadableProfiles: () => number
  readonly dialogs: BackupDialogs
  /** `undefined`: it could not be carried out. */
  readonly carryOut: (order: Order) => Promise<Answer | undefined>
  readonly clock: EngineClock
  readonly log: Pick<Log, 'info'>
}

/** Backing up and restoring, as the window asks for it. One file at a time is open. */
export interface Backups {
  /**
   * Writes all secrets under `passphrase`; `ofApp` is that of the app, if it has one. Throws
   * `wrong-passphrase` and `backup-not-written`.
   */
  write(passphrase: string, ofApp: string | null): Promise<WrittenBackup>
  /** Throws `backup-unreadable`. */
  choose(): Promise<ChosenBackup>
  /** Throws `backup-unreadable` and `backup-closed`. Changes nothing. */
  open(passphrase: string): Promise<BackupPreview>
  /** Does what the preview said. Throws `backup-closed`. */
  restore(choice: RestoreChoice): Promise<Restored>
  /** Drops the file and its contents. */
  close(): void
}

interface OpenBackup {
  readonly file: Uint8Array
  readonly document?: BackupDocument
  /** The profiles shown to the user as missing in the backup; no others are removed. */
  readonly missing?: readonly ProfileId[]
}

/** By the user's own calendar; the name sorts by day. */
function fileNameFor(now: number): string {
  const date = new Date(now)
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  const day = parts.map((part) => String(part).padStart(2, '0')).join('-')
  return `Token Desk backup ${day}.age`
}

export function createBackups(parts: Parts): Backups {
  const { engine, dialogs, carryOut, clock, log } = parts
  let current: OpenBackup | undefined

  function opened(): OpenBackup {
    if (current === undefined) throw new Failure({ code: 'backup-closed' })
    return current
  }

  function refuse(problem: BackupProblem): never {
    log.info('backup-refused', { reason: problem })
    throw new Failure({ code: 'backup-unreadable', problem })
  }

  function leadingElsewhere(
    { profiles }: BackupDocument,
    { fresh, different }: Pick<BackupPreview, 'fresh' | 'different'>,
  ): BackupPreview['elsewhere'] {
    const affected = new Set([...fresh, ...different].map(({ id }) => id))
    const here = new Map(engine.profiles().map(({ id, settings }) => [id, settings]))
    return profiles
      .filter(({ id }) => affected.has(id))
      .map(({ id, settings }) => {
        const preset = parts.presets.find((each) => each.id === settings.about.presetId)
        const unknown = preset === undefined ? [] : hostsElsewhere(preset, settings)
        const now = here.get(id)
        const known = now === undefined ? [] : hostsOf(now)
        const candidates = now === undefined ? unknown : [...unknown, ...hostsOf(settings)]
        const hosts = [...new Set(candidates)].filter((host) => !known.includes(host))
        return { id, name: settings.about.name, hosts }
      })
      .filter(({ hosts }) => hosts.length > 0)
  }

  async function seal(document: BackupDocument, passphrase: string): Promise<Uint8Array> {
    const answer = await carryOut({ kind: 'seal', document, passphrase })
    if (answer?.kind === 'sealed') return answer.file
    const isTooLarge = answer?.kind === 'refused' && answer.problem === 'too-large'
    throw new Failure({
      code: 'backup-not-written',
      reason: isTooLarge ? 'too-large' : 'other',
    })
  }

  async function unseal(file: Uint8Array, passphrase: string): Promise<BackupDocument> {
    const answer = await carryOut({ kind: 'open', file, passphrase })
    if (answer?.kind === 'opened') return answer.document
    return refuse(answer?.kind === 'refused' ? answer.problem : 'not-a-backup')
  }

  return {
    async write(passphrase, ofApp) {
      await parts.checkPassphrase(ofApp)
      const createdAt = clock.now()
      const path = await dialogs.askWhereTo(fileNameFor(createdAt))
      if (path === undefined) return { kind: 'cancelled' }
      const { profiles, notIncluded } = engine.backUp()
      // It was locked while the dialog was open: a backup of nothing must not replace a good one.
      if (profiles.length === 0 && notIncluded.length > 0) {
        throw new Failure({ code: 'vault-locked' })
      }
      await writeChosen(path, await seal({ createdAt, profiles, notIncluded }, passphrase))
      log.info('backup-written', { count: profiles.length })
      return {
        kind: 'written',
        fileName: basename(path),
        count: profiles.length,
        notIncluded,
        withoutRefreshToken: profiles
          .filter(({ withoutRefreshToken }) => withoutRefreshToken)
          .map(({ id, settings }) => ({ id, name: settings.about.name })),
        unreadableProfiles: parts.unreadableProfiles(),
      }
    },

    async choose() {
      const path = await dialogs.askWhichFile()
      if (path === undefined) return { kind: 'cancelled' }
      current = undefined
      const file = await readChosen(path)
      // Checked first, so that the user need not type a passphrase for a file that is no backup.
      const header = readHeader(file)
      if (header.kind === 'refused') refuse(header.problem)
      current = { file }
      return { kind: 'chosen', fileName: basename(path) }
    },

    async open(passphrase) {
      const chosen = opened()
      const document = await unseal(chosen.file, passphrase)
      // Another one may have been chosen meanwhile, or all of it closed.
      if (current !== chosen) throw new Failure({ code: 'backup-closed' })
      const preview = engine.compareBackup(document)
      const missing = preview.missing.map(({ id }) => id)
      current = { file: chosen.file, document, missing }
      const elsewhere = leadingElsewhere(document, preview)
      return { createdAt: document.createdAt, ...preview, elsewhere }
    },

    async restore(choice) {
      const { document, missing = [] } = opened()
      if (document === undefined) throw new Failure({ code: 'backup-closed' })
      const done = await engine.restore({
        profiles: document.profiles,
        different: choice.kind === 'merge' ? choice.different : 'take',
        remove: choice.kind === 'replace' ? missing : [],
      })
      log.info('backup-restored', { count: done.added + done.changed })
      return done
    },

    close() {
      current = undefined
    },
  }
}
