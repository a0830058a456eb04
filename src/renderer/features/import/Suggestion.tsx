import { Button } from '@mantine/core'
import type { ImportCandidate } from '../../../shared/import.ts'
import type { Preset } from '../../../shared/preset.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { Notice } from '../notices/Notice.tsx'
import classes from './ImportPlace.module.css'

interface Props {
  readonly candidate: ImportCandidate
  readonly presets: readonly Preset[]
  /** The provider that is chosen now. */
  readonly presetId: string
  /** The user takes the provider that was suggested. */
  readonly onProvider: (preset: Preset) => void
}

/** Asks for the provider where the address alone does not tell, above everything it would change. */
export function Suggestion({ candidate, presets, presetId, onProvider }: Props) {
  const { t } = useSentences()
  const suggested = presets.find(({ id }) => id === candidate.suggestedPresetId)
  if (suggested === undefined || presetId !== 'any-server') return null
  return (
    <Notice kind="info">
      <span className={classes['suggestion']}>
        {t('imports.suggestion', { provider: suggested.name })}
        <Button variant="default" size="compact-sm" onClick={() => onProvider(suggested)}>
          {t('imports.useSuggestion', { provider: suggested.name })}
        </Button>
      </span>
    </Notice>
  )
}
