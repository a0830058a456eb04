import { Switch } from '@mantine/core'
import { startTransition, useOptimistic } from 'react'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { keepFreshText } from '../../i18n/keep-fresh.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { useActions } from '../../store/app-context.ts'
import classes from './KeepFresh.module.css'

export function KeepFresh({ profile }: { readonly profile: ProfileView }) {
  const { t, moments } = useSentences()
  const { setKeepFresh } = useActions()
  const { id, settings } = profile
  // The switch follows the hand at once; what main says holds when main has answered.
  const [isOn, setIsOn] = useOptimistic(settings.keepFresh)
  return (
    <div className={classes['row']}>
      <Switch
        label={t('detail.keepFresh')}
        // The label element holds the description too, which is no part of the name.
        aria-label={t('detail.keepFresh')}
        description={keepFreshText(t, profile, isOn, moments)}
        checked={isOn}
        onChange={(event) => {
          const { checked } = event.currentTarget
          startTransition(async () => {
            setIsOn(checked)
            await setKeepFresh(id, checked)
          })
        }}
      />
    </div>
  )
}
