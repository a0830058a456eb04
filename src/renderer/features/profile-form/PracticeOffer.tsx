import { Button } from '@mantine/core'
import { useTexts } from '../../i18n/use-texts.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { TroubleNotice } from '../notices/TroubleNotice.tsx'
import classes from './PracticeOffer.module.css'

/** The other way to begin, for those who find that they have nothing to fill in. */
export function PracticeOffer() {
  const { t } = useTexts()
  const { startPractice } = useActions()
  const isPracticeStarting = useAppState((state) => state.isPracticeStarting)
  return (
    <>
      <p className={classes['offer']}>
        {t('form.justLooking')}{' '}
        <Button
          variant="subtle"
          size="compact-sm"
          loading={isPracticeStarting}
          onClick={() => void startPractice()}
        >
          {t('list.tryPractice')}
        </Button>
      </p>
      <TroubleNotice />
    </>
  )
}
