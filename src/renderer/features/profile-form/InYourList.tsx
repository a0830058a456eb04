import { Autocomplete, Textarea } from '@mantine/core'
import { useMemo } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { useAppState } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { folderNames } from '../../store/list-rows.ts'
import classes from './InYourList.module.css'
import { TagFields } from './TagFields.tsx'
import type { ProfileFormApi } from './use-profile-form.ts'

/** The fields that help to find a profile in the list and to distinguish it from others. */
export function InYourList({ form }: { readonly form: ProfileFormApi }) {
  const { t } = useTexts()
  const folderIndex = useAppState((state) => profilesStateIn(state)?.folderIndex ?? null)
  const folders = useMemo(() => folderNames(folderIndex), [folderIndex])
  return (
    <fieldset className={classes['fields']}>
      <legend className={classes['title']}>{t('groups.title')}</legend>
      <Autocomplete
        label={t('groups.folder')}
        description={`${t('form.optional')} ${t('groups.folderHint')}`}
        autoComplete="off"
        data={[...folders]}
        limit={50}
        // A list that can't be seen yet is no second thing of this name.
        comboboxProps={{
          withinPortal: false,
          keepMounted: false,
          transitionProps: { duration: 0 },
        }}
        {...form.getInputProps('folder')}
      />
      <TagFields form={form} />
      <Textarea
        label={t('groups.notes')}
        description={`${t('form.optional')} ${t('groups.notesHint')}`}
        autoComplete="off"
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps('notes')}
      />
    </fieldset>
  )
}
