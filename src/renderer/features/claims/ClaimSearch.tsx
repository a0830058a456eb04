import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useSentences } from '../../i18n/use-texts.ts'
import classes from './ClaimSearch.module.css'

interface Props {
  readonly text: string
  /** The number of matching entries. */
  readonly count: number
  readonly onChange: (text: string) => void
}

/** Finds entries by name, meaning or value; how many there are is read out, too. */
export function ClaimSearch({ text, count, onChange }: Props) {
  const { t } = useSentences()
  return (
    <div className={classes['search']}>
      <TextInput
        className={classes['field'] ?? ''}
        size="sm"
        aria-label={t('claims.search')}
        placeholder={t('claims.search')}
        value={text}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          text !== '' && (
            <CloseButton
              size="sm"
              aria-label={t('claims.clearSearch')}
              onClick={() => onChange('')}
            />
          )
        }
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('')
        }}
      />
      <p className={classes['count']} aria-live="polite">
        {text.trim() !== '' &&
          (count === 0 ? t('claims.foundNothing') : t('claims.found', { count }))}
      </p>
    </div>
  )
}
