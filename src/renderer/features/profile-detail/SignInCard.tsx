import { Button, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconCopy, type IconKey } from '@tabler/icons-react'
import {
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Instant } from '../../../shared/clock.ts'
import type { ProfileId } from '../../../shared/profile.ts'
import { clockOf } from '../../i18n/sign-in.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useApp, useRequest } from '../../store/app-context.ts'
import { isTypedInto } from '../shell/is-typed-into.ts'
import { useFocusHeir } from '../shell/use-focus.ts'
import classes from './SignInCard.module.css'

interface CardProps {
  readonly id: ProfileId
  readonly Icon: typeof IconKey
  readonly title: string
  readonly expiresAt: Instant
  readonly children: ReactNode
}

/** The frame of a sign-in that waits for the user: the time that is left, and the way out. */
export function SignInCard({ id, Icon, title, expiresAt, children }: CardProps) {
  const { t } = useTexts()
  const { run: cancelRequest } = useRequest('cancelRequest')
  const card = useRef<HTMLElement>(null)
  const titleId = useId()
  const heading = useFocusOnArrival()
  useFocusHeir(card)
  return (
    <section
      ref={card}
      className={classes['card']}
      aria-labelledby={titleId}
      // The second click of a double click on the button that started this meant that button.
      onClickCapture={(event) => {
        if (event.detail > 1) event.stopPropagation()
      }}
    >
      <div className={classes['head']}>
        <Icon size={22} aria-hidden className={classes['icon']} />
        <h2 ref={heading} id={titleId} tabIndex={-1}>
          {title}
        </h2>
        <div className={classes['aside']}>
          <span className={classes['left']}>
            {t('signIn.waiting')} <TimeLeft expiresAt={expiresAt} />
          </span>
          <Button variant="subtle" size="compact-sm" onClick={() => void cancelRequest({ id })}>
            {t('detail.cancel')}
          </Button>
        </div>
      </div>
      {children}
    </section>
  )
}

/**
 * Moves the focus to the title when the card appears, unless the user is busy elsewhere: what to do
 * next is in the card, and the button that started the sign-in is gone or waits.
 */
function useFocusOnArrival() {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const { activeElement } = document
    const isHere = activeElement?.closest('main') !== null && !isTypedInto(activeElement)
    if (activeElement === document.body || isHere) heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return heading
}

/** The time until the sign-in expires. As a timer it is not read out each second. */
function TimeLeft({ expiresAt }: { readonly expiresAt: Instant }) {
  const { t } = useTexts()
  const { now } = useApp()
  const subscribe = useCallback((listener: () => void) => now.subscribe(listener), [now])
  const time = useSyncExternalStore(subscribe, () => clockOf(expiresAt, now.get()))
  return <span role="timer">{t('signIn.left', { time })}</span>
}

/** Milliseconds; as long as the eye needs to find it. */
const confirmationTime = 2000

/** Returns true for a moment after `confirm` was called. */
export function useConfirmation() {
  const [count, setCount] = useState(0)
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    if (count === 0) return
    setIsShown(true)
    const timer = setTimeout(() => setIsShown(false), confirmationTime)
    return () => clearTimeout(timer)
  }, [count])
  return { isShown, confirm: () => setCount((before) => before + 1) }
}

interface CopyingProps {
  readonly isCopied: boolean
  readonly children: string
}

/** The text of a button that copies, and for a moment that it has. Its width stays. */
export function CopyingText({ isCopied, children }: CopyingProps) {
  const { t } = useTexts()
  return (
    <span className={classes['copy']}>
      <span data-off={isCopied || undefined}>
        <IconCopy size={16} aria-hidden />
        {children}
      </span>
      <span data-off={!isCopied || undefined} aria-hidden>
        <IconCheck size={16} aria-hidden />
        {t('signIn.browser.copied')}
      </span>
    </span>
  )
}

/** Reads out that something was copied. */
export function CopiedStatus({ isCopied }: { readonly isCopied: boolean }) {
  const { t } = useTexts()
  return (
    <VisuallyHidden aria-live="polite">{isCopied && t('signIn.browser.copied')}</VisuallyHidden>
  )
}
