import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { tagColors } from '../../../shared/profile-labels.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { TagChip } from '../tag/TagChip.tsx'
import classes from './InYourList.module.css'
import {
  choiceOf,
  type SuggestedTag,
  suggestedTags,
  type TagChoice,
  tagOf,
} from './suggested-tags.ts'
import type { ProfileFormApi } from './use-profile-form.ts'

/** Edits the tag, which distinguishes profiles for production from those for tests. */
export function TagFields({ form }: { readonly form: ProfileFormApi }) {
  const { t } = useTexts()
  const nameOf = (key: SuggestedTag['key']) => t(`groups.tag.suggested.${key}`)
  const { tag } = form.values
  // Remembered, because an own name may become one of those that are suggested while it is typed.
  const [choice, setChoice] = useState<TagChoice>(() => choiceOf(tag, nameOf))
  const choices: readonly TagChoice[] = ['none', ...suggestedTags.map(({ key }) => key), 'own']
  const labelOf = (each: TagChoice) =>
    each === 'none' || each === 'own' ? t(`groups.tag.${each}`) : nameOf(each)
  return (
    <>
      <NativeSelect
        label={t('groups.tag.label')}
        description={`${t('form.optional')} ${t('groups.tag.hint')}`}
        value={choice}
        data={choices.map((value) => ({ value, label: labelOf(value) }))}
        onChange={({ currentTarget: { value } }) => {
          const next = choices.find((each) => each === value) ?? 'none'
          setChoice(next)
          form.setFieldValue('tag', tagOf(next, nameOf))
        }}
      />
      {choice === 'own' && tag !== null && (
        <div className={classes['own']}>
          <TextInput
            label={t('groups.tag.name')}
            autoComplete="off"
            value={tag.name}
            error={form.errors['tag.name']}
            onChange={({ currentTarget: { value } }) =>
              form.setFieldValue('tag', { ...tag, name: value })
            }
          />
          <NativeSelect
            label={t('groups.tag.color')}
            value={tag.color}
            data={tagColors.map((color) => ({
              value: color,
              label: t(`groups.tag.colors.${color}`),
            }))}
            onChange={({ currentTarget: { value } }) => {
              const color = tagColors.find((each) => each === value) ?? tag.color
              form.setFieldValue('tag', { ...tag, color })
            }}
          />
        </div>
      )}
      {tag !== null && tag.name.trim() !== '' && (
        <p className={classes['preview']}>
          {t('groups.tag.preview')} <TagChip tag={tag} />
        </p>
      )}
    </>
  )
}
