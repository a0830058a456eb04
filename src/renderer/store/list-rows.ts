import { assertNever } from '../../shared/assert-never.ts'
import type { Instant } from '../../shared/clock.ts'
import { compareNames } from '../../shared/names.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { ListSort } from '../../shared/window.ts'
import type { ProfilesState } from './profiles-state.ts'

/** The folder of each profile; `null`: there are no folders. */
export type FolderIndex = ReadonlyMap<ProfileId, string> | null

/** Marks the keys of headings, which are in one list with the ids of profiles. */
const headingPrefix = 'folder:'

/** The heading of a folder in the list. */
export interface Folder {
  readonly key: string
  /** Empty for the profiles without a folder. */
  readonly name: string
  readonly count: number
  readonly isOpen: boolean
}

export interface ListRows {
  /** The ids of profiles and the keys of folders, from top to bottom. */
  readonly keys: readonly string[]
  readonly folders: ReadonlyMap<string, Folder>
}

/** Builds the index of folders. */
export function folderIndexOf(profiles: ReadonlyMap<ProfileId, ProfileView>): FolderIndex {
  const folderIndex = new Map<ProfileId, string>()
  let hasFolders = false
  for (const [id, { settings }] of profiles) {
    folderIndex.set(id, settings.about.folder ?? '')
    hasFolders ||= settings.about.folder !== undefined
  }
  return hasFolders ? folderIndex : null
}

/** Returns the names of all folders, sorted. */
export function folderNames(folderIndex: FolderIndex): readonly string[] {
  const names = new Set(folderIndex?.values() ?? [])
  names.delete('')
  return [...names].sort(compareNames)
}

const noFolders: ReadonlyMap<string, Folder> = new Map()

/**
 * Returns the rows of these profiles: folder by folder, in the order of their names, and the
 * profiles without a folder last. `closed` holds the keys of collapsed folders.
 */
export function rowsOf(
  ids: readonly ProfileId[],
  folderIndex: FolderIndex,
  closed: ReadonlySet<string>,
): ListRows {
  if (folderIndex === null) return { keys: ids, folders: noFolders }
  const byFolder = new Map<string, ProfileId[]>()
  for (const id of ids) {
    const name = folderIndex.get(id) ?? ''
    const others = byFolder.get(name)
    if (others === undefined) byFolder.set(name, [id])
    else others.push(id)
  }
  const names = [...byFolder.keys()].sort((one, other) => {
    if (one === '' || other === '') return one === '' ? 1 : -1
    return compareNames(one, other)
  })
  const keys: string[] = []
  const folders = new Map<string, Folder>()
  for (const name of names) {
    const members = byFolder.get(name) ?? []
    const key = headingPrefix + name
    const isOpen = !closed.has(key)
    folders.set(key, { key, name, count: members.length, isOpen })
    keys.push(key)
    // Spread into one call, tens of thousands exceed the limit of arguments.
    if (isOpen) for (const id of members) keys.push(id)
  }
  return { keys, folders }
}

/** Later than any instant, and still an exact number. */
const never = Number.MAX_SAFE_INTEGER

/**
 * Sorts by expiry: the next to expire first, then tokens of unknown expiry, then expired ones
 * (the latest first), then profiles without a token.
 */
function byEnd({ token, locked }: ProfileView, now: Instant): number {
  if (token === null || locked) return never
  const { expiresAt } = token
  if (expiresAt === null) return never / 4
  return expiresAt > now ? expiresAt : never / 2 - expiresAt
}

const byUse = ({ lastUsed }: ProfileView) => (lastUsed === null ? never : -lastUsed)

function sortedBy(
  { order, profiles }: Pick<ProfilesState, 'order' | 'profiles'>,
  keyOf: (profile: ProfileView) => number,
): readonly ProfileId[] {
  const keys = new Map<ProfileId, number>()
  for (const [id, profile] of profiles) keys.set(id, keyOf(profile))
  const isFavourite = (id: ProfileId) => profiles.get(id)?.settings.about.favourite === true
  const sorted = (ids: readonly ProfileId[]) =>
    // The sort is stable: equal profiles stay in the order of their names.
    ids.toSorted((one, other) => (keys.get(one) ?? never) - (keys.get(other) ?? never))
  const others = order.filter((id) => !isFavourite(id))
  return [...sorted(order.filter(isFavourite)), ...sorted(others)]
}

/** Returns all profiles in this order, favourites before all others; by name, the same array until a name changes. */
export function ordered(
  profilesState: Pick<ProfilesState, 'order' | 'profiles'>,
  sort: ListSort,
  now: Instant,
): readonly ProfileId[] {
  switch (sort) {
    case 'name':
      return profilesState.order
    case 'expiry':
      return sortedBy(profilesState, (profile) => byEnd(profile, now))
    case 'last-used':
      return sortedBy(profilesState, byUse)
    default:
      return assertNever(sort)
  }
}

/** Returns when the order by expiry changes next without a change from main; `null`: never. */
export function nextEnd(
  profiles: ReadonlyMap<ProfileId, ProfileView>,
  now: Instant,
): number | null {
  let next: number | null = null
  for (const { token } of profiles.values()) {
    const end = token?.expiresAt ?? null
    if (end !== null && end > now && (next === null || end < next)) next = end
  }
  return next
}
