import type { BackupPreview, Restored } from '../../shared/backup.ts'
import type { Instant } from '../../shared/clock.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ProfileDraft, ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Marks } from '../../shared/settings/about.ts'
import type { PastedContents, TokenContents } from '../../shared/token.ts'
import type { TokenTest } from '../../shared/token-test.ts'
import type { BackedUpProfile, BackedUpProfiles } from './backed-up-profile.ts'
import type { KeyChange, Opener } from './ports.ts'

export interface EngineChange {
  /** Rises by one with every change. */
  readonly revision: number
  /** The profiles that changed, whole. */
  readonly profiles: readonly ProfileView[]
  readonly removed: readonly ProfileId[]
}

/** A token's text and its end, for the clipboard. */
export interface Copyable {
  readonly text: string
  readonly expiresAt: Instant | null
}

/** What is to become of the profiles that are here. */
export interface RestorePlan {
  readonly profiles: readonly BackedUpProfile[]
  /** Of what is here with other settings or secrets. */
  readonly different: 'keep' | 'take'
  readonly remove: readonly ProfileId[]
}

export interface Loading {
  /** Resolves when the profiles that are wanted first are there. Rejects as `all`. */
  readonly first: Promise<void>
  /** Rejects with what no store should throw. */
  readonly all: Promise<void>
}

/**
 * What a profile is and what happens to it. Every method that names a profile
 * throws `Failure` `profile-not-found` if there is none, and `vault-locked` or
 * `vault-read-only` where the vault forbids it.
 */
export interface Engine {
  /**
   * Loads the profiles, those of `first` before the others, and begins to keep tokens fresh when
   * all are there. Call once, first. Until `all` resolves, nothing may be asked that is about
   * more than one profile. Where others are to come, they wait for `pause`.
   */
  start(first?: readonly ProfileId[], pause?: () => Promise<void>): Loading
  /**
   * While profiles are still being read: how many are to come, as changes, and how many of
   * those that there are, the first, were wanted before the others.
   */
  opening(): { readonly atTop: number; readonly toCome: number } | null
  revision(): number
  profiles(): readonly ProfileView[]
  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: (change: EngineChange) => void): () => void

  /** A `session` profile is never written to disk. Throws `not-saved` and keeps nothing then. */
  create(draft: ProfileDraft, lifetime: ProfileView['lifetime']): Promise<ProfileId>
  /** Throws `not-saved` and changes nothing then. */
  update(id: ProfileId, draft: ProfileDraft): Promise<void>
  remove(id: ProfileId): Promise<void>
  changeMarks(id: ProfileId, marks: Marks): Promise<void>

  /** Runs the profile's grant, or joins the request under way. Throws `secrets-missing`. */
  obtain(id: ProfileId): Promise<Outcome>
  /** Uses the refresh token, else runs the grant again; or joins the request under way. */
  refresh(id: ProfileId): Promise<Outcome>
  /**
   * After the client was refused: tries the remaining ways to authenticate it (RFC 6749
   * §2.3), once each, and remembers the one that works. Stops at the first answer that
   * speaks of anything but the client. Throws `secrets-missing`.
   */
  tryOtherMethods(id: ProfileId): Promise<Outcome>
  /** Ends the request under way, if there is one, with the outcome `cancelled`. */
  cancel(id: ProfileId): void

  /**
   * To be called before a token is handed to the user: renews one that has less than two
   * minutes left, if that can be done silently. Resolves when a new one is kept, or when it
   * is known that none comes; the older one is then still there.
   */
  freshen(id: ProfileId): Promise<'not-needed' | 'renewed' | 'failed'>
  /**
   * Shows the token to the API at `address`, which `apiAddress` has checked, and says what
   * it answered. Throws `no-token`.
   */
  testToken(id: ProfileId, address: string): Promise<TokenTest>
  /** Ends the test under way with the outcome `cancelled`; nothing, if there is none. */
  cancelTest(id: ProfileId): void

  /** Remembers that a token of the profile was handed to the user; writes nothing for it. */
  recordUse(id: ProfileId): void
  /** Keeps the address where the profile's token is used. Throws as `update` does. */
  setApiAddress(id: ProfileId, apiAddress: string): Promise<void>

  /** Throws `no-token`. */
  readToken(id: ProfileId): TokenContents
  /** Reads any text that may be a token, such as one that a user pasted; keeps nothing of it. */
  inspect(text: string): PastedContents
  /** `Authorization: Bearer …` (RFC 6750 §2.1). Throws `no-token`. */
  header(id: ProfileId): Copyable
  /** The access token alone. Throws `no-token`. */
  accessToken(id: ProfileId): Copyable

  /**
   * The last request and its answer for a support desk to read, with every secret and
   * token replaced by its length. Throws `no-report`.
   */
  report(id: ProfileId): string

  /** All saved profiles without their tokens; those that are locked by name alone. */
  backUp(): BackedUpProfiles
  /** What restoring would change. */
  compareBackup(backup: BackedUpProfiles): Omit<BackupPreview, 'createdAt' | 'elsewhere'>
  /**
   * Adds and changes profiles; what is to be removed goes when all else is durable. Ends at
   * the first that can't be done: each profile is the old or the new one then, whole, and the
   * same plan can be carried out again.
   */
  restore(plan: RestorePlan): Promise<Restored>

  /**
   * Forgets every secret, once all that is under way has ended and is on disk; nothing is
   * renewed from then on. Session profiles end. Calls `begin` when all that can be known
   * before is in order. Throws `no-passphrase`, `lock-in-memory` and as saving
   * does, and goes on as before then.
   */
  lock(begin?: () => void): Promise<void>
  /** Whether a lock has begun and waits for what is under way. */
  isLocking(): boolean
  /** Opens what is locked, if it is. Throws `wrong-passphrase` and `vault-missing`. */
  unlock(opener: Opener): Promise<void>
  /** Changes the keys, never while something is being locked or opened. Throws as `work` does. */
  changeKeys(work: () => Promise<KeyChange>): Promise<void>
  /** Resolves when no lock and no unlocking is under way. */
  keysSettled(): Promise<void>
  /**
   * Every secret and token of a profile, for a part of main that must keep them out of a
   * text. Throws `vault-locked`.
   */
  secretValues(id: ProfileId): readonly string[]

  /** Looks again what is due: after sleep, when the network may be another. */
  wake(): void
  /** Tries once more to write what is in memory alone; how many profiles still are. */
  saveNow(): Promise<number>
  /** Stops all timers, waits a little for requests under way, and until all is saved. */
  close(): Promise<void>
}
