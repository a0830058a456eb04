import { useEffect, useState } from 'react'
import { useActions } from '../../store/app-context.ts'

/** Whether the desktop has a tray, asked when it is shown; `undefined` until main has answered. */
export function useTray(): boolean | undefined {
  const { getTray } = useActions()
  const [isThere, setIsThere] = useState<boolean>()
  useEffect(() => {
    let isShown = true
    void getTray().then((result) => {
      if (isShown && result.ok) setIsThere(result.value.isThere)
    })
    return () => {
      isShown = false
    }
  }, [getTray])
  return isThere
}
