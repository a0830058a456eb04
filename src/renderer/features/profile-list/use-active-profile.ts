import { useEffect, useEffectEvent, useState } from 'react'
import type { ProfileId } from '../../../shared/profile.ts'
import { rowAfterKey } from './list-keys.ts'

/** The row on which the keyboard stands; the chosen one, until a key moves away from it. */
export function useActiveProfile(
  ids: readonly ProfileId[],
  chosen: ProfileId | null,
  reveal: (index: number) => void,
) {
  const [visited, setVisited] = useState<ProfileId | null>(null)
  const revealChosen = useEffectEvent(() => {
    setVisited(null)
    const index = chosen === null ? -1 : ids.indexOf(chosen)
    if (index >= 0) reveal(index)
  })
  // biome's rule does not know that the effect is about a new choice only.
  useEffect(() => {
    if (chosen !== null) revealChosen()
  }, [chosen])

  const wanted = visited ?? chosen
  const id = wanted !== null && ids.includes(wanted) ? wanted : (ids[0] ?? null)
  return {
    id,
    /** Follows a key; `false`, if it means nothing here. */
    move(key: string, page: number): boolean {
      const from = id === null ? -1 : ids.indexOf(id)
      const row = rowAfterKey(key, from, ids.length, page)
      const next = row === undefined ? undefined : ids[row]
      if (row === undefined || next === undefined) return false
      setVisited(next)
      reveal(row)
      return true
    },
  }
}
