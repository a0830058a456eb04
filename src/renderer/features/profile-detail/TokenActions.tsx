import { Button } from '@mantine/core'
import { IconCopy, IconKey, IconRefresh } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileState } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { useActions } from '../../store/app-context.ts'
import { useFocusHeir } from '../shell/use-focus-rescue.ts'
import { CopyAsButton } from './CopyAsButton.tsx'
import { FetchButton } from './FetchButton.tsx'
import { offeredActions } from './offered-actions.ts'
import classes from './TokenActions.module.css'
import { useCopyKey } from './use-copy-key.ts'

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
 * What can be done with the token. The order is always the same, so that nothing
 * moves under the mouse when a token expires; only the weight goes elsewhere.
 */
export function TokenActions({ profile, state }: Props) {
  const { t } = useTranslation()
  const actions = useActions()
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
              onClick={() => void actions.copyHeader(id)}
            >
              {t('detail.copyHeader')}
            </Button>
            <Button variant="default" onClick={() => void actions.copyToken(id)}>
              {t('detail.copyToken')}
            </Button>
            <Suspense fallback={<CopyAsButton aria-disabled />}>
              <CopyAs id={id} />
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
                onClick={() => void actions.refreshToken(id)}
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
            onClick={() => void actions.obtainToken(id)}
          >
            {t('detail.getToken')}
          </FetchButton>
          {tokenRun !== null && (
            <Passing>
              <Button variant="subtle" onClick={() => void actions.cancelRequest(id)}>
                {t('detail.cancel')}
              </Button>
            </Passing>
          )}
        </div>
      </div>
      <p className={classes['hint']}>
        {isAlive
          ? `${t('detail.copyHint')} ${t('detail.copyHintTool')}`
          : t('detail.askHint', { server: serverOf(profile.settings.tokenEndpoint) })}
        {isAlive && canRefresh && ` ${t('detail.refreshHint')}`}
      </p>
    </div>
  )
}

/** A button that goes when it has done its work; the focus does not go with it. */
function Passing({ children }: { readonly children: ReactNode }) {
  const page = useRef<HTMLDivElement>(null)
  useFocusHeir(page)
  return <div ref={page}>{children}</div>
}
