import { Button, NativeSelect, Textarea, VisuallyHidden } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import { grants } from '../../../shared/grants/facts.ts'
import type { ImportCandidate, RefusedFile } from '../../../shared/import.ts'
import { isolatedName } from '../../../shared/names.ts'
import type { Preset } from '../../../shared/preset.ts'
import { hasPartToFillIn } from '../../../shared/token-endpoint.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import type { Translate } from '../../language.ts'
import { useActions, useApp, useAppState } from '../../store/app-context.ts'
import { pageBefore, profilesStateIn, readOnlyIn } from '../../store/app-state.ts'
import { Notice } from '../notices/Notice.tsx'
import page from '../shell/FormPage.module.css'
import { Completion } from './Completion.tsx'
import { FileChoice } from './FileChoice.tsx'
import classes from './ImportPage.module.css'
import { losesSomething } from './import-values.ts'
import { LeftOut } from './LeftOut.tsx'
import { ReadingNotices } from './ReadingNotices.tsx'
import { Understood } from './Understood.tsx'
import { candidatesIn, useImportForm } from './use-import-form.ts'
import { useReceived } from './use-received.ts'

/** Returns the reason why a file can't be read. */
function fileProblemText(t: Translate, { name, reason }: Omit<RefusedFile, 'kind'>): string {
  switch (reason) {
    case 'too-large':
      return t('imports.fileTooLarge', { name })
    case 'unreadable':
      return t('imports.fileUnreadable', { name })
    case 'newer':
      return t('imports.nothing.newer-share-file')
    case 'damaged':
      return t('imports.nothing.damaged-share-file')
    case 'too-complicated':
      return t('imports.nothing.too-complicated')
    case 'foreign':
      return t('imports.fileForeign', { name })
    default:
      return assertNever(reason)
  }
}

interface SuggestionProps {
  readonly candidate: ImportCandidate
  readonly presets: readonly Preset[]
  /** The provider that is chosen now. */
  readonly presetId: string
  /** The user takes the provider that was suggested. */
  readonly onProvider: (preset: Preset) => void
}

/** Suggests a provider if the address alone is ambiguous, above all fields that depend on it. */
function Suggestion({ candidate, presets, presetId, onProvider }: SuggestionProps) {
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

const isWhole = (address: string) => URL.canParse(address) && !hasPartToFillIn(address)

/**
 * Creates a profile from a command or a file. The received text lives in this component only and
 * goes with it; main keeps nothing of it.
 */
export function ImportPage({ dropped }: { readonly dropped: File | RefusedFile | null }) {
  const { t } = useSentences()
  const { store } = useApp()
  const { leaveFor, setTyped } = useActions()
  const presets = useAppState((state) => profilesStateIn(state)?.presets) ?? []
  const readOnly = useAppState(readOnlyIn)
  const titleId = useId()
  const element = useRef<HTMLFormElement>(null)
  const received = useReceived(dropped)
  const [choice, setChoice] = useState({ of: '', which: 0 })
  // Another text has other candidates.
  const which = choice.of === received.content ? choice.which : 0
  const imported = useImportForm(received.content, which, presets)
  const { form, reading, candidate, preset, missing, refusal, attempt } = imported

  const hasTyped = received.text !== '' || received.file !== null
  useEffect(() => setTyped(hasTyped), [hasTyped, setTyped])
  useEffect(() => () => setTyped(false), [setTyped])
  useEffect(() => {
    if (attempt > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempt])

  const candidates = candidatesIn(reading)
  const wrong = Object.keys(form.errors).map((path) => path.split('.')[0] ?? path)
  const fields = new Set([...missing, ...wrong].filter((field) => field !== 'name'))
  return (
    <form
      ref={element}
      className={page['form']}
      data-wide
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void imported.create()
      }}
    >
      <header>
        <h1 id={titleId}>{t('imports.title')}</h1>
        <p className={classes['soft']}>{t('imports.intro')}</p>
      </header>
      <Textarea
        label={t('imports.field')}
        description={t('imports.fieldHint')}
        data-autofocus
        autoFocus
        // Once it is understood, what was understood takes the room.
        rows={candidate === undefined ? 6 : 3}
        value={received.text}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: classes['text'] ?? '' }}
        onChange={(event) => received.setText(event.currentTarget.value)}
      />
      <FileChoice
        name={received.file?.name ?? null}
        isBrief={candidate !== undefined}
        onChoose={(file) => void received.choose(file)}
        onRemove={received.removeFile}
      />
      {received.fileProblem !== null && (
        <Notice kind="trouble">{fileProblemText(t, received.fileProblem)}</Notice>
      )}
      <ReadingNotices
        reading={reading}
        candidate={candidate}
        preset={preset}
        fileName={received.file?.name ?? null}
      />
      <VisuallyHidden aria-live="polite">
        {candidate !== undefined &&
          (missing.size > 0
            ? t('imports.found.missing', { count: missing.size })
            : losesSomething(candidate)
              ? t('imports.found.partly')
              : t('imports.found.whole'))}
      </VisuallyHidden>
      {candidate !== undefined && preset !== undefined && reading.kind === 'read' && (
        <>
          <Suggestion
            candidate={candidate}
            presets={presets}
            presetId={form.values.presetId}
            onProvider={imported.takeProvider}
          />
          <section className={classes['part']} aria-label={t('imports.understood')}>
            <h2>
              {t('imports.understood')}{' '}
              {reading.value.kind === 'profiles' && (
                <small>{t(`imports.source.${reading.value.source}`)}</small>
              )}
            </h2>
            {candidates.length > 1 && (
              <NativeSelect
                label={t('imports.which')}
                description={t('imports.whichHint')}
                value={`${which}`}
                data={candidates.map(({ title, settings }, index) => ({
                  value: `${index}`,
                  label: [
                    `${index + 1}.`,
                    isolatedName(title),
                    t(`form.grant.${settings.grant.kind}`),
                    settings.server.tokenEndpoint ?? '',
                  ]
                    .filter((part) => part !== '')
                    .join('  '),
                }))}
                onChange={(event) =>
                  setChoice({ of: received.content, which: Number(event.currentTarget.value) })
                }
              />
            )}
            <Understood candidate={candidate} preset={preset} missing={missing} />
            <LeftOut leftOut={candidate.leftOut} />
          </section>
          <Completion
            form={form}
            preset={preset}
            presets={presets}
            candidate={candidate}
            isShared={reading.value.kind === 'profiles' && reading.value.source === 'share-file'}
            fields={fields}
          />
        </>
      )}
      <div className={page['end']}>
        {readOnly !== null && <Notice kind="info">{errorText(t, { code: readOnly })}</Notice>}
        {refusal !== null && (
          <Notice kind="trouble">
            {refusal === 'empty' ? t('imports.empty') : errorText(t, refusal)}
          </Notice>
        )}
        <div className={page['buttons']}>
          <Button type="submit" disabled={readOnly !== null} loading={imported.isCreating}>
            {t('imports.create')}
          </Button>
          <Button variant="subtle" onClick={() => leaveFor(pageBefore(store.state.getState()))}>
            {t('form.cancel')}
          </Button>
          {isWhole(form.values.tokenEndpoint) && candidate !== undefined && (
            <span className={classes['soft']}>
              {t(
                grants[form.values.grantType].renewal === 'needs-person'
                  ? 'imports.createSignInHint'
                  : 'imports.createHint',
                { server: new URL(form.values.tokenEndpoint).host },
              )}
            </span>
          )}
        </div>
      </div>
    </form>
  )
}
