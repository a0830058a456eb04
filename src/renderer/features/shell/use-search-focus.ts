import { flushSync } from 'react-dom'
import { useActions } from '../../store/app-context.ts'

/** Marks the field that searches the list. */
export const searchFieldId = 'search-profiles'

/** Puts the focus into the search; a narrow window shows the list for that. */
export function useSearchFocus(): () => void {
  const { goTo } = useActions()
  return () => {
    const field = () => document.getElementById(searchFieldId)
    const isHidden = field() !== null && field()?.offsetParent === null
    if (isHidden) flushSync(() => goTo({ kind: 'nothing' }))
    const found = field()
    found?.focus()
    if (found instanceof HTMLInputElement) found.select()
  }
}
