import type { Clock } from '../../shared/clock.ts'
import type { Outcome, PortProblem } from '../../shared/outcome.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { RedirectNotice } from '../../shared/profile-view.ts'
import type { RefusalRule } from '../../shared/refusal-rule.ts'
import type { VaultView } from '../../shared/vault-view.ts'
import type { StoredProfile } from './stored-profile.ts'

/**
 * The ports of the engine and the vault. Each has one real adapter in `platform/` (the store's is
 * the vault) and one fake in `tests/support/`, and both pass the same suite in `tests/ports/`.
 */

export interface EngineClock extends Clock {
  /**
   * Calls `callback` once, `milliseconds` (at most 2^31-1) from now, unless the
   * returned function is called before.
   */
  after(milliseconds: number, callback: () => void): () => void
}

export interface Random {
  /** Returns a new version 4 UUID. */
  id(): ProfileId
  /** Returns a number in [0, 1). */
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

/** A response, or the reason why there is none; `send` rejects only because of a bug. */
export type HttpResult =
  | {
      readonly kind: 'answer'
      /** Never 3xx with a `Location`: that is `moved`. */
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
   * an `Error`. Rejects with `Failure` `browser-unavailable` if the system can't open it. On Linux a
   * browser may be missing all the same.
   */
  open(address: string): Promise<void>
}

export type { RedirectNotice }

/** A redirect to wait for (RFC 8252 §7.3). */
export interface RedirectRequest {
  /**
   * `http://127.0.0.1:…`, `http://[::1]:…` or `http://localhost:…` with the only path that is
   * answered, and the parameters of its own that a redirect must begin with, if it has any. Port 0
   * takes any free one.
   */
  readonly address: string
  /**
   * Returns true for the parameters that end the wait, such as those with the right `state`. Those
   * of the address itself are not among them.
   */
  readonly accepts: (parameters: URLSearchParams) => boolean
  /** Called once for each kind of notice, while the wait goes on. */
  readonly onNotice?: (notice: RedirectNotice) => void
}

export type RedirectResult =
  | { readonly kind: 'redirected'; readonly parameters: URLSearchParams }
  | { readonly kind: 'cancelled' }

export type RedirectWait =
  | {
      readonly kind: 'listening'
      /** The address of the request with the port that was bound. */
      readonly address: string
      /**
       * Resolves with the first accepted redirect, sent by GET or POST, or when `signal` is aborted;
       * the listener is closed then.
       */
      readonly result: Promise<RedirectResult>
    }
  /** Absent reason: another program listens on the port. */
  | {
      readonly kind: 'port-unavailable'
      readonly port: number
      readonly reason?: PortProblem
    }

/**
 * Receives one redirect of the user's browser on a loopback address. The pages that the person sees
 * belong to the adapter.
 */
export interface RedirectListener {
  /**
   * Resolves once the listener accepts connections. Rejects with an `Error` for an address that is
   * not one of those above.
   */
  listen(request: RedirectRequest, signal: AbortSignal): Promise<RedirectWait>
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

/** Verifies the signatures of JWTs. */
export interface Verifier {
  /**
   * Returns whether a JWS in compact form (RFC 7515 §7.1) was signed with the private half of `key`
   * (RFC 7517). `algorithm` is the `alg` of its header, which has no `crit`. Never rejects because
   * of what a server sent.
   */
  verify(
    jws: string,
    key: Readonly<Record<string, string>>,
    algorithm: string,
  ): Promise<
    | 'genuine'
    | 'not-genuine'
    /** Not a key, or not one for the algorithm, or a shorter one than it allows. */
    | 'key-unusable'
    /** The JWS can't be read. */
    | 'malformed'
  >
}

/** The network connections of this computer. */
export interface Network {
  /**
   * Calls `listener` when requests that failed because of the network may work now: when the
   * network has changed or has come back, and some seconds after the computer woke up. Never calls
   * it while there is no network. Stops when the returned function is called.
   */
  watch(listener: () => void): () => void
}

/** The key that a store is opened with. */
export type Opener =
  /** Without an action of the user, as when the app starts; the default. */
  | { readonly kind: 'start' }
  /** With the key store of the system, at the user's request. */
  | { readonly kind: 'key-store' }
  | { readonly kind: 'passphrase'; readonly passphrase: string }

/** Receives the profiles of a store while they are being read. */
export interface Arrival {
  /** Read before all others. If it is empty, or there are few profiles, all come at once. */
  readonly first: readonly ProfileId[]
  /**
   * Receives a part of the profiles, each once, those of `first` in the first call. `toCome` is
   * the number of records still to read. From then on these profiles can be saved and removed. Not
   * called if there is no record; a lock or `close` ends it early, with 0 to come. The next part is
   * read once the returned promise resolves.
   */
  take(profiles: readonly StoredProfile[], toCome: number): Promise<void> | void
}

/** Stores profiles durably; the vault is its real adapter. */
export interface ProfileStore {
  /**
   * Reads all profiles. Call before any other method, and again after a lock. Never throws because
   * of a damaged file. Throws `Failure` `wrong-passphrase` and `vault-missing`, and changes nothing
   * then. Other methods can be called once `arrival` has been called.
   */
  open(opener?: Opener, arrival?: Arrival): Promise<readonly StoredProfile[]>
  /**
   * Checks that `lock` would work now, before a lock ends anything. Throws as `lock` does.
   */
  prepareLock(): Promise<void>
  /**
   * Removes the key from memory once all writes are on disk; until `open`, no secret can be read
   * and nothing is written. Throws `Failure` `no-passphrase` if no passphrase would open it again,
   * and as `save` does if that can't be ensured.
   */
  lock(): Promise<void>
  /** Returns how secrets are protected, for display. */
  view(): VaultView
  /**
   * Returns true if the newest file of the profile was damaged and an older one was read, until the
   * profile is saved.
   */
  isOlder(id: ProfileId): boolean
  /**
   * Makes the profile durable: once the promise resolves, it survives a power cut. Saves of one
   * profile happen in the order of the calls.
   * Throws `Failure`: `not-saved`, `vault-locked`, `vault-read-only`, `vault-in-use`,
   * `vault-changed` and `vault-unreadable`.
   */
  save(profile: StoredProfile): Promise<void>
  /** Removes a profile and all its files. Throws as `save` does. */
  remove(id: ProfileId): Promise<void>
}

/** `first`: nothing was sealed before. */
export type KeyChange = 'first' | 'another'

/**
 * The keys of a vault: each opens it, and a change of keys rewrites no record. Each method throws
 * `Failure` `vault-locked`, `vault-read-only`, `not-saved` and `vault-unreadable`, and changes
 * nothing then.
 */
export interface KeyKeeper {
  /** Sets the passphrase, or replaces `current`. Throws `wrong-passphrase`. */
  setPassphrase(passphrase: string, current?: string | null): Promise<KeyChange>
  /** Throws `last-key` if no other key opens the vault, and `wrong-passphrase`. */
  removePassphrase(current?: string | null): Promise<KeyChange>
  /** Throws `wrong-passphrase` if one is set and `current` is not it. */
  checkPassphrase(current: string | null): Promise<void>
  /** Lets the key store of the system open the vault. Throws `key-store-unusable`. */
  addKeyStore(): Promise<KeyChange>
  /** Leaves the passphrase as the only key. Throws `last-key` and `wrong-passphrase`. */
  leaveKeyStore(passphrase: string): Promise<KeyChange>
  /**
   * Lets the user work without the locked secrets; the files on disk stay as they are. Throws
   * `vault-locked` after `lock`.
   */
  workInMemory(): void
}

/** The key store of the operating system: wraps small secrets (the vault's data key). */
export interface KeyStore {
  /**
   * True if a store that did not answer may answer a later call. `false`: its answer is final until
   * the app restarts.
   */
  readonly asksAgain: boolean
  /**
   * Returns how well the store protects secrets, tested by wrapping and unwrapping one. `weak`: it
   * uses a publicly known key. `none`: it does not answer, or access was refused. `late`: it has
   * not answered in time and still may, for example after a prompt.
   */
  strength(): Promise<'strong' | 'weak' | 'none' | 'late'>
  /** Rejects if the store does not answer; never wraps with a publicly known key. */
  wrap(plain: Uint8Array): Promise<Uint8Array>
  unwrap(wrapped: Uint8Array): Promise<Unwrapped>
}

export type Unwrapped =
  /** `isOutdated`: the store has a newer key, which the next `wrap` uses. */
  | { readonly kind: 'unwrapped'; readonly plain: Uint8Array; readonly isOutdated: boolean }
  /** The store does not answer, which says nothing about its key. */
  | { readonly kind: 'no-answer' }
  /** The store answers, but the secret was wrapped with another key. */
  | { readonly kind: 'does-not-fit' }

/** Returns the documented refusals of a provider, by the ID of its preset. */
export type RulesOf = (presetId: string) => readonly RefusalRule[]

/** Every method throws `Failure` `clipboard-unavailable`. */
export interface Clipboard {
  writeText(text: string): Promise<void>
  /** As `writeText`, and marks the text as a secret for clipboard histories, where that exists. */
  writeSecret(text: string): Promise<void>
  /** Returns the current text; empty if there is none. */
  readText(): Promise<string>
  clear(): Promise<void>
}

/** Records facts by name; never a body, a secret, a token or a message of another program. */
export interface Log {
  info(event: string, fields?: LogFields): void
  /** Records a bug with its cause, and returns the incident number to show. */
  incident(event: string, cause: unknown): string
}

export interface LogFields {
  readonly profileId?: ProfileId
  readonly outcome?: Outcome['kind']
  readonly count?: number
  readonly milliseconds?: number
  readonly reason?: string
}
