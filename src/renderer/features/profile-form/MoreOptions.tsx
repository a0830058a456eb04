import { Button, NativeSelect } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { basicEncodings } from '../../../shared/profile.ts'
import { ExtraParameters } from './ExtraParameters.tsx'
import classes from './MoreOptions.module.css'
import type { FieldsProps } from './PresetFields.tsx'
import { shownFields } from './shown-fields.ts'

/** What few people need; open from the start, where something is in it. */
export function MoreOptions({ form, preset, savedSecrets }: FieldsProps) {
  const { t } = useTranslation()
  const panelId = useId()
  const { values, errors } = form
  const shown = shownFields(preset, values)
  const [isOpen, setOpen] = useState(values.extraParameters.length > 0)
  const hasProblem = Object.keys(errors).some((path) => path.startsWith('extraParameters'))
  if (!shown.has('basicEncoding') && !shown.has('extraParameters')) return null

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
        onClick={() => setOpen(!isShown)}
      >
        {t('form.moreOptions')}
      </Button>
      <div id={panelId} className={classes['panel']} hidden={!isShown}>
        {shown.has('basicEncoding') && (
          <NativeSelect
            label={t('form.label.basicEncoding')}
            description={t('form.hint.basicEncoding')}
            data={basicEncodings.map((value) => ({ value, label: t(`form.encoding.${value}`) }))}
            {...form.getInputProps('basicEncoding')}
          />
        )}
        {shown.has('extraParameters') && (
          <ExtraParameters form={form} savedSecrets={savedSecrets} />
        )}
      </div>
    </div>
  )
}
