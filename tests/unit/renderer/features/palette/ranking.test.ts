import { describe, expect, it } from 'vitest'
import {
  bestProfiles,
  type Offer,
  paletteItems,
  profileVerbs,
} from '../../../../../src/renderer/features/palette/ranking.ts'
import { en } from '../../../../../src/renderer/locales/en/index.ts'
import { createSearchText } from '../../../../../src/renderer/store/search.ts'
import type { ProfileView } from '../../../../../src/shared/profile-view.ts'
import { optionsOf } from '../../../../support/profiles/settings.ts'
import { makeToken } from '../../../../support/profiles/views.ts'
import { makeProfile } from '../../make.ts'

const token = makeToken()
const settingsOf = (name: string, group = '') => ({ name, group })
const profiles = [
  makeProfile(1, { token, lastUsed: 10 }, settingsOf('Annual report')),
  makeProfile(2, { token, lastUsed: 30 }, settingsOf('Annual fair')),
  makeProfile(3, { lastUsed: 20 }, settingsOf('Köln office', 'Annual')),
  makeProfile(4, {}, settingsOf('The annual ball')),
  makeProfile(5, { locked: true }, settingsOf('Locked one')),
]

const actions = [
  { id: 'new-profile', label: en.palette.do['new-profile'] },
  { id: 'backup', label: en.palette.do.backup },
] as const

function offerOf(all: readonly ProfileView[]): Offer<(typeof actions)[number]['id']> {
  return {
    profiles: all,
    textOf: createSearchText(({ settings }) => optionsOf(settings).presetId),
    verbText: (verb) => en.palette.profile[verb].replace('{{name}}', ''),
    actions,
  }
}

const toast = (search: string) =>
  paletteItems(offerOf(profiles), search).map((item) =>
    item.kind === 'action' ? item.id : `${item.verb} ${optionsOf(item.profile.settings).name}`,
  )

describe('what the palette shows', () => {
  it('for nothing typed is what was used last, and every action', () => {
    expect(toast('  ')).toEqual([
      'copy Annual fair',
      'open Köln office',
      'copy Annual report',
      'new-profile',
      'backup',
    ])
  })

  it('for a name is all that can be done with the profile, accents and case aside', () => {
    expect(toast('KOLN')).toEqual(['get Köln office', 'open Köln office'])
    expect(toast('locked')).toEqual(['open Locked one'])
  })

  it('puts names that begin so first, the last used among them, and then the others', () => {
    expect(toast('annual').filter((text) => text.startsWith('open'))).toEqual([
      'open Annual fair',
      'open Annual report',
      'open The annual ball',
      'open Köln office',
    ])
  })

  it('for a verb and a name is that action on that profile', () => {
    expect(toast('copy annual')).toEqual(['copy Annual fair', 'copy Annual report'])
    expect(toast('get koln')).toEqual(['get Köln office'])
    expect(toast('show ball')).toEqual(['open The annual ball'])
  })

  it('for a verb alone lists the profiles that it applies to, the last used first', () => {
    expect(toast('copy')).toEqual(['copy Annual fair', 'copy Annual report'])
  })

  it('finds actions by any of their words, before profiles', () => {
    expect(toast('rest back')).toEqual(['backup'])
    expect(toast('profile')[0]).toBe('new-profile')
  })

  it('is nothing, where nothing fits', () => {
    expect(toast('zebra')).toEqual([])
  })
})

describe('with ten thousand profiles', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    makeProfile(index, { token, lastUsed: index }, settingsOf(`Customer ${index}`)),
  )

  it('the palette shows a few, and the best of all', () => {
    const items = paletteItems(offerOf(many), 'customer')
    expect(items.length).toBeLessThanOrEqual(24)
    const [first] = items
    expect(first).toMatchObject({ verb: 'copy', profile: { lastUsed: 9999 } })
  })

  it('the best are those that sorting all of them would give', () => {
    const words = ['customer', '99']
    const best = bestProfiles(offerOf(many), words, 8).map(({ lastUsed }) => lastUsed ?? 0)
    const all = many.map((_, index) => index).filter((index) => String(index).includes('99'))
    const distance = (index: number) => (String(index).startsWith('99') ? 0 : 1)
    const sorted = all.sort((one, other) => distance(one) - distance(other) || other - one)
    expect(best).toEqual(sorted.slice(0, 8))
    expect(profileVerbs).toHaveLength(3)
  })
})
