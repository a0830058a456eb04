import { NativeSelect, TextInput } from '@mantine/core'
import { grants } from '../../../shared/grants/facts.ts'
import type { ImportCandidate } from '../../../shared/import.ts'
import type { Preset } from '../../../shared/preset.ts'
import { presetName } from '../../i18n/provider-name.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ExtraValues } from '../profile-form/ExtraValues.tsx'
import { moreOptions, type Option, optionGroups } from '../profile-form/more-options.ts'
import { OptionFields } from '../profile-form/OptionFields.tsx'
import { PresetFields } from '../profile-form/PresetFields.tsx'
import type { ProfileFormApi } from '../profile-form/use-profile-form.ts'
import classes from './ImportPage.module.css'
import { askingFor } from './import-values.ts'

interface Props {
  readonly form: ProfileFormApi
  readonly preset: Preset
  readonly presets: readonly Preset[]
  readonly candidate: ImportCandidate
  /** A colleague's share file, which omits some values on purpose. */
  readonly isShared: boolean
  /** The fields to ask for. */
  readonly fields: ReadonlySet<string>
}

/** The provider and the name of the new profile, and the fields of the form that are still empty. */
export function Completion({ form, preset, presets, candidate, isShared, fields }: Props) {
  const { t } = useTexts()
  const { values } = form
  const lacksAddress = [
    'tokenEndpoint',
    'authorizationEndpoint',
    'deviceAuthorizationEndpoint',
  ].some((field) => fields.has(field))
  // Nothing in an address says if the client has a secret.
  const mayHaveSecret =
    grants[values.grantType].needsClientId && !isShared && !candidate.given.includes('clientSecret')
  const asked = new Set([
    ...fields,
    ...(lacksAddress ? ['issuer'] : []),
    ...(mayHaveSecret ? ['clientAuthentication', 'clientSecret'] : []),
  ])
  return (
    <>
      {asked.size > 0 && (
        <section className={classes['part']}>
          <h2>{t('imports.needed')}</h2>
          <p className={classes['soft']}>
            {isShared ? t('imports.neededShared') : t('imports.neededHint')}
          </p>
          {lacksAddress && preset.fields.includes('issuer') && (
            <p className={classes['soft']}>{t('imports.neededAddress')}</p>
          )}
          <PresetFields
            form={form}
            preset={askingFor(preset, asked)}
            savedSecrets={candidate.given}
            serverAddress={
              values.authorizationEndpoint ||
              values.tokenEndpoint ||
              values.deviceAuthorizationEndpoint
            }
          />
          <OptionFields
            form={form}
            fields={optionGroups
              .flatMap((group): readonly Option[] => moreOptions[group])
              .filter((field) => fields.has(field))}
          />
          {moreOptions.extraValues
            .filter((list) => fields.has(list))
            .map((list) => (
              <ExtraValues key={list} form={form} list={list} />
            ))}
        </section>
      )}
      <section className={classes['part']}>
        <h2>{t('imports.profile')}</h2>
        <NativeSelect
          label={t('form.label.provider')}
          data={presets.map((each) => ({ value: each.id, label: presetName(t, each) }))}
          {...form.getInputProps('presetId')}
        />
        <TextInput label={t('form.label.name')} {...form.getInputProps('name')} />
      </section>
    </>
  )
}
