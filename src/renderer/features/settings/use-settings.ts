import { useEffect, useState } from 'react'
import type { AppSettings } from '../../../shared/app-settings.ts'
import { useActions } from '../../store/app-context.ts'

/** What is chosen; `undefined` until main has told. A change that is refused is taken back. */
export function useSettings() {
  const { readSettings, changeSettings } = useActions()
  const [settings, setSettings] = useState<AppSettings>()

  useEffect(() => {
    let isCurrent = true
    void readSettings().then((read) => {
      if (isCurrent) setSettings(read)
    })
    return () => {
      isCurrent = false
    }
  }, [readSettings])

  async function change(part: Partial<AppSettings>): Promise<void> {
    if (settings === undefined) return
    const next = { ...settings, ...part }
    setSettings(next)
    if (!(await changeSettings(next))) setSettings(settings)
  }
  return { settings, change }
}
