import { compareNames } from '../../shared/names.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'

/** In which folder each profile is; `null`: there are no folders. */
export type FolderIndex = ReadonlyMap<ProfileId, string> | null

/** Headings of the list stand among the ids of profiles, which look different. */
const headingPrefix = 'folder:'

/** A heading of the list. */
export interface Folder {
  readonly key: string
  /** Empty: of the profiles that are in no folder. */
  readonly name: string
  readonly count: number
  readonly isOpen: boolean
}

export interface ListRows {
  /** The ids of profiles and the keys of folders, from top to bottom. */
  readonly keys: readonly string[]
  readonly folders: ReadonlyMap<string, Folder>
}

export function folderIndexOf(profiles: ReadonlyMap<ProfileId, ProfileView>): FolderIndex {
  const folderIndex = new Map<ProfileId, string>()
  let hasFolders = false
  for (const [id, { settings }] of profiles) {
    folderIndex.set(id, settings.group)
    hasFolders ||= settings.group !== ''
  }
  return hasFolders ? folderIndex : null
}

/** The names of the folders that there are, in order. */
export function folderNames(folderIndex: FolderIndex): readonly string[] {
  const names = new Set(folderIndex?.values() ?? [])
  names.delete('')
  return [...names].sort(compareNames)
}

const noFolders: ReadonlyMap<string, Folder> = new Map()

/**
 * What the list shows of these profiles: folder by folder, in the order of their names, and
 * what is in none at the end. `closed` are the keys of folders that show their heading alone.
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
    // Spread into one call, tens of thousands would be too many arguments.
    if (isOpen) for (const id of members) keys.push(id)
  }
  return { keys, folders }
}
