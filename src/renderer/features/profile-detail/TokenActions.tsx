import { Button, type ButtonProps } from '@mantine/core'
import { IconChevronDown, IconCopy, IconKey, IconLogin2, IconRefresh } from '@tabler/icons-react'
import {
  type ComponentProps,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useEffectEvent,
  useRef,
} from 'react'
import { needsPerson } from '../../../shared/needs-person.ts'
import type { ProfileId } from '../../../shared/profile.ts'
import type { ProfileState } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { actionHint, actionName } from '../../i18n/sign-in.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useApp, useRequest } from '../../store/app-context.ts'
import { isTypedInto } from '../shell/is-typed-into.ts'
import { useFocusHeir } from '../shell/use-focus.ts'
import { FetchButton } from './FetchButton.tsx'
import { type OfferedActions, offeredActions, waitsForUser } from './offered-actions.ts'
import classes from './TokenActions.module.css'

const CopyAs = lazy(async () => {
  const { CopyAs } = await import('./CopyAs.tsx')
  return { default: CopyAs }
})

const icons = { renew: IconRefresh, get: IconKey, 'sign-in': IconLogin2 } as const

interface Props {
  readonly profile: ProfileView
  readonly state: ProfileState
}

/**
 * Shows the actions for the token. Their order never changes, so that nothing moves under the mouse
 * when a token expires; only the emphasis does.
 */
export function TokenActions({ profile, state }: Props) {
  const { t } = useTexts()
  const copyHeader = useRequest('copyHeader')
  const copyToken = useRequest('copyToken')
  const cancelRequest = useRequest('cancelRequest')
  const { id, tokenRun } = profile
  const { store } = useApp()
  const offered = offeredActions(profile, state)
  const { hasToken, action, request, canSwitchUser, primary } = offered
  useCopyKey(id, hasToken)
  const isWaiting = waitsForUser(profile)
  if (isWaiting && !hasToken) return null
  const variantOf = (name: typeof primary) => (name === primary ? 'filled' : 'default')
  return (
    <div className={classes['actions']}>
      <div className={classes['groups']}>
        {hasToken && (
          <div className={classes['group']}>
            <Button
              variant={variantOf('copy')}
              aria-keyshortcuts="Control+C Meta+C"
              title={t('detail.copyKey')}
              leftSection={<IconCopy size={17} aria-hidden />}
              onClick={() => void copyHeader.run({ id })}
            >
              {t('detail.copyHeader')}
            </Button>
            <Button variant="default" onClick={() => void copyToken.run({ id })}>
              {t('detail.copyToken')}
            </Button>
            <Suspense fallback={<CopyAsButton aria-disabled />}>
              <CopyAs id={id}>
                <CopyAsButton />
              </CopyAs>
            </Suspense>
          </div>
        )}
        {!isWaiting && (
          <div className={classes['group']}>
            <FetchButton
              Icon={icons[action]}
              variant={variantOf('token')}
              isBusy={tokenRun !== null && tokenRun.what !== 'other-methods'}
              isWaiting={tokenRun !== null}
              isNextAfterSignIn
              onClick={() => void store.run(request, { id })}
            >
              {actionName(t, profile)}
            </FetchButton>
            {tokenRun === null && canSwitchUser && (
              <Passing>
                <Button
                  variant="subtle"
                  onClick={() => void store.run('signInAsSomebodyElse', { id })}
                >
                  {t('signIn.another')}
                </Button>
              </Passing>
            )}
            {tokenRun !== null && (
              <Passing>
                <Button variant="subtle" onClick={() => void cancelRequest.run({ id })}>
                  {t('detail.cancel')}
                </Button>
              </Passing>
            )}
          </div>
        )}
      </div>
      <ActionHints profile={profile} offered={offered} />
    </div>
  )
}

interface HintProps {
  readonly profile: ProfileView
  readonly offered: OfferedActions
}

/** Says what the buttons do, without a click on them. */
function ActionHints({ profile, offered: { isAlive, isSilent } }: HintProps) {
  const { t } = useTexts()
  const isOfPerson = needsPerson(profile)
  const hints = [
    ...(isAlive ? [t('detail.copyHint'), t('detail.copyHintTool')] : []),
    ...(isAlive && isSilent ? [t('detail.refreshHint')] : []),
    ...((isAlive && !isOfPerson) || waitsForUser(profile) ? [] : [actionHint(t, profile)]),
  ]
  return hints.length > 0 && <p className={classes['hint']}>{hints.join(' ')}</p>
}

/** Opens the menu of `CopyAs`; it is shown before the menu, which is loaded after the first picture. */
function CopyAsButton(props: ButtonProps & ComponentProps<'button'>) {
  const { t } = useTexts()
  return (
    <Button {...props} variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
      {t('copyAs.open')}
    </Button>
  )
}

/** A button that goes when it has done its work; the focus does not go with it. */
function Passing({ children }: { readonly children: ReactNode }) {
  const page = useRef<HTMLDivElement>(null)
  useFocusHeir(page)
  return <div ref={page}>{children}</div>
}

/**
 * The system's own key for *Copy*, and its menu item, copy the header, unless something in
 * the page is selected.
 */
function useCopyKey(id: ProfileId, hasToken: boolean): void {
  const { run: copyHeader } = useRequest('copyHeader')
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    const isSelected = document.getSelection()?.isCollapsed === false
    if (!hasToken || isSelected || isTypedInto(event.target)) return
    event.preventDefault()
    void copyHeader({ id })
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => onCopy(event)
    document.addEventListener('copy', listener)
    return () => document.removeEventListener('copy', listener)
  }, [])
}
