import { useTexts } from '../../i18n/use-texts.ts'
import { Notice } from '../notices/Notice.tsx'
import classes from './ForgottenNotice.module.css'
import type { ForgottenSecrets } from './forgotten-secrets.ts'

/** Says beforehand which saved secrets are gone after saving. */
export function ForgottenNotice({ fields, extras }: ForgottenSecrets) {
  const { t, language } = useTexts()
  const names = [...fields.map((field) => t(`form.label.${field}`)), ...extras]
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return (
    // It comes and goes while something else is chosen, so it is read out.
    <div className={classes['forgotten']} aria-live="polite">
      {names.length > 0 && (
        <Notice kind="info">{t('form.forgets', { names: list.format(names) })}</Notice>
      )}
    </div>
  )
}
