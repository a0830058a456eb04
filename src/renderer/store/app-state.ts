import type { LockNews, PracticeWay } from '../../shared/contract.ts'
import type { Copied, CopyForm } from '../../shared/copying.ts'
import type { AppError } from '../../shared/errors.ts'
import type { RefusedFile } from '../../shared/import.ts'
import { knownApiAddress } from '../../shared/known-api-address.ts'
import { type Language, languageFor } from '../../shared/language.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import { readOnlyCodes } from '../../shared/read-only.ts'
import type { UpdatesView } from '../../shared/updates.ts'
import type { ProfilesState } from './profiles-state.ts'

type ReadOnlyCode = (typeof readOnlyCodes)[keyof typeof readOnlyCodes]

export type Phase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly profilesState: ProfilesState }
  | { readonly kind: 'failed'; readonly error: AppError }

/** The page on the right side of the window. */
export type Page =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'profile'; readonly id: ProfileId }
  /** `from` is where *Cancel* leads back to; `copyOf`: begins with the settings of that profile. */
  | { readonly kind: 'new-profile'; readonly from: ProfileId | null; readonly copyOf?: ProfileId }
  /** Sets up a profile from a received text; `file` was dropped on the window or opened with the app. */
  | { readonly kind: 'import'; readonly from: ProfileId | null; readonly file?: File | RefusedFile }
  | { readonly kind: 'edit-profile'; readonly id: ProfileId }
  /** Reads any token; `from` is where *Close* leads back to. */
  | { readonly kind: 'inspect'; readonly from: ProfileId | null }
  /** Reached through the settings, where *Close* leads back to. */
  | { readonly kind: 'licences'; readonly from: ProfileId | null }
  /** Shows how secrets are kept; `from` is where *Close* leads back to. */
  | { readonly kind: 'security'; readonly from: ProfileId | null }
  /** Writes and restores backups; *Close* leads back to where it was reached `through`. */
  | {
      readonly kind: 'backup'
      readonly from: ProfileId | null
      readonly through: 'start' | 'security'
    }
  | { readonly kind: 'settings'; readonly from: ProfileId | null }

/** The message of a toast. Spans are in milliseconds; `null` is unknown. */
export type ToastMessage =
  | ({
      readonly kind: 'copied'
      readonly form: CopyForm
      readonly validFor: number | null
      /** The name of the profile, unless it is on show. */
      readonly of: string | null
      /** The host of a copied request; a `null` host is a placeholder. `null`: no request was copied. */
      readonly request: { readonly host: string | null } | null
    } & Pick<Copied, 'renewal' | 'clearedAfter'>)
  | { readonly kind: 'obtained'; readonly validFor: number | null }
  /** Another client authentication method obtained a token; the profile shows which. */
  | { readonly kind: 'way-found'; readonly id: ProfileId }
  | { readonly kind: 'report-copied' }
  /** The profile has no token to copy. */
  | { readonly kind: 'nothing-to-copy' }
  | { readonly kind: 'passphrase-set' }
  | { readonly kind: 'passphrase-removed' }
  | { readonly kind: 'protected-now' }
  | { readonly kind: 'profile-shared' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'profile-saved' }
  | { readonly kind: 'profile-deleted'; readonly name: string }

export type Overlay = 'palette' | 'shortcuts'

export interface AppState {
  readonly phase: Phase
  readonly page: Page
  readonly search: string
  /** The keys of collapsed folders. */
  readonly closedFolders: ReadonlySet<string>
  /** The profile whose header was requested outside the window, which only the window can copy. */
  readonly copyOffered: ProfileId | null
  /** The profile whose deletion waits for confirmation. */
  readonly deleting: ProfileId | null
  /** True if the open form holds unsaved input; never the input itself. */
  readonly hasTyped: boolean
  /** The page to open, or a lock, once the user agrees to lose the input. */
  readonly leavingFor: Page | { readonly kind: 'lock' } | null
  /** The notice about the last lock: it was refused, or typed input was lost. */
  readonly lockNotice: LockNews | null
  /** True if a file that was opened with the app waits until the window is unlocked. */
  readonly fileWaits: boolean
  /** Main's knowledge of new versions; `null` if the app has no update feed, or main has not answered. */
  readonly updates: UpdatesView | null
  /** The way that was chosen, while the practice server starts. */
  readonly practiceStarting: PracticeWay | null
  /** The overlay that a key has opened. */
  readonly overlay: Overlay | null
  /** The reason why the last request failed, until the next one. */
  readonly trouble: AppError | null
  /** `number` distinguishes two toasts with the same text. */
  readonly toast: {
    readonly number: number
    readonly message: ToastMessage
    /** The profile that the toast disappears with. */
    readonly about: ProfileId | null
  } | null
}

