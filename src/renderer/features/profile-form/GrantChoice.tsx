import { Radio } from '@mantine/core'
import type { GrantKind } from '../../../shared/grants/facts.ts'
import type { Preset } from '../../../shared/preset.ts'
import type { SecretName } from '../../../shared/profile.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import classes from './GrantChoice.module.css'
import type { ProfileFormApi } from './use-profile-form.ts'
import { grantValues } from './values.ts'

interface Props {
  readonly form: ProfileFormApi
  readonly preset: Preset
  readonly savedSecrets: readonly SecretName[]
}

/** Asks for the grant in the words of the people who received the credentials. */
export function GrantChoice({ form, preset, savedSecrets }: Props) {
  const { t } = useTexts()
  const choose = (kind: GrantKind) =>
    form.setValues(grantValues(kind, form.getValues(), preset, savedSecrets))
  return (
    <Radio.Group
      label={t('form.label.grantType')}
      value={form.values.grantType}
      error={form.errors['grantType']}
    >
      <div className={classes['choices']}>
        {preset.grantTypes.map((kind) => (
          <Radio
            key={kind}
            value={kind}
            classNames={{
              root: classes['choice'] ?? '',
              inner: classes['circle'] ?? '',
              label: classes['label'] ?? '',
            }}
            label={t(`form.grant.${kind}`)}
            description={t(`form.grantHint.${kind}`)}
            onChange={() => choose(kind)}
          />
        ))}
      </div>
    </Radio.Group>
  )
}
