import { Component, type ReactNode, useEffect, useState } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { Button } from '../../parts/parts.tsx'
import classes from './FullPage.module.css'

interface Props {
  readonly title: string
  readonly text: string
  readonly role?: 'alert' | 'status'
  readonly children?: ReactNode
}

/** A message in the middle of the window. */
export function FullPage({ title, text, role, children }: Props) {
  return (
    <main className={classes['page']}>
      <div className={classes['message']} role={role}>
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
      </div>
    </main>
  )
}

/** Milliseconds; a text that flashes would only disturb, and main usually answers sooner. */
const quietTime = 2_000

/** Shown while the page loads; the system's key store may be asking the user. */
export function Waiting() {
  const { t } = useTexts()
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), quietTime)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return <main aria-busy="true" aria-label={t('app.wait')} />
  return <FullPage title={t('app.wait')} text={t('app.waitForKeyStore')} role="status" />
}

/** Offers to reload, instead of an empty window, after an error in the page. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly isBroken: boolean }
> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const { t } = useTexts()
  return (
    <FullPage title={t('app.broken')} text={t('app.brokenHint')} role="alert">
      <Button look="filled" onClick={() => window.location.reload()}>
        {t('app.reload')}
      </Button>
    </FullPage>
  )
}
