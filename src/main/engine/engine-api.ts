import type { Instant } from '../../shared/clock.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ProfileDraft, ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { PastedContents, TokenContents } from '../../shared/token.ts'

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

/**
 * What a profile is and what happens to it. Every method that names a profile
 * throws `Failure` `profile-not-found` if there is none, and `vault-locked` or
 * `vault-read-only` where the vault forbids it.
 */
export interface Engine {
  /** Loads the profiles and begins to keep tokens fresh. Call once, first. */
  start(): Promise<void>
  revision(): number
  profiles(): readonly ProfileView[]
  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: (change: EngineChange) => void): () => void

  /** A `session` profile is never written to disk. Throws `not-saved` and keeps nothing then. */
  create(draft: ProfileDraft, lifetime: ProfileView['lifetime']): Promise<ProfileId>
  /** Throws `not-saved` and changes nothing then. */
  update(id: ProfileId, draft: ProfileDraft): Promise<void>
  remove(id: ProfileId): Promise<void>
  setKeepFresh(id: ProfileId, keepFresh: boolean): Promise<void>

  /** Runs the profile's grant, or joins the request under way. Throws `secrets-missing`. */
  obtain(id: ProfileId): Promise<Outcome>
  /** Uses the refresh token, else runs the grant again; or joins the request under way. */
  refresh(id: ProfileId): Promise<Outcome>
  /**
   * After the client was refused: tries the remaining ways to authenticate it (RFC 6749
   * §2.3), once each, and remembers the one that works. Stops at the first answer that
   * speaks of anything but the client. Throws `secrets-missing`.
   */
  tryOtherWays(id: ProfileId): Promise<Outcome>
  /** Ends the request under way, if there is one, with the outcome `cancelled`. */
  cancel(id: ProfileId): void

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

  /**
   * Every secret and token of a profile, for a part of main that must keep them out of a
   * text. Throws `vault-locked`.
   */
  secretValues(id: ProfileId): readonly string[]

  /** Looks again what is due: after sleep, when the network may be another. */
  wake(): void
  /** Stops all timers, waits a little for requests under way, and until all is saved. */
  close(): Promise<void>
}
