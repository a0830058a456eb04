import { describe, expect, it } from 'vitest'
import { folderNames, rowsOf } from '../../../../src/renderer/store/list-rows.ts'
import { profilesStateOf, withChange } from '../../../../src/renderer/store/profiles-state.ts'
import { optionOf } from '../../../support/profiles/settings.ts'
import { idOf } from '../../../support/profiles/views.ts'
import { makeProfile, makeSnapshot } from '../make.ts'

const profilesState = profilesStateOf(
  makeSnapshot([
    makeProfile(1, {}, { group: 'Köln' }),
    makeProfile(2, {}, { group: 'Finance' }),
    makeProfile(3),
    makeProfile(4, {}, { group: 'Finance' }),
  ]),
)
const closed = (...keys: string[]) => new Set(keys)
const change = (profiles: ReturnType<typeof makeProfile>[], removed: string[] = []) =>
  withChange(profilesState, {
    revision: 2,
    profiles,
    removed,
    toCome: 0,
    vault: profilesState.vault,
  })

describe('the rows of the list', () => {
  it('are the profiles alone, and the same array, without folders', () => {
    const plain = profilesStateOf(makeSnapshot([makeProfile(1), makeProfile(2)]))
    const rows = rowsOf(plain.order, plain.folderIndex, closed())
    expect(rows.keys).toBe(plain.order)
    expect(rows.folders.size).toBe(0)
  })

  it('go folder by folder, by name, with what is in none at the end', () => {
    const { keys, folders } = rowsOf(profilesState.order, profilesState.folderIndex, closed())
    expect(keys).toEqual([
      'folder:Finance',
      idOf(2),
      idOf(4),
      'folder:Köln',
      idOf(1),
      'folder:',
      idOf(3),
    ])
    expect(folders.get('folder:Finance')).toMatchObject({ name: 'Finance', count: 2, isOpen: true })
    expect(folders.get('folder:')).toMatchObject({ name: '', count: 1 })
  })

  it('have folders in the same order as profiles, in every language of the system', () => {
    const names = ['Zulu 10', 'zulu 9', 'éclair', 'Eagle', 'ähre', 'Azur', 'Ørsted', 'z']
    const folders = profilesStateOf(
      makeSnapshot(names.map((group, index) => makeProfile(index, {}, { group }))),
    )
    const profiles = profilesStateOf(
      makeSnapshot(names.map((name, index) => makeProfile(index, {}, { name }))),
    )
    const order = profiles.order.map((id) => optionOf(profiles.profiles.get(id)?.settings, 'name'))
    expect(folderNames(folders.folderIndex)).toEqual(order)
    const headings = [...rowsOf(folders.order, folders.folderIndex, closed()).folders.values()]
    expect(headings.map(({ name }) => name)).toEqual(order)
    expect(order.slice(-2)).toEqual(['zulu 9', 'Zulu 10'])
  })

  it('keep the order of the profiles within each folder', () => {
    const { keys } = rowsOf([idOf(4), idOf(3), idOf(2)], profilesState.folderIndex, closed())
    expect(keys).toEqual(['folder:Finance', idOf(4), idOf(2), 'folder:', idOf(3)])
  })

  it('are the heading alone of a closed folder, which still counts what is in it', () => {
    const { keys, folders } = rowsOf(
      profilesState.order,
      profilesState.folderIndex,
      closed('folder:Finance'),
    )
    expect(keys.slice(0, 2)).toEqual(['folder:Finance', 'folder:Köln'])
    expect(folders.get('folder:Finance')).toMatchObject({ count: 2, isOpen: false })
  })

  it('hold a hundred thousand profiles of one folder', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => String(index))
    const folderIndex = new Map(ids.map((id) => [id, 'All']))
    expect(rowsOf(ids, folderIndex, closed()).keys).toHaveLength(100_001)
  })
})

describe('where the profiles are filed', () => {
  it('stays the same until a profile comes into a folder, goes or moves', () => {
    const renewed = makeProfile(2, { needsSignIn: true }, { group: 'Finance' })
    expect(change([renewed]).folderIndex).toBe(profilesState.folderIndex)
    expect(change([], [idOf(3)]).folderIndex).toBe(profilesState.folderIndex)
    const moved = change([makeProfile(1, {}, { group: 'Finance' })])
    expect(folderNames(profilesState.folderIndex)).toEqual(['Finance', 'Köln'])
    expect(folderNames(moved.folderIndex)).toEqual(['Finance'])
    expect(folderNames(change([makeProfile(9, {}, { group: 'New' })]).folderIndex)).toContain('New')
  })

  it('has no folders after the last profile in one is deleted', () => {
    expect(change([], [idOf(1), idOf(2), idOf(4)]).folderIndex).toBeNull()
  })
})