/** The parts of the state that `null` clears. */
export type Dismissible = 'toast' | 'trouble' | 'lockNotice' | 'leavingFor'

export const initialState: AppState = {
  phase: { kind: 'loading' },
  page: { kind: 'nothing' },
  search: '',
  closedFolders: new Set(),
  copyOffered: null,
  deleting: null,
  hasTyped: false,
  leavingFor: null,
  lockNotice: null,
  fileWaits: false,
  updates: null,
  practiceStarting: null,
  overlay: null,
  trouble: null,
  toast: null,
}

export function profilesStateIn({ phase }: AppState): ProfilesState | undefined {
  return phase.kind === 'ready' ? phase.profilesState : undefined
}

/** Returns whether main has read all profiles. */
export function isWholeIn(state: AppState): boolean {
  return profilesStateIn(state)?.toCome === 0
}

/** Returns the number of profiles while main is still reading some of them, else 0. */
export function openingIn(state: AppState): number {
  const profilesState = profilesStateIn(state)
  return profilesState === undefined || profilesState.toCome === 0
    ? 0
    : profilesState.profiles.size + profilesState.toCome
}

/** Returns the language of the window; `undefined` until main has answered. */
export function languageIn(state: AppState): Language | undefined {
  const profilesState = profilesStateIn(state)
  return profilesState && languageFor(profilesState.settings.language, profilesState.system)
}

/** Returns the country of the system's date and number formats; `null` if unknown. */
export function regionIn(state: AppState): string | null {
  return profilesStateIn(state)?.system.region ?? null
}

export function profileIn(state: AppState, id: ProfileId): ProfileView | undefined {
  return profilesStateIn(state)?.profiles.get(id)
}

/** Returns why profiles can't be saved; `null` if they can. */
export function readOnlyIn(state: AppState): ReadOnlyCode | null {
  const protection = profilesStateIn(state)?.vault.protection
  return protection?.kind === 'read-only' ? readOnlyCodes[protection.reason] : null
}

/** Returns true if a question covers the window. */
export function isAskingIn({ copyOffered, deleting, leavingFor }: AppState): boolean {
  return copyOffered !== null || deleting !== null || leavingFor !== null
}

/** Counts the profiles with changes that are not on disk and should be. */
export function unsavedIn(state: AppState): number {
  let count = 0
  for (const { saved } of profilesStateIn(state)?.profiles.values() ?? []) if (!saved) count += 1
  return count
}

/** Returns the address of the API that a profile's tokens are for, if it is known. */
export function apiAddressIn(state: AppState, id: ProfileId): string | null {
  const profile = profileIn(state, id)
  if (profile === undefined) return null
  return knownApiAddress(profilesStateIn(state)?.presets ?? [], profile.settings)
}

/** Returns the names of all profiles. */
export function namesIn(state: AppState): readonly string[] {
  return Array.from(
    profilesStateIn(state)?.profiles.values() ?? [],
    ({ settings }) => settings.about.name,
  )
}

/** Returns the profile that the list marks as chosen. */
export function chosenIn({ page }: AppState): ProfileId | null {
  return page.kind === 'profile' || page.kind === 'edit-profile' ? page.id : null
}

/** Returns the profile that a page opened from here leads back to. */
export function originIn(state: AppState): ProfileId | null {
  const { page } = state
  return 'from' in page ? page.from : chosenIn(state)
}

/** Returns the current state of the profile that the toast describes. */
export function toastProfileIn(state: AppState): ProfileView | undefined {
  const message = state.toast?.message
  return message?.kind === 'way-found' ? profileIn(state, message.id) : undefined
}

/** Returns the page that *Cancel* and *Close* lead to. */
export function pageBefore(state: AppState): Page {
  const { page } = state
  if (page.kind === 'backup' && page.through === 'security') {
    return { kind: 'security', from: page.from }
  }
  if (page.kind === 'licences') return { kind: 'settings', from: page.from }
  const id = originIn(state)
  return id !== null && profileIn(state, id) !== undefined
    ? { kind: 'profile', id }
    : { kind: 'nothing' }
}
