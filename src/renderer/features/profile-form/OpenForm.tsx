import { Button, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useId, useRef } from 'react'
import type { Preset } from '../../../shared/preset.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useActions, useApp } from '../../store/app-context.ts'
import { pageBefore } from '../../store/app-state.ts'
import { ElsewhereNotice } from '../notices/ElsewhereNotice.tsx'
import { Notice } from '../notices/Notice.tsx'
import { TagChip } from '../tag/TagChip.tsx'
import { addressesOf } from './draft.ts'
import { ForgottenNotice } from './ForgottenNotice.tsx'
import { forgottenSecrets } from './forgotten-secrets.ts'
import { InYourList } from './InYourList.tsx'
import { MoreOptions } from './MoreOptions.tsx'
import classes from './OpenForm.module.css'
import { PracticeOffer } from './PracticeOffer.tsx'
import { PresetFields } from './PresetFields.tsx'
import { useProfileForm } from './use-profile-form.ts'

interface Props {
  readonly presets: readonly Preset[]
  readonly profile: ProfileView | undefined
  /** A new profile begins with the settings of this one. */
  readonly model: ProfileView | undefined
}

export function OpenForm({ presets, profile, model }: Props) {
  const { t } = useSentences()
  const { store } = useApp()
  const { leaveFor } = useActions()
  const element = useRef<HTMLFormElement>(null)
  const titleId = useId()
  const { form, preset, savedSecrets, refusal, isSaving, problemCount, chooseProvider, submit } =
    useProfileForm(presets, profile, element, model)

  return (
    <form
      ref={element}
      className={classes['form']}
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit('save-and-get')
      }}
    >
      <header>
        <h1 id={titleId}>
          {model !== undefined
            ? t('form.duplicateTitle', { name: model.settings.about.name })
            : profile === undefined
              ? t('form.newTitle')
              : t('form.editTitle', { name: profile.settings.about.name })}
        </h1>
        {profile !== undefined && profile.settings.about.tag !== undefined && (
          <p className={classes['tag']}>
            <TagChip tag={profile.settings.about.tag} size="large" />
          </p>
        )}
        <p className={classes['intro']}>
          {model === undefined ? t('form.intro') : t('form.duplicateIntro')}
        </p>
        {profile === undefined && model === undefined && <PracticeOffer />}
      </header>
      {refusal !== null && <Notice kind="trouble">{errorText(t, refusal)}</Notice>}
      {problemCount > 0 && (
        <Notice kind="trouble">{t('form.problems', { count: problemCount })}</Notice>
      )}
      <NativeSelect
        label={t('form.label.provider')}
        description={t('form.hint.provider')}
        data-autofocus
        autoFocus={profile === undefined}
        data={[
          ...(preset === undefined ? [{ value: '', label: t('form.chooseProvider') }] : []),
          ...presets.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...form.getInputProps('presetId')}
        onChange={(event) => chooseProvider(event.currentTarget.value)}
      />
      <TextInput
        label={t('form.label.name')}
        description={t('form.hint.name')}
        placeholder={preset?.name ?? ''}
        {...form.getInputProps('name')}
      />
      {preset !== undefined && (
        <>
          <PresetFields form={form} preset={preset} savedSecrets={savedSecrets} />
          <Switch
            label={t('form.label.keepFresh')}
            // The label element holds the description too, which is no part of the name.
            aria-label={t('form.label.keepFresh')}
            description={t('form.hint.keepFresh')}
            {...form.getInputProps('keepFresh', { type: 'checkbox' })}
          />
          <InYourList form={form} />
          <MoreOptions key={preset.id} form={form} preset={preset} />
          <ElsewhereNotice preset={preset} settings={addressesOf(form.values, preset)} />
        </>
      )}
      <div className={classes['end']}>
        {preset !== undefined && (
          <ForgottenNotice
            {...forgottenSecrets(form.values, preset, profile?.savedSecrets ?? [])}
          />
        )}
        <div className={classes['buttons']}>
          <Button type="submit" loading={isSaving === 'save-and-get'}>
            {t('form.saveAndGet')}
          </Button>
          <Button
            variant="default"
            loading={isSaving === 'save'}
            onClick={() => void submit('save')}
          >
            {t('form.save')}
          </Button>
          <Button variant="subtle" onClick={() => leaveFor(pageBefore(store.state.getState()))}>
            {t('form.cancel')}
          </Button>
        </div>
      </div>
    </form>
  )
}
