import { Button } from '@mantine/core'
import { IconArrowLeft, IconPencil, IconTrash } from '@tabler/icons-react'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { providerName } from '../../sentences/provider-name.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { deskIn } from '../../store/app-state.ts'
import { TagChip } from '../tag/TagChip.tsx'
import classes from './DetailHeader.module.css'

export function DetailHeader({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  const { goTo, askToDelete } = useActions()
  const presets = useAppState((state) => deskIn(state)?.presets) ?? []
  const isReadOnly = useAppState((state) => deskIn(state)?.vault.protection.kind === 'read-only')
  const mayChange = !profile.locked && !isReadOnly
  const { id } = profile
  return (
    <header className={classes['header']}>
      <Button
        className={classes['back']}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={() => goTo({ kind: 'nothing' })}
      >
        {t('list.back')}
      </Button>
      <div className={classes['who']}>
        <h1 id="profile-name" className={classes['name']} title={profile.settings.name}>
          {profile.settings.name}
        </h1>
        <div className={classes['labels']}>
          {profile.settings.tag !== null && <TagChip tag={profile.settings.tag} />}
          <p className={classes['provider']}>{providerName(t, presets, profile)}</p>
        </div>
      </div>
      {mayChange && (
        <div className={classes['buttons']}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => goTo({ kind: 'edit-profile', id })}
          >
            {t('detail.edit')}
          </Button>
          <Button
            variant="subtle"
            color="rust"
            size="compact-sm"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => askToDelete(id)}
          >
            {t('detail.delete')}
          </Button>
        </div>
      )}
    </header>
  )
}
