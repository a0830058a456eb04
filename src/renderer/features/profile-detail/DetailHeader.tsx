import { ActionIcon, Button } from '@mantine/core'
import {
  IconArrowLeft,
  IconCopyPlus,
  IconPencil,
  IconShare2,
  IconStar,
  IconStarFilled,
  IconTrash,
} from '@tabler/icons-react'
import { isolatedName } from '../../../shared/names.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { providerName } from '../../i18n/provider-name.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useActions, useAppState, useRequest } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { Name } from '../name/Name.tsx'
import { TagChip } from '../tag/TagChip.tsx'
import classes from './DetailHeader.module.css'

export function DetailHeader({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  const { goTo, set } = useActions()
  const sharing = useRequest('shareProfile')
  const marking = useRequest('changeMarks')
  const presets = useAppState((state) => profilesStateIn(state)?.presets) ?? []
  const isReadOnly = useAppState(
    (state) => profilesStateIn(state)?.vault.protection.kind === 'read-only',
  )
  const mayChange = !profile.locked && !isReadOnly
  const isSaved = profile.lifetime === 'saved'
  const { id } = profile
  const { favourite } = profile.settings.about
  const Star = favourite ? IconStarFilled : IconStar
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
        <h1
          id="profile-name"
          className={classes['name']}
          title={isolatedName(profile.settings.about.name)}
        >
          <Name>{profile.settings.about.name}</Name>
        </h1>
        <div className={classes['labels']}>
          {mayChange && (
            <ActionIcon
              className={classes['favourite']}
              variant="subtle"
              aria-label={t('detail.favourite')}
              aria-pressed={favourite}
              title={t('detail.favourite')}
              onClick={() => void marking.run({ id, marks: { favourite: !favourite } })}
            >
              <Star size={18} aria-hidden />
            </ActionIcon>
          )}
          {profile.settings.about.tag !== undefined && (
            <TagChip tag={profile.settings.about.tag} size="large" />
          )}
          <p className={classes['provider']}>{providerName(t, presets, profile)}</p>
        </div>
      </div>
      <div className={classes['buttons']}>
        {mayChange && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => goTo({ kind: 'edit-profile', id })}
          >
            {t('detail.edit')}
          </Button>
        )}
        {isSaved && mayChange && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconCopyPlus size={16} aria-hidden />}
            onClick={() => goTo({ kind: 'new-profile', from: id, copyOf: id })}
          >
            {t('detail.duplicate')}
          </Button>
        )}
        {isSaved && !profile.locked && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconShare2 size={16} aria-hidden />}
            onClick={() => void sharing.run({ id })}
          >
            {t('detail.share')}
          </Button>
        )}
        {mayChange && (
          <Button
            variant="subtle"
            color="rust"
            size="compact-sm"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => set({ deleting: id })}
          >
            {t('detail.delete')}
          </Button>
        )}
      </div>
    </header>
  )
}
