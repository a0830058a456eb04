import { CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import classes from './Notice.module.css'

interface Props {
  /** `trouble` is read out at once. */
  readonly kind: 'info' | 'warning' | 'trouble'
  readonly title?: string | null
  readonly children: ReactNode
  readonly onDismiss?: () => void
}

/** Shows a highlighted sentence. */
export function Notice({ kind, title = null, children, onDismiss }: Props) {
  const { t } = useTexts()
  const Icon = kind === 'info' ? IconInfoCircle : IconAlertTriangle
  const element = useRef<HTMLDivElement>(null)
  // The clicked element may be far below it.
  useLayoutEffect(() => {
    if (kind === 'trouble') element.current?.scrollIntoView({ block: 'nearest' })
  }, [kind])
  return (
    <div
      ref={element}
      className={classes['notice']}
      data-kind={kind}
      role={kind === 'trouble' ? 'alert' : 'note'}
    >
      <Icon size={20} aria-hidden className={classes['icon']} />
      <div className={classes['text']}>
        {title !== null && <strong>{title}</strong>}
        <div>{children}</div>
      </div>
      {onDismiss !== undefined && (
        <CloseButton size="sm" aria-label={t('app.dismiss')} onClick={onDismiss} />
      )}
    </div>
  )
}
