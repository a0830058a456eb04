import { Button, type ButtonProps } from '@mantine/core'
import { IconChevronDown, IconCopy, IconKey, IconRefresh } from '@tabler/icons-react'
import {
  type ComponentProps,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useEffectEvent,
  useRef,
} from 'react'
import type { ProfileId } from '../../../shared/profile.ts'
import type { ProfileState } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useRequest } from '../../store/app-context.ts'
import { isTypedInto } from '../shell/is-typed-into.ts'
import { useFocusHeir } from '../shell/use-focus.ts'
import { FetchButton } from './FetchButton.tsx'
import { offeredActions } from './offered-actions.ts'
import classes from './TokenActions.module.css'

const CopyAs = lazy(async () => {
  const { CopyAs } = await import('./CopyAs.tsx')
  return { default: CopyAs }
})

function serverOf(tokenEndpoint: string): string {
  return URL.canParse(tokenEndpoint) ? new URL(tokenEndpoint).host : tokenEndpoint
}

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
  const obtainToken = useRequest('obtainToken')
  const refreshToken = useRequest('refreshToken')
  const cancelRequest = useRequest('cancelRequest')
  const { id, tokenRun } = profile
  const { hasToken, isAlive, canRefresh, primary } = offeredActions(profile, state)
  useCopyKey(id, hasToken)
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
        <div className={classes['group']}>
          {canRefresh && (
            <Passing>
              <FetchButton
                Icon={IconRefresh}
                variant={variantOf('refresh')}
                isBusy={tokenRun?.what === 'refresh'}
                isWaiting={tokenRun !== null}
                onClick={() => void refreshToken.run({ id })}
              >
                {t('detail.refreshNow')}
              </FetchButton>
            </Passing>
          )}
          <FetchButton
            Icon={IconKey}
            variant={variantOf('get')}
            isBusy={tokenRun?.what === 'obtain'}
            isWaiting={tokenRun !== null}
            onClick={() => void obtainToken.run({ id })}
          >
            {t('detail.getToken')}
          </FetchButton>
          {tokenRun !== null && (
            <Passing>
              <Button variant="subtle" onClick={() => void cancelRequest.run({ id })}>
                {t('detail.cancel')}
              </Button>
            </Passing>
          )}
        </div>
      </div>
      <p className={classes['hint']}>
        {isAlive
          ? `${t('detail.copyHint')} ${t('detail.copyHintTool')}`
          : t('detail.askHint', { server: serverOf(profile.settings.server.tokenEndpoint) })}
        {isAlive && canRefresh && ` ${t('detail.refreshHint')}`}
      </p>
    </div>
  )
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
