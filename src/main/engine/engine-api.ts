import type { BackupPreview, Restored } from '../../shared/backup.ts'
import type { Instant } from '../../shared/clock.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ProfileDraft, ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Marks } from '../../shared/settings/about.ts'
import type { PasteResult, Remedy } from '../../shared/sign-in.ts'
import type { PastedContents, TokenContents } from '../../shared/token.ts'
import type {
  Introspection,
  SignatureChecks,
  TokenEnding,
  Userinfo,
} from '../../shared/token-checks.ts'
import type { TokenTest } from '../../shared/token-test.ts'
import type { BackedUpProfile, BackedUpProfiles } from './backed-up-profile.ts'
import type { KeyChange, Opener } from './ports.ts'

export interface EngineChange {
  /** Increases by one with every change. */
  readonly revision: number
  /** The profiles that changed, whole. */
  readonly profiles: readonly ProfileView[]
  readonly removed: readonly ProfileId[]
}

/** A text for the clipboard, and when its token expires. */
export interface Copyable {
  readonly text: string
  readonly expiresAt: Instant | null
}

/** The effect of a restore on existing profiles. */
export interface RestorePlan {
  readonly profiles: readonly BackedUpProfile[]
  /** For profiles that exist with other settings or secrets. */
  readonly different: 'keep' | 'take'
  readonly remove: readonly ProfileId[]
}

export interface Loading {
  /** Resolves when the first profiles are loaded. Rejects as `all` does. */
  readonly first: Promise<void>
  /** Rejects only because of a bug in the store. */
  readonly all: Promise<void>
}

/**
 * Holds the profiles, requests their tokens and renews these. Every method that takes a profile
 * throws `Failure` `profile-not-found` if there is none, and `vault-locked` or `vault-read-only`
 * where the vault forbids it.
 */
