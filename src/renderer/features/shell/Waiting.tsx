import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FullPage } from './FullPage.tsx'

/** Milliseconds. Main usually answers within a blink; words that flash by would only disturb. */
const quietTime = 2_000

/** Shown until main has said what there is; the key store of the system may be asking the user. */
export function Waiting() {
  const { t } = useTranslation()
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), quietTime)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return <main aria-busy="true" aria-label={t('app.wait')} />
  return <FullPage title={t('app.wait')} text={t('app.waitForKeyStore')} role="status" />
}
