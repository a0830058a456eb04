import { Switch } from '@mantine/core'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import { useActions } from '../../store/app-context.ts'
import classes from './KeepFresh.module.css'

export function KeepFresh({ profile }: { readonly profile: ProfileView }) {
  const { t, moments } = useSentences()
  const { setKeepFresh } = useActions()
  const { id, renewsAt, settings } = profile
  return (
    <div className={classes['row']}>
      <Switch
        label={t('detail.keepFresh')}
        description={
          settings.keepFresh && renewsAt !== null
            ? t('detail.renewsAt', { moment: moments.short(renewsAt) })
            : t('detail.keepFreshHint')
        }
        checked={settings.keepFresh}
        onChange={(event) => void setKeepFresh(id, event.currentTarget.checked)}
      />
    </div>
  )
}
