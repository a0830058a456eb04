import { Button, TextInput } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Preset } from '../../../shared/preset.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ExtraValues } from './ExtraValues.tsx'
import classes from './MoreOptions.module.css'
import { hasMoreOptions, isInMoreOptions, moreOptions, optionGroups } from './more-options.ts'
import { OptionFields } from './OptionFields.tsx'
import { shownFields } from './shown-fields.ts'
import type { ProfileFormApi } from './use-profile-form.ts'

interface Props {
  readonly form: ProfileFormApi
  readonly preset: Preset
}

/** The fields that few people need; open from the start if one of them is filled in. */
export function MoreOptions({ form, preset }: Props) {
  const { t } = useTexts()
  const panelId = useId()
  const panel = useRef<HTMLDivElement>(null)
  const isStill = useReducedMotion()
  const { values, errors } = form
  const shown = shownFields(preset, values)
  const [isOpen, setOpen] = useState(() => hasMoreOptions(values, preset))
  const hasProblem = Object.keys(errors).some(isInMoreOptions)
  // Opened by a problem, the panel stays open after the problem is corrected.
  useEffect(() => {
    if (hasProblem) setOpen(true)
  }, [hasProblem])

  /** Opened at the end of the window, the panel would not be seen: its first field comes up. */
  function open(): void {
    flushSync(() => setOpen(true))
    const behavior = isStill ? 'instant' : 'smooth'
    const first = panel.current?.querySelector('input, select, button')
    first?.scrollIntoView({ block: 'nearest', behavior })
  }

  const groups = optionGroups.map((group) => ({
    group,
    fields: moreOptions[group].filter((field) => shown.has(field)),
  }))
  const extraLists = moreOptions.extraValues.filter((list) => shown.has(list))

  const isShown = isOpen || hasProblem
  const Chevron = isShown ? IconChevronDown : IconChevronRight
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-md"
        className={classes['toggle'] ?? ''}
        leftSection={<Chevron size={17} aria-hidden />}
        aria-expanded={isShown}
        aria-controls={panelId}
        onClick={() => (isShown ? setOpen(hasProblem) : open())}
      >
        {t('form.moreOptions')}
      </Button>
      <div ref={panel} id={panelId} className={classes['panel']} hidden={!isShown}>
        {groups.map(
          ({ group, fields }) =>
            fields.length > 0 && (
              <section key={group} className={classes['group']}>
                <h2>{t(`form.optionGroup.${group}`)}</h2>
                <OptionFields form={form} fields={fields} />
              </section>
            ),
        )}
        {extraLists.length > 0 && (
          <section className={classes['group']}>
            <h2>{t('form.extraValues')}</h2>
            {extraLists.map((list) => (
              <ExtraValues key={list} form={form} list={list} />
            ))}
          </section>
        )}
        <section className={classes['group']}>
          <TextInput
            label={t('form.label.apiAddress')}
            description={`${t('form.optional')} ${t('form.hint.apiAddress')}`}
            placeholder={preset.apiAddress ?? ''}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('apiAddress')}
          />
        </section>
      </div>
    </div>
  )
}
