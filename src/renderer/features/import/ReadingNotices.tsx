import { authentications } from '../../../shared/client-authentication/facts.ts'
import type { ImportCandidate } from '../../../shared/import.ts'
import type { Preset } from '../../../shared/preset.ts'
import { addressWarningsFor, serviceElsewhere } from '../../../shared/provider-hosts.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { ElsewhereNotice } from '../notices/ElsewhereNotice.tsx'
import { Notice } from '../notices/Notice.tsx'
import { RedirectRemarks } from '../profile-form/RedirectAddressField.tsx'
import { valuesOf } from '../profile-form/values.ts'
import type { Reading } from './use-import-reading.ts'

interface Props {
  readonly reading: Reading
  readonly candidate: ImportCandidate | undefined
  readonly preset: Preset | undefined
  /** The file that was read, if it was one. */
  readonly fileName: string | null
}

/** Files that hold commands. Of any other kind, none is expected to begin with one. */
const commandFile = /\.(txt|sh|bash|cmd|bat|ps1)$/i

/** Shows why an input was not understood, or warnings about its contents. */
export function ReadingNotices({ reading, candidate, preset, fileName }: Props) {
  const { t } = useSentences()
  if (reading.kind === 'empty') return null
  if (reading.kind === 'too-long') return <Notice kind="info">{t('imports.tooLong')}</Notice>
  if (reading.kind === 'refused') {
    return <Notice kind="trouble">{errorText(t, reading.error)}</Notice>
  }
  if (reading.value.kind === 'nothing') {
    const { reason } = reading.value
    const isOtherFile =
      reason === 'not-recognised' && fileName !== null && !commandFile.test(fileName)
    return (
      <Notice kind="warning">
        {t(`imports.nothing.${isOtherFile ? 'unknown-file' : reason}`)}
      </Notice>
    )
  }
  if (candidate === undefined || preset === undefined) return null
  const { settings, warnings } = candidate
  // Of the provider that the user has chosen: that may be another one than was recognised.
  const isService = addressWarningsFor(preset, settings).includes('service-elsewhere')
  return (
    <>
      <ElsewhereNotice preset={preset} settings={settings} />
      {isService && (
        <Notice kind="info">
          {t('imports.warning.service-elsewhere', { server: serviceElsewhere(settings) ?? '' })}
        </Notice>
      )}
      {warnings.includes('plus-is-space') && (
        <Notice kind="warning">{t('imports.warning.plus-is-space')}</Notice>
      )}
      <RedirectRemarks values={valuesOf({ settings, savedSecrets: [] })} />
      {authentications[settings.client.authentication.method].sentIn === 'query' && (
        <Notice kind="warning">{t('form.hint.queryWarning')}</Notice>
      )}
    </>
  )
}
