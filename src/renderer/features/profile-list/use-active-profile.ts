import { useEffect, useEffectEvent, useState } from 'react'
import type { ProfileId } from '../../../shared/profile.ts'
import { rowAfterKey } from './list-keys.ts'

/**
 * The row on which the keyboard stands, by its key; the chosen profile, until a key moves away
 * from it.
 */
export function useActiveProfile(
  keys: readonly string[],
  chosen: ProfileId | null,
  reveal: (index: number) => void,
) {
  const [visited, setVisited] = useState<string | null>(null)
  const revealChosen = useEffectEvent(() => {
    setVisited(null)
    const index = chosen === null ? -1 : keys.indexOf(chosen)
    if (index >= 0) reveal(index)
  })
  // biome's rule does not know that the effect is about a new choice only.
  useEffect(() => {
    if (chosen !== null) revealChosen()
  }, [chosen])

  const wanted = visited ?? chosen
  const key = wanted !== null && keys.includes(wanted) ? wanted : (keys[0] ?? null)
  return {
    key,
    /** Follows a key; `false`, if it means nothing here. */
    move(pressed: string, page: number): boolean {
      const from = key === null ? -1 : keys.indexOf(key)
      const row = rowAfterKey(pressed, from, keys.length, page)
      const next = row === undefined ? undefined : keys[row]
      if (row === undefined || next === undefined) return false
      setVisited(next)
      reveal(row)
      return true
    },
  }
}
