import type { LockNews } from '../../shared/contract.ts'
import type { Copied, CopyForm } from '../../shared/copying.ts'
import type { AppError } from '../../shared/errors.ts'
import type { RefusedFile } from '../../shared/import.ts'
import { knownApiAddress } from '../../shared/known-api-address.ts'
import { type Language, languageFor } from '../../shared/language.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { UpdatesView } from '../../shared/updates.ts'
import { readOnlyCodes } from '../../shared/vault-view.ts'
import type { ProfilesState } from './profiles-state.ts'

type ReadOnlyCode = (typeof readOnlyCodes)[keyof typeof readOnlyCodes]

export type Phase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly profilesState: ProfilesState }
  | { readonly kind: 'failed'; readonly error: AppError }

/** What the right side of the window shows. */
export type Page =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'profile'; readonly id: ProfileId }
  /** `from` is where *Cancel* leads back to; `copyOf`: begins with the settings of that profile. */
  | { readonly kind: 'new-profile'; readonly from: ProfileId | null; readonly copyOf?: ProfileId }
  /** Sets up a profile from what somebody received: `file` was dropped on the window, or opened with the app. */
  | { readonly kind: 'import'; readonly from: ProfileId | null; readonly file?: File | RefusedFile }
  | { readonly kind: 'edit-profile'; readonly id: ProfileId }
  /** Any token can be read here; `from` is where *Close* leads back to. */
  | { readonly kind: 'inspect'; readonly from: ProfileId | null }
  /** Reached through the settings, where *Close* leads back to. */
  | { readonly kind: 'licences'; readonly from: ProfileId | null }
  /** How secrets are kept; `from` is where *Close* leads back to. */
  | { readonly kind: 'security'; readonly from: ProfileId | null }
  /** Everything into one file, and back; *Close* leads back to where it was reached `through`. */
  | {
      readonly kind: 'backup'
      readonly from: ProfileId | null
      readonly through: 'start' | 'security'
    }
  | { readonly kind: 'settings'; readonly from: ProfileId | null }

/** What the window says in passing. Spans are in milliseconds; `null` is unknown. */
export type ToastMessage =
  | ({
      readonly kind: 'copied'
      readonly form: CopyForm
      readonly validFor: number | null
      /** Whose token it is, if another profile, or none, is on show. */
      readonly of: string | null
      /** If a request was copied: the host that it goes to; `null`: a placeholder stands there. */
      readonly request: { readonly host: string | null } | null
    } & Pick<Copied, 'renewal' | 'clearedAfter'>)
  | { readonly kind: 'obtained'; readonly validFor: number | null }
  /** Another way to authenticate the client brought a token; the profile says which. */
  | { readonly kind: 'way-found'; readonly id: ProfileId }
  | { readonly kind: 'report-copied' }
  /** There is no token of the profile to be copied. */
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
  /** The folders of which the list shows the heading alone, by their keys. */
  readonly closedFolders: ReadonlySet<string>
  /** The profile whose header was to be copied outside the window, which only the window can do. */
  readonly copyOffered: ProfileId | null
  /** The profile whose deletion waits for a yes or a no. */
  readonly deleting: ProfileId | null
  /** Whether the open form holds something typed that is not saved; never what it is. */
  readonly hasTyped: boolean
  /** Where to go, or to lock, once the user agrees to lose what is typed. */
  readonly leavingFor: Page | { readonly kind: 'lock' } | null
  /** What is to be said of the last lock: it was refused, or it cost what was being typed. */
  readonly lockNotice: LockNews | null
  /** Whether a file that was opened with the app waits until the window is unlocked. */
  readonly fileWaits: boolean
  /** What main knows of new versions; `null`: nobody tells this app of any, as far as the page knows. */
  readonly updates: UpdatesView | null
  /** Whether the practice server is being started. */
  readonly isPracticeStarting: boolean
  /** What a key called over the window. */
  readonly overlay: Overlay | null
  /** Why the last click could not be done, until the next one. */
  readonly trouble: AppError | null
  /** `number` tells two sayings with the same words apart. */
  readonly toast: {
    readonly number: number
    readonly message: ToastMessage
    /** The profile that it is about: it goes with that. */
    readonly about: ProfileId | null
  } | null
}

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
  isPracticeStarting: false,
  overlay: null,
  trouble: null,
  toast: null,
}

export function profilesStateIn({ phase }: AppState): ProfilesState | undefined {
  return phase.kind === 'ready' ? phase.profilesState : undefined
}

/** Whether no profile is still being read. */
export function isWholeIn(state: AppState): boolean {
  return profilesStateIn(state)?.toCome === 0
}

/** How many profiles are being read, the first of them shown already; 0: all are there. */
export function openingIn(state: AppState): number {
  const profilesState = profilesStateIn(state)
  return profilesState === undefined || profilesState.toCome === 0
    ? 0
    : profilesState.profiles.size + profilesState.toCome
}

/** The language that the user chose; `undefined` until main has told. */
export function languageIn(state: AppState): Language | undefined {
  const profilesState = profilesStateIn(state)
  return profilesState && languageFor(profilesState.settings.language, profilesState.system)
}

/** The country whose way of writing dates and numbers the system uses; `null`: not known. */
export function regionIn(state: AppState): string | null {
  return profilesStateIn(state)?.system.region ?? null
}

export function profileIn(state: AppState, id: ProfileId): ProfileView | undefined {
  return profilesStateIn(state)?.profiles.get(id)
}

/** Why no saved profile can be made or changed; `null`: it can. */
export function readOnlyIn(state: AppState): ReadOnlyCode | null {
  const protection = profilesStateIn(state)?.vault.protection
  return protection?.kind === 'read-only' ? readOnlyCodes[protection.reason] : null
}

/** Returns true if a question covers the window. */
export function isAskingIn({ copyOffered, deleting, leavingFor }: AppState): boolean {
  return copyOffered !== null || deleting !== null || leavingFor !== null
}

/** How many profiles hold something that is not on disk and should be. */
export function unsavedIn(state: AppState): number {
  let count = 0
  for (const { saved } of profilesStateIn(state)?.profiles.values() ?? []) if (!saved) count += 1
  return count
}

/** Where a profile's tokens are used, as far as anybody knows. */
export function apiAddressIn(state: AppState, id: ProfileId): string | null {
  const profile = profileIn(state, id)
  if (profile === undefined) return null
  return knownApiAddress(profilesStateIn(state)?.presets ?? [], profile.settings)
}

/** The names that profiles have already. */
export function namesIn(state: AppState): readonly string[] {
  return Array.from(
    profilesStateIn(state)?.profiles.values() ?? [],
    ({ settings }) => settings.name,
  )
}

/** The profile that the list marks as chosen. */
export function chosenIn({ page }: AppState): ProfileId | null {
  return page.kind === 'profile' || page.kind === 'edit-profile' ? page.id : null
}

/** Where a place that is gone to from here leads back to. */
export function originIn(state: AppState): ProfileId | null {
  const { page } = state
  return 'from' in page ? page.from : chosenIn(state)
}

/** The profile that is spoken of in passing; it may have changed since. */
export function spokenOfIn(state: AppState): ProfileView | undefined {
  const message = state.toast?.message
  return message?.kind === 'way-found' ? profileIn(state, message.id) : undefined
}

/** Where *Cancel* and *Close* lead. */
export function placeBefore(state: AppState): Page {
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