export interface Engine {
  /**
   * Loads the profiles, those of `first` before the others, and keeps tokens fresh once all are
   * loaded. Call once, before any other method. Until `all` resolves, call only methods about one
   * profile. The other profiles wait for `pause`.
   */
  start(first?: readonly ProfileId[], pause?: () => Promise<void>): Loading
  /**
   * Returns, while profiles are being loaded, how many are still to come (as changes) and how many
   * of those loaded were requested first.
   */
  opening(): { readonly atTop: number; readonly toCome: number } | null
  revision(): number
  profiles(): readonly ProfileView[]
  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: (change: EngineChange) => void): () => void

  /** Never writes a `session` profile to disk. Throws `not-saved`, and keeps nothing then. */
  create(draft: ProfileDraft, lifetime: ProfileView['lifetime']): Promise<ProfileId>
  /** Throws `not-saved`, and changes nothing then. */
  update(id: ProfileId, draft: ProfileDraft): Promise<void>
  remove(id: ProfileId): Promise<void>
  changeMarks(id: ProfileId, marks: Marks): Promise<void>

  /** Runs the profile's grant, or joins the run under way. Throws `secrets-missing`. */
  obtain(id: ProfileId): Promise<Outcome>
  /** Uses the refresh token, or else the grant again; or joins the run under way. */
  refresh(id: ProfileId): Promise<Outcome>
  /**
   * Tries the other client authentication methods (RFC 6749 §2.3) after the client was refused,
   * once each, and keeps the one that works. Stops at the first response about anything but the
   * client. Throws `secrets-missing`.
   */
  tryOtherMethods(id: ProfileId): Promise<Outcome>
  /** As `obtain`, but the server is asked to let the user choose another account. */
  signInAsSomebodyElse(id: ProfileId): Promise<Outcome>
  /** Changes the settings as `remedy` says, and then as `obtain`. Throws as `update` does. */
  applyRemedy(id: ProfileId, remedy: Remedy): Promise<Outcome>
  /**
   * Opens the page of the sign-in that waits for the user. Throws `no-sign-in` and
   * `browser-unavailable`.
   */
  openSignIn(id: ProfileId): Promise<void>
  /** Returns the address of that page. Throws `no-sign-in`. */
  signInAddress(id: ProfileId): Promise<string>
  /** Returns the code to type on another device. Throws `no-sign-in`. */
  deviceCode(id: ProfileId): string
  /** Takes the pasted address at which the user arrived. Throws `no-sign-in`. */
  pasteRedirect(id: ProfileId, text: string): PasteResult
  /** Cancels the run under way, if there is one, with the outcome `cancelled`. */
  cancel(id: ProfileId): void

  /**
   * Call before returning a token to the user: renews it if less than two minutes are left and no
   * person is needed. Resolves when the new one is kept, or with `failed`; the older one is still
   * there then.
   */
  freshen(id: ProfileId): Promise<'not-needed' | 'renewed' | 'failed'>
  /**
   * Sends the token to the API at `address`, which `apiAddress` has checked, and returns the
   * interpreted response. Throws `no-token`.
   */
  testToken(id: ProfileId, address: string): Promise<TokenTest>
  /** Cancels the test under way, if there is one, with the outcome `cancelled`. */
  cancelTest(id: ProfileId): void

  /**
   * Asks the server to end the token before its time: the refresh token first, then the access
   * token (RFC 7009). The profile then no longer has those that the server accepted to end, even if
   * that can't be saved at once; a failure leaves them. Throws `no-token`, `no-endpoint`,
   * `secrets-missing`, and as saving does before anything is sent.
   */
  endToken(id: ProfileId): Promise<TokenEnding>
  /**
   * Asks the server whether the access token is active (RFC 7662). Throws as `endToken`, except that
   * nothing is saved.
   */
  introspectToken(id: ProfileId): Promise<Introspection>
  /**
   * Checks the signatures of the access token and of the ID token with the keys that the profile's
   * server publishes. Sends no token. Throws `no-token` and `no-endpoint`.
   */
  checkSignature(id: ProfileId): Promise<SignatureChecks>
  /**
   * Asks the server for the person who signed in (OpenID Connect Core §5.3). Throws as
   * `introspectToken` does.
   */
  readUserinfo(id: ProfileId): Promise<Userinfo>
  /** Cancels the request of those four that is under way, if there is one. */
  cancelCheck(id: ProfileId): void

  /** Notes that the user got a token of the profile; causes no write. */
  recordUse(id: ProfileId): void
  /** Sets the address where the profile's token is used. Throws as `update` does. */
  setApiAddress(id: ProfileId, apiAddress: string): Promise<void>

  /** Throws `no-token`. */
  readToken(id: ProfileId): TokenContents
  /** Reads a pasted text that may be a token; keeps nothing of it. */
  inspect(text: string): PastedContents
  /** `Authorization: Bearer …` (RFC 6750 §2.1). Throws `no-token`. */
  header(id: ProfileId): Copyable
  /** The access token alone. Throws `no-token`. */
  accessToken(id: ProfileId): Copyable

  /**
   * Returns the support report of the last run: its requests and responses, with every secret and
   * token replaced by its length. Throws `no-report`.
   */
  report(id: ProfileId): string

  /** Returns all saved profiles without their tokens; of locked ones, only the names. */
  backUp(): BackedUpProfiles
  /** Returns what a restore would change. */
  compareBackup(backup: BackedUpProfiles): Omit<BackupPreview, 'createdAt' | 'elsewhere'>
  /**
   * Adds and changes profiles, and removes profiles once all else is durable. Ends at the first
   * failure: each profile is then either the old or the new one, and the same plan can be carried
   * out again.
   */
  restore(plan: RestorePlan): Promise<Restored>

  /**
   * Removes all secrets from memory once all runs have ended and all is on disk, and stops
   * renewals. Session profiles are removed. Calls `begin` after the checks that can be made before.
   * Throws `no-passphrase`, `lock-in-memory` and as saving does, and continues as before then.
   */
  lock(begin?: () => void): Promise<void>
  /** Returns true while a lock waits for runs under way. */
  isLocking(): boolean
  /** Unlocks the profiles if they are locked. Throws `wrong-passphrase` and `vault-missing`. */
  unlock(opener: Opener): Promise<void>
  /** Changes the keys, never during a lock or an unlock. Throws as `work` does. */
  changeKeys(work: () => Promise<KeyChange>): Promise<void>
  /** Resolves when no lock and no unlock is under way. */
  keysSettled(): Promise<void>
  /**
   * Returns every secret and token of a profile, for code that must keep them out of a text.
   * Throws `vault-locked`.
   */
  secretValues(id: ProfileId): readonly string[]

  /** Checks what is due after sleep, when the network may have changed. */
  wake(): void
  /** Retries failed saves once. Resolves with the number of profiles that are still unsaved. */
  saveNow(): Promise<number>
  /** Stops all timers, waits up to five seconds for runs under way, and saves everything. */
  close(): Promise<void>
}
