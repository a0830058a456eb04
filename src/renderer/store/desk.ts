import type { AppSettings } from '../../shared/app-settings.ts'
import type { EventData, Snapshot, VaultView } from '../../shared/contract.ts'
import type { SystemLanguage } from '../../shared/language.ts'
import type { Preset } from '../../shared/preset.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'

export type Change = EventData<'changed'>

/** What main has told, as of `revision`. */
export interface Desk {
  readonly revision: number
  readonly profiles: ReadonlyMap<ProfileId, ProfileView>
  /** By name; the same array until a profile comes, goes or is renamed. */
  readonly order: readonly ProfileId[]
  readonly presets: readonly Preset[]
  readonly vault: VaultView
  readonly settings: AppSettings
  /** Of the app. */
  readonly version: string
  readonly system: SystemLanguage
}

// All our languages sort alike, so that a change of language moves nothing.
const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function orderOf(profiles: ReadonlyMap<ProfileId, ProfileView>): readonly ProfileId[] {
  return [...profiles.values()]
    .sort((a, b) => byName.compare(a.settings.name, b.settings.name) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

export function deskOf(snapshot: Snapshot): Desk {
  const { profiles, lockNews: _, ...rest } = snapshot
  const table = new Map(profiles.map((profile) => [profile.id, profile]))
  return { ...rest, profiles: table, order: orderOf(table) }
}

/** The desk after a change; the same desk, if the change is older than what it holds. */
export function withChange(desk: Desk, change: Change): Desk {
  if (change.revision < desk.revision) return desk
  const { revision, vault } = change
  if (change.profiles.length === 0 && change.removed.length === 0) {
    return { ...desk, revision, vault }
  }
  const profiles = new Map(desk.profiles)
  let isReordered = false
  for (const profile of change.profiles) {
    isReordered ||= profiles.get(profile.id)?.settings.name !== profile.settings.name
    profiles.set(profile.id, profile)
  }
  for (const id of change.removed) isReordered = profiles.delete(id) || isReordered
  return { ...desk, revision, vault, profiles, order: isReordered ? orderOf(profiles) : desk.order }
}

/** Whom the list shows in the place of a profile that went: the next one, else the one before. */
export function neighbourOf(before: Desk, after: Desk, id: ProfileId): ProfileId | undefined {
  const index = before.order.indexOf(id)
  const isThere = (other: ProfileId) => after.profiles.has(other)
  return (
    before.order.slice(index + 1).find(isThere) ?? before.order.slice(0, index).findLast(isThere)
  )
}

/** Makes the text of a profile that is searched, and keeps it for the next key that is pressed. */
export function createSearchText(
  providerName: (profile: ProfileView) => string,
): (profile: ProfileView) => string {
  const known = new WeakMap<ProfileView, string>()
  return (profile) => {
    const text =
      known.get(profile) ?? `${profile.settings.name} ${providerName(profile)}`.toLowerCase()
    known.set(profile, text)
    return text
  }
}

/** The profiles whose text contains every word of `search`, in order. */
export function matching(
  desk: Desk,
  search: string,
  textOf: (profile: ProfileView) => string,
): readonly ProfileId[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return desk.order
  return desk.order.filter((id) => {
    const profile = desk.profiles.get(id)
    if (profile === undefined) return false
    const text = textOf(profile)
    return words.every((word) => text.includes(word))
  })
}
