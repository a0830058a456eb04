import { IconArrowsShuffle } from '@tabler/icons-react'
import { useRef } from 'react'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { otherWaysText } from '../../i18n/other-ways.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { useActions } from '../../store/app-context.ts'
import { useFocusHeir } from '../shell/use-focus-rescue.ts'
import { FetchButton } from './FetchButton.tsx'
import classes from './OtherWays.module.css'

/** Offers to send the same client ID and secret in other ways, and says what that means. */
export function OtherWays({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  const { tryOtherMethods } = useActions()
  const { id, tokenRun } = profile
  const offer = useRef<HTMLDivElement>(null)
  useFocusHeir(offer)
  const { what, mind } = otherWaysText(t, profile)
  return (
    <div ref={offer} className={classes['offer']}>
      <h3>{t('outcome.otherWays.title')}</h3>
      {what.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {mind.length > 0 && <p className={classes['mind']}>{mind.join(' ')}</p>}
      <FetchButton
        Icon={IconArrowsShuffle}
        variant="default"
        isBusy={tokenRun?.what === 'other-ways'}
        isWaiting={tokenRun !== null}
        onClick={() => void tryOtherMethods(id)}
      >
        {t('outcome.otherWays.start')}
      </FetchButton>
    </div>
  )
}
