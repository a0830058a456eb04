import type { Clock } from '../../shared/clock.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { RefusalRule } from '../../shared/refusal-rule.ts'
import type { VaultView } from '../../shared/vault-view.ts'
import type { StoredProfile } from './stored-profile.ts'

/**
 * What the engine and the vault need of the world. Each has one real adapter in
 * `platform/` (the store's is the vault) and one fake in `tests/support/`, and both
 * pass the same suite in `tests/ports/`.
 */

export interface EngineClock extends Clock {
  /**
   * Calls `callback` once, `milliseconds` (at most 2^31-1) from now, unless the
   * returned function is called before.
   */
  after(milliseconds: number, callback: () => void): () => void
}

export interface Random {
  /** A fresh version 4 UUID. */
  id(): ProfileId
  /** A number in [0, 1). */
  fraction(): number
}

export interface HttpRequest {
  /** `DELETE` revokes a token at some servers, where RFC 7009 wants a POST. */
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Empty with a GET. */
  readonly body: string
}

/** An answer, or why there is none; `send` rejects for bugs alone. */
export type HttpResult =
  | {
      readonly kind: 'answer'
      /** Never 3xx with a place to go: that is `moved`. */
      readonly status: number
      /** Names in lower case; several values of one name are joined by `, `. */
      readonly headers: Readonly<Record<string, string>>
      /** Decompressed, at most 1 MiB. */
      readonly body: Uint8Array
    }
  | { readonly kind: 'too-large'; readonly status: number }
  | Extract<Outcome, { kind: 'moved' | 'certificate-not-trusted' }>
  | (Extract<Outcome, { kind: 'unreachable' | 'cancelled' }> & {
      /** `false` only where it is certain that nothing of the request left this computer. */
      readonly mayHaveArrived: boolean
    })

/**
 * Sends one request: no cookies, no cache, no credentials but those in the request,
 * redirects never followed (RFC 9700 §4.12), 30 s in total.
 */
export interface Http {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpResult>
}

/** Waits, for pauses between the requests of a token run. */
export interface Delay {
  /**
   * Resolves after `milliseconds`, which may be more than a timer of Node takes (2^31-1), or as
   * soon as `signal` is aborted. Never rejects.
   */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** Cryptographically secure random bytes, for `state`, `nonce` and PKCE verifiers. */
export interface RandomBytes {
  bytes(count: number): Uint8Array
}

/** The user's browser. */
export interface Browser {
  /**
   * Opens an address: https, or http on a loopback address. Any other is a bug and rejects with
   * an `Error`. Rejects with `Failure` `browser-unavailable` if the system can't open it.
   */
  open(address: string): Promise<void>
}

/** A redirect to wait for (RFC 8252 §7.3). */
export interface RedirectRequest {
  /**
   * `http://127.0.0.1:…`, `http://[::1]:…` or `http://localhost:…` with the only path that is
   * answered. Port 0 takes any free one.
   */
  readonly address: string
  /** Returns true for the parameters that end the wait, such as those with the right `state`. */
  readonly accepts: (parameters: URLSearchParams) => boolean
  /** HTML for the person in the browser. */
  readonly pages: { readonly accepted: string; readonly refused: string }
}

export type RedirectResult =
  | { readonly kind: 'redirected'; readonly parameters: URLSearchParams }
  | { readonly kind: 'cancelled' }

/** Receives one redirect of the user's browser on a loopback address. */
export interface RedirectListener {
  /**
   * Resolves once the listener accepts connections, with the address that it is bound to.
   * `result` resolves with the first accepted redirect, sent by GET or POST, or when `signal` is
   * aborted; the listener is closed then. Rejects with `Failure` `port-unavailable`, and with an
   * `Error` for an address that is not one of those above.
   */
  listen(
    request: RedirectRequest,
    signal: AbortSignal,
  ): Promise<{ readonly address: string; readonly result: Promise<RedirectResult> }>
}

export const signingAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'HS256'] as const
export type SigningAlgorithm = (typeof signingAlgorithms)[number]

/** A key as the user's secrets hold it. */
export interface SigningKey {
  readonly algorithm: SigningAlgorithm
  /** PEM (PKCS #8, PKCS #1, SEC 1), or the shared secret for HS256. */
  readonly key: string
  /** Of an encrypted PEM. */
  readonly passphrase?: string
}

export type Signature =
  /** `jwt` in compact form (RFC 7515 §7.1). */
  | { readonly kind: 'signed'; readonly jwt: string }
  | {
      readonly kind: 'key-unusable'
      readonly reason:
        | 'unreadable'
        | 'passphrase-missing'
        | 'passphrase-wrong'
        /** Another kind of key than the algorithm takes, or a shorter one than it allows. */
        | 'unsuitable'
    }

/** Signs JWTs, such as client assertions (RFC 7523 §2.2). */
export interface Signer {
  /** Sets `alg` in the header from the key; the other members are signed as they are. */
  signJwt(
    jwt: {
      readonly header: Readonly<Record<string, string>>
      readonly claims: Readonly<Record<string, unknown>>
    },
    key: SigningKey,
  ): Promise<Signature>
}

/** The networks that this computer is connected to. */
export interface Network {
  /**
   * Calls `listener` when requests that failed because of the network may work now: it has become
   * another one, or has come back, and some seconds after the computer woke up. Never calls while
   * there is no network at all. Ends with the returned function.
   */
  watch(listener: () => void): () => void
}

/** How a store is opened. */
export type Opener =
  /** By itself, as when the app starts; also where nothing else is said. */
  | { readonly kind: 'start' }
  /** By the key store of the system, because the user asks for it. */
  | { readonly kind: 'key-store' }
  | { readonly kind: 'passphrase'; readonly passphrase: string }

