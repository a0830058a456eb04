import { useEffect, useEffectEvent } from 'react'
import type { ProfileId } from '../../../shared/profile.ts'
import { useActions } from '../../store/app-context.ts'
import { isTypedInto } from '../shell/is-typed-into.ts'

/**
 * The system's own key for *Copy*, and its menu item, copy the header, unless something in
 * the page is selected.
 */
export function useCopyKey(id: ProfileId, hasToken: boolean): void {
  const { copyHeader } = useActions()
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    const isSelected = document.getSelection()?.isCollapsed === false
    if (!hasToken || isSelected || isTypedInto(event.target)) return
    event.preventDefault()
    void copyHeader(id)
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => onCopy(event)
    document.addEventListener('copy', listener)
    return () => document.removeEventListener('copy', listener)
  }, [])
}
