import type { AppSettings } from '../../shared/app-settings.ts'
import type { EventData, Snapshot } from '../../shared/contract.ts'
import type { SystemLanguage } from '../../shared/language.ts'
import { compareNames } from '../../shared/names.ts'
import type { Preset } from '../../shared/preset.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { VaultView } from '../../shared/vault-view.ts'
import { type FolderIndex, folderIndexOf } from './list-rows.ts'

export type Change = EventData<'changed'>

/** The profiles and settings of the app, as main reported them up to `revision`. */
export interface ProfilesState {
  readonly revision: number
  readonly profiles: ReadonlyMap<ProfileId, ProfileView>
  /** The number of profiles that main is still reading. They all arrive at once; then it is 0. */
  readonly toCome: number
  /** Sorted by name; the same array until a profile is added, removed or renamed. */
  readonly order: readonly ProfileId[]
  /** The same object until the folder of a profile changes. */
  readonly folderIndex: FolderIndex
  readonly presets: readonly Preset[]
  readonly vault: VaultView
  readonly settings: AppSettings
  /** The version of the app. */
  readonly version: string
  readonly system: SystemLanguage
}

/** Returns the ids with favourites first, then by name. */
function orderOf(profiles: ReadonlyMap<ProfileId, ProfileView>): readonly ProfileId[] {
  return [...profiles.values()]
    .sort(
      (a, b) =>
        Number(b.settings.about.favourite) - Number(a.settings.about.favourite) ||
        compareNames(a.settings.about.name, b.settings.about.name) ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id)
}

/** Builds the state of a snapshot, without the profiles that are to appear with those still being read. */
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

/** Applies a change; returns the same object if the change is older than the state. */
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
    const before = profiles.get(profile.id)?.settings.about
    isReordered ||= before?.name !== profile.settings.about.name
    isReordered ||= before?.favourite !== profile.settings.about.favourite
    isRefiled ||= before?.folder !== profile.settings.about.folder
    profiles.set(profile.id, profile)
  }
  for (const id of change.removed) {
    isRefiled ||= profiles.get(id)?.settings.about.folder !== undefined
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

/** Returns the profile to show after `id` was removed: the next one in the list, else the one before. */
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