/** Who takes the profiles of a store as they are read. */
export interface Arrival {
  /** These come before all others. Without any, and where there are few, all come at once. */
  readonly first: readonly ProfileId[]
  /**
   * Takes some profiles, each once: those that are wanted first in the first call. `toCome` is
   * how many records are still to be read. From then on these can be saved and removed. Not
   * called where there is no record at all; a lock or `close` ends it early, with 0 to come.
   * What is to come is read when the promise that is given back resolves.
   */
  take(profiles: readonly StoredProfile[], toCome: number): Promise<void> | void
}

/** Keeps profiles for good; the vault is its real adapter. */
export interface ProfileStore {
  /**
   * Reads everything, before any other call; again after a lock. Never throws because of a
   * damaged file. Throws `Failure` `wrong-passphrase` and `vault-missing`, and nothing has
   * changed then. `arrival` is told meanwhile, and other calls are possible from then on.
   */
  open(opener?: Opener, arrival?: Arrival): Promise<readonly StoredProfile[]>
  /**
   * Makes sure, before anything ends because of a lock, that `lock` would be possible now.
   * Throws as `lock` does.
   */
  prepareLock(): Promise<void>
  /**
   * Forgets the key when all that is being written is on disk: from then on nothing opens
   * and nothing is written until `open`. Throws `Failure` `no-passphrase` where there is
   * none that would open it again, and as `save` does where that can't be made sure.
   */
  lock(): Promise<void>
  /** How secrets are kept, for the user to read. */
  view(): VaultView
  /**
   * Whether the newest file of the profile was no good and an older one was read; until it is
   * saved.
   */
  isOlder(id: ProfileId): boolean
  /**
   * Makes the profile durable: when the promise resolves it survives a power cut.
   * Saves of one profile happen in the order of the calls.
   * Throws `Failure`: `not-saved`, `vault-locked`, `vault-read-only`, `vault-in-use`,
   * `vault-changed` and `vault-unreadable`.
   */
  save(profile: StoredProfile): Promise<void>
  /** Forgets a profile and everything kept for it. Throws as `save` does. */
  remove(id: ProfileId): Promise<void>
}

/** `first`: until now nothing was sealed at all. */
export type KeyChange = 'first' | 'another'

/**
 * The keys of a vault: each opens it, and changing them rewrites no record. Each throws
 * `Failure`: `vault-locked`, `vault-read-only`, `not-saved`, `vault-unreadable`; nothing has
 * changed then.
 */
export interface KeyKeeper {
  /** Sets the passphrase, or another one than `current`. Throws `wrong-passphrase`. */
  setPassphrase(passphrase: string, current?: string | null): Promise<KeyChange>
  /** Throws `last-key` where nothing else opens the vault, and `wrong-passphrase`. */
  removePassphrase(current?: string | null): Promise<KeyChange>
  /** Throws `wrong-passphrase` if one is set and this is another one, or none. */
  checkPassphrase(current: string | null): Promise<void>
  /** Lets the key store of the system open the vault. Throws `key-store-unusable`. */
  addKeyStore(): Promise<KeyChange>
  /** From now on the passphrase alone opens it. Throws `last-key`, `wrong-passphrase`. */
  leaveKeyStore(passphrase: string): Promise<KeyChange>
  /**
   * Lets the user work without the secrets that are locked; what is on disk stays as it is.
   * Not after `lock`: throws `vault-locked` then.
   */
  workInMemory(): void
}

/** The key store of the operating system: wraps small secrets (the vault's data key). */
export interface KeyStore {
  /**
   * True if a store that did not answer may answer a later call. `false`: the system's answer
   * holds until the app is started again.
   */
  readonly asksAgain: boolean
  /**
   * Returns how well the store protects what it wraps, found out by wrapping and unwrapping.
   * `weak`: it uses a key that anybody could know. `none`: it does not answer, or was refused.
   * `late`: it has not answered in time and still may, for example after a prompt.
   */
  strength(): Promise<'strong' | 'weak' | 'none' | 'late'>
  /** Rejects if the store does not answer, and never wraps with a key that anybody could know. */
  wrap(plain: Uint8Array): Promise<Uint8Array>
  unwrap(wrapped: Uint8Array): Promise<Unwrapped>
}

export type Unwrapped =
  /** `isOutdated`: the store has a newer key; wrapping once more uses that one. */
  | { readonly kind: 'unwrapped'; readonly plain: Uint8Array; readonly isOutdated: boolean }
  /** The store does not answer, or not for now. Says nothing about its key. */
  | { readonly kind: 'no-answer' }
  /** The store answers, and this was wrapped with another key. */
  | { readonly kind: 'does-not-fit' }

/** What the documentation of a provider says about its refusals, by the id of its preset. */
export type RulesOf = (presetId: string) => readonly RefusalRule[]

/** Every method throws `Failure` `clipboard-unavailable`. */
export interface Clipboard {
  writeText(text: string): Promise<void>
  /** As `writeText`, and asks clipboard histories not to keep it, where the system has a way. */
  writeSecret(text: string): Promise<void>
  /** The text that is there now; empty if there is none. */
  readText(): Promise<string>
  clear(): Promise<void>
}

/** Takes facts by name; never a body, a secret, a token or a message of another program. */
export interface Log {
  info(event: string, fields?: LogFields): void
  /** Records a bug with its cause and returns the incident number to show. */
  incident(event: string, cause: unknown): string
}

export interface LogFields {
  readonly profileId?: ProfileId
  readonly outcome?: Outcome['kind']
  readonly count?: number
  readonly milliseconds?: number
  readonly reason?: string
}
