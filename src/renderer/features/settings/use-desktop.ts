import { useEffect, useState } from 'react'
import type { DesktopView } from '../../../shared/desktop.ts'
import { useRequest } from '../../store/app-context.ts'

/** Returns what the desktop can do, asked when it is shown; `undefined` until main has answered. */
export function useDesktop(): DesktopView | undefined {
  const { send: getDesktop } = useRequest('getDesktop')
  const [desktop, setDesktop] = useState<DesktopView>()
  useEffect(() => {
    let isShown = true
    void getDesktop({}).then((result) => {
      if (isShown && result.ok) setDesktop(result.value)
    })
    return () => {
      isShown = false
    }
  }, [getDesktop])
  return desktop
}
