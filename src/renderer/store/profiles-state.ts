import type { AppSettings } from '../../shared/app-settings.ts'
import type { EventData, Snapshot } from '../../shared/contract.ts'
import type { SystemLanguage } from '../../shared/language.ts'
import { compareNames } from '../../shared/names.ts'
import type { Preset } from '../../shared/preset.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { VaultView } from '../../shared/vault-view.ts'
import { foldedText, wordsOf } from './folded-text.ts'
import { type FolderIndex, folderIndexOf } from './folders.ts'

export type Change = EventData<'changed'>

/** What main has told, as of `revision`. */
export interface ProfilesState {
  readonly revision: number
  readonly profiles: ReadonlyMap<ProfileId, ProfileView>
  /** How many more there are, which are still being read. They come all at once, and it is 0 then. */
  readonly toCome: number
  /** By name; the same array until a profile comes, goes or is renamed. */
  readonly order: readonly ProfileId[]
  /** The same until a profile that is in a folder, or comes into one, is another. */
  readonly folderIndex: FolderIndex
  readonly presets: readonly Preset[]
  readonly vault: VaultView
  readonly settings: AppSettings
  /** Of the app. */
  readonly version: string
  readonly system: SystemLanguage
}

function orderOf(profiles: ReadonlyMap<ProfileId, ProfileView>): readonly ProfileId[] {
  return [...profiles.values()]
    .sort((a, b) => compareNames(a.settings.name, b.settings.name) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** Without what is to be shown with those that are to come. */
export function profilesStateOf(snapshot: Snapshot): ProfilesState {
  const { profiles, opening, lockNews: _, ...rest } = snapshot
  const shown = opening === null ? profiles : profiles.slice(0, opening.atTop)
  const table = new Map(shown.map((profile) => [profile.id, profile]))
  const toCome = opening === null ? 0 : profiles.length - shown.length + opening.toCome
  return {
    ...rest,
    toCome,
    profiles: table,
    order: orderOf(table),
    folderIndex: folderIndexOf(table),
  }
}

/** The desk after a change; the same desk, if the change is older than what it holds. */
export function withChange(profilesState: ProfilesState, change: Change): ProfilesState {
  if (change.revision < profilesState.revision) return profilesState
  const { revision, vault } = change
  const toCome = change.toCome === 0 ? 0 : profilesState.toCome
  if (change.profiles.length === 0 && change.removed.length === 0) {
    return { ...profilesState, revision, toCome, vault }
  }
  const profiles = new Map(profilesState.profiles)
  let isReordered = false
  let isRefiled = false
  for (const profile of change.profiles) {
    const before = profiles.get(profile.id)?.settings
    isReordered ||= before?.name !== profile.settings.name
    isRefiled ||= before?.group !== profile.settings.group
    profiles.set(profile.id, profile)
  }
  for (const id of change.removed) {
    isRefiled ||= (profiles.get(id)?.settings.group ?? '') !== ''
    isReordered = profiles.delete(id) || isReordered
  }
  return {
    ...profilesState,
    revision,
    toCome,
    vault,
    profiles,
    order: isReordered ? orderOf(profiles) : profilesState.order,
    folderIndex: isRefiled ? folderIndexOf(profiles) : profilesState.folderIndex,
  }
}

/** Whom the list shows in the place of a profile that went: the next one, else the one before. */
export function neighbourOf(
  before: ProfilesState,
  after: ProfilesState,
  id: ProfileId,
): ProfileId | undefined {
  const index = before.order.indexOf(id)
  const isThere = (other: ProfileId) => after.profiles.has(other)
  return (
    before.order.slice(index + 1).find(isThere) ?? before.order.slice(0, index).findLast(isThere)
  )
}

/**
 * Makes the text of a profile that is searched (its name, provider, folder, tag and scope) and
 * keeps it for the next key that is pressed.
 */
export function createSearchText(
  providerName: (profile: ProfileView) => string,
): (profile: ProfileView) => string {
  const known = new WeakMap<ProfileView, string>()
  return (profile) => {
    const found = known.get(profile)
    if (found !== undefined) return found
    const { name, group, tag, scope } = profile.settings
    const parts = [name, providerName(profile), group, tag?.name ?? '', scope]
    const text = foldedText([...parts, ...(profile.token?.scope ?? [])].join('\n'))
    known.set(profile, text)
    return text
  }
}

/** Finds those of some profiles whose text contains every word of a search, in the same order. */
export type Search = (search: string) => readonly ProfileId[]

/**
 * A search through `ids`. Whoever types on is searched for among what was found before, and
 * whoever takes a letter back gets what was found then: the very same array.
 */
export function createSearch(
  { profiles }: Pick<ProfilesState, 'profiles'>,
  ids: readonly ProfileId[],
  textOf: (profile: ProfileView) => string,
): Search {
  /** Each of these begins with the one before it, so it finds no other profiles. */
  let steps: readonly { readonly text: string; readonly found: readonly ProfileId[] }[] = []

  function among(some: readonly ProfileId[], words: readonly string[]): readonly ProfileId[] {
    if (words.length === 0) return some
    return some.filter((id) => {
      const profile = profiles.get(id)
      if (profile === undefined) return false
      const text = textOf(profile)
      return words.every((word) => text.includes(word))
    })
  }

  return (search) => {
    const text = foldedText(search)
    steps = steps.filter((step) => text.startsWith(step.text))
    const last = steps.at(-1)
    if (last?.text === text) return last.found
    const found = among(last?.found ?? ids, wordsOf(search))
    steps = [...steps, { text, found }]
    return found
  }
}
