import { useEffect, useEffectEvent, useState } from 'react'
import type { ProfileId } from '../../../shared/profile.ts'

/**
 * Returns the key of the active row: the chosen profile, until an arrow key moves away from it.
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

/** The number of rows that a page key skips. */
export function pageOf(height: number, rowHeight: number): number {
  return Math.max(1, Math.floor(height / rowHeight) - 1)
}

/**
 * The row to which a key leads from row `index` (-1: none yet) in a list of `count`;
 * `undefined`, if the key does not move in a list.
 */
export function rowAfterKey(
  key: string,
  index: number,
  count: number,
  page: number,
): number | undefined {
  if (count === 0) return undefined
  const last = count - 1
  const within = (row: number) => Math.min(last, Math.max(0, row))
  switch (key) {
    case 'ArrowDown':
      return within(index + 1)
    case 'ArrowUp':
      return within(index - 1)
    case 'PageDown':
      return within(index + page)
    case 'PageUp':
      return within(index - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
