import { Button, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useId, useMemo, useRef } from 'react'
import { grants } from '../../../shared/grants/facts.ts'
import type { Preset } from '../../../shared/preset.ts'
import type { ProfileId } from '../../../shared/profile.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { errorText } from '../../i18n/app-error.ts'
import { presetName } from '../../i18n/provider-name.ts'
import { useSentences, useTexts } from '../../i18n/use-texts.ts'
import { useActions, useApp, useAppState, useProfile } from '../../store/app-context.ts'
import { pageBefore, profilesStateIn } from '../../store/app-state.ts'
import { ElsewhereNotice } from '../notices/ElsewhereNotice.tsx'
import { Notice } from '../notices/Notice.tsx'
import { TroubleNotice } from '../notices/TroubleNotice.tsx'
import page from '../shell/FormPage.module.css'
import { TagChip } from '../tag/TagChip.tsx'
import { addressesOf } from './draft.ts'
import { type ForgottenSecrets, forgottenSecrets } from './forgotten-secrets.ts'
import { InYourList } from './InYourList.tsx'
import { MoreOptions } from './MoreOptions.tsx'
import { PresetFields } from './PresetFields.tsx'
import classes from './ProfileForm.module.css'
import { useProfileForm } from './use-profile-form.ts'

/** Warns about saved secrets that saving would remove. */
function ForgottenNotice({ fields, extras }: ForgottenSecrets) {
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

/** Offers the practice server to users without credentials. */
function PracticeOffer() {
  const { t } = useTexts()
  const { startPractice } = useActions()
  const practiceStarting = useAppState((state) => state.practiceStarting)
  return (
    <>
      <p className={classes['offer']}>
        {t('form.justLooking')}{' '}
        <Button
          variant="subtle"
          size="compact-sm"
          loading={practiceStarting === 'password'}
          onClick={() => void startPractice('password')}
        >
          {t('list.tryPractice')}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={practiceStarting === 'browser'}
          onClick={() => void startPractice('browser')}
        >
          {t('start.practiseInBrowser')}
        </Button>
      </p>
      <TroubleNotice />
    </>
  )
}

interface OpenFormProps {
  readonly presets: readonly Preset[]
  readonly profile: ProfileView | undefined
  /** The profile whose settings a new one is initialised with. */
  readonly model: ProfileView | undefined
}

function OpenForm({ presets, profile, model }: OpenFormProps) {
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
      className={page['form']}
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
      <div className={page['end']}>
        {preset !== undefined && (
          <ForgottenNotice
            {...forgottenSecrets(form.values, preset, profile?.savedSecrets ?? [])}
          />
        )}
        <div className={page['buttons']}>
          <Button type="submit" loading={isSaving === 'save-and-get'}>
            {grants[form.values.grantType].renewal === 'needs-person'
              ? t('form.saveAndSignIn')
              : t('form.saveAndGet')}
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

interface Props {
  readonly id: ProfileId | null
  /** The profile to duplicate. */
  readonly copyOf?: ProfileId | null
}

/** Creates a profile (`id` is `null`) or edits one. */
export function ProfileForm({ id, copyOf = null }: Props) {
  const { t } = useTexts()
  const presets = useAppState((state) => profilesStateIn(state)?.presets)
  const named = useMemo(
    () => presets?.map((preset) => ({ ...preset, name: presetName(t, preset) })),
    [presets, t],
  )
  const profile = useProfile(id ?? '')
  const model = useProfile(copyOf ?? '')
  if (named === undefined || (id !== null && profile === undefined)) return null
  return <OpenForm presets={named} profile={profile} model={model} />
}
