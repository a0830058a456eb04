import { useMemo } from 'react'
import { stateOf } from '../../../shared/profile-state.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useApp, useAppState } from '../../store/app-context.ts'
import { chosenIn, profilesStateIn, readOnlyIn } from '../../store/app-state.ts'
import { offeredActions } from '../profile-detail/offered-actions.ts'
import { useSearchText } from '../profile-list/use-search-text.ts'
import { type PaletteItem, paletteItems } from './ranking.ts'

const actionIds = [
  'new-profile',
  'import',
  'settings',
  'security',
  'lock',
  'inspect',
  'backup',
  'shortcuts',
  'licences',
] as const
/** A token is got by whichever of these a profile's button is called. */
const namesOfGet = ['get', 'renew', 'signIn'] as const

export type ActionId = (typeof actionIds)[number]
export type Item = PaletteItem<ActionId>

/** Returns the items of the palette for a search, and the function that runs one. */
export function usePalette(search: string) {
  const { t } = useTexts()
  const { store, now } = useApp()
  const { actions } = store
  const profilesState = useAppState(profilesStateIn)
  const isReadOnly = useAppState((state) => readOnlyIn(state) !== null)
  const textOf = useSearchText()
  const items = useMemo<readonly Item[]>(() => {
    // A part is not offered as if it were all: what is best of it may be another one in a moment.
    if (profilesState === undefined || profilesState.toCome > 0) return []
    const profiles = profilesState.order.flatMap((id) => profilesState.profiles.get(id) ?? [])
    return paletteItems(
      {
        profiles,
        textOf,
        verbText: (verb) =>
          (verb === 'get' ? namesOfGet : [verb])
            .map((name) => t(`palette.profile.${name}`, { name: '' }))
            .join(' '),
        actions: actionIds
          .filter((id) => id !== 'new-profile' || !isReadOnly)
          .map((id) => ({ id, label: t(`palette.do.${id}`) })),
      },
      search,
    )
  }, [profilesState, textOf, search, isReadOnly, t])

  function runAction(id: ActionId): void {
    const from = chosenIn(store.state.getState())
    if (id === 'lock') actions.askToLock()
    else if (id === 'shortcuts') actions.set({ overlay: 'shortcuts' })
    else if (id === 'backup') actions.goTo({ kind: 'backup', from, through: 'security' })
    else actions.goTo({ kind: id, from })
  }

  function run(item: Item): void {
    actions.set({ overlay: null })
    if (item.kind === 'action') runAction(item.id)
    else runProfile(item)
  }

  function runProfile({ profile, verb }: Extract<Item, { kind: 'profile' }>): void {
    const { id } = profile
    // A copy changes nothing of what is shown, and must not cost what is being typed.
    if (verb === 'copy') {
      void store.run('copyHeader', { id })
      return
    }
    actions.goTo({ kind: 'profile', id })
    const isThere = store.state.getState().leavingFor === null
    if (verb === 'get' && isThere) {
      const { request } = offeredActions(profile, stateOf(profile, now.get()))
      void store.run(request, { id })
    }
  }

  return { items, run }
}
