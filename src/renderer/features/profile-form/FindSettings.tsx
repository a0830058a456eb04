import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import type { Preset } from '../../../shared/preset.ts'
import type { SecretName } from '../../../shared/profile.ts'
import type { FindResult } from '../../../shared/server-metadata.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useRequest } from '../../store/app-context.ts'
import { Notice } from '../notices/Notice.tsx'
import { FetchButton } from '../profile-detail/FetchButton.tsx'
import classes from './FindSettings.module.css'
import { suggestedScopes } from './found-values.ts'
import { missingFields } from './problems.ts'
import type { ProfileFormApi } from './use-profile-form.ts'

const SearchResult = lazy(async () => ({
  default: (await import('./SearchResult.tsx')).SearchResult,
}))

type Search =
  | { readonly kind: 'idle' | 'searching' }
  /** With scopes that could not be suggested yet. */
  | { readonly kind: 'applied'; readonly scopes: readonly string[] }
  | { readonly kind: 'done'; readonly result: FindResult }
  | { readonly kind: 'failed'; readonly error: AppError }

interface Props {
  readonly form: ProfileFormApi
  readonly preset: Preset
  readonly savedSecrets: readonly SecretName[]
  /** The address to look at unless the user types another. */
  readonly suggested: string
}

/** Looks up the settings that a server publishes, and fills them in when the user agrees. */
export function FindSettings({ form, preset, savedSecrets, suggested }: Props) {
  const { t, language } = useTexts()
  const { send: find } = useRequest('findSettings')
  const { send: cancel } = useRequest('cancelFindSettings')
  const [typed, setTyped] = useState<string | null>(null)
  const address = typed ?? suggested
  const [search, setSearch] = useState<Search>({ kind: 'idle' })
  const field = useRef<HTMLInputElement>(null)
  const applied = useRef<HTMLDivElement>(null)
  /** Counts the searches, so that the answer of one that was stopped is ignored. */
  const searches = useRef(0)
  const isSearching = search.kind === 'searching'

  // A search is of no use once the form is closed.
  const isUnderWay = useRef(false)
  useEffect(
    () => () => {
      if (isUnderWay.current) void cancel({})
    },
    [cancel],
  )
  useEffect(() => {
    if (search.kind === 'applied') applied.current?.focus()
  }, [search.kind])

  const { grantType } = form.values
  const suggestedFor = useRef(grantType)
  useEffect(() => {
    if (suggestedFor.current === grantType) return
    suggestedFor.current = grantType
    if (search.kind !== 'applied') return
    // The user may answer the question below only after the settings were found.
    const scopes = suggestedScopes(search.scopes, form.getValues())
    if (scopes.length > 0) form.setFieldValue('scope', scopes.join(' '))
  }, [grantType, search, form])

  function stop(): void {
    searches.current += 1
    isUnderWay.current = false
    setSearch({ kind: 'idle' })
    void cancel({})
    field.current?.focus()
  }

  async function start(): Promise<void> {
    if (isSearching) return
    setSearch({ kind: 'searching' })
    searches.current += 1
    const mine = searches.current
    isUnderWay.current = true
    const answer = await find({ address })
    if (searches.current !== mine) return
    isUnderWay.current = false
    if (!answer.ok) setSearch({ kind: 'failed', error: answer.error })
    else if (answer.value.kind === 'cancelled') setSearch({ kind: 'idle' })
    else setSearch({ kind: 'done', result: answer.value })
  }

  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const missing =
    search.kind === 'applied'
      ? missingFields(form.values, preset, savedSecrets).map((each) => t(`form.label.${each}`))
      : []
  const result = search.kind === 'done' ? search.result : null
  const problem = result?.kind === 'address-refused' ? result.problem : null
  return (
    <div>
      <TextInput
        ref={field}
        label={t('findSettings.address')}
        description={t('findSettings.hint')}
        placeholder="login.example.com"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={address}
        error={
          problem !== null &&
          (problem === 'required' ? t('findSettings.missing') : t(`form.problem.${problem}`))
        }
        inputContainer={(input) => (
          <div className={classes['row']}>
            {input}
            <FetchButton
              Icon={IconSearch}
              variant="default"
              isBusy={isSearching}
              isWaiting={isSearching}
              onClick={() => void start()}
            >
              {t('findSettings.find')}
            </FetchButton>
          </div>
        )}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          if (!isSearching) setSearch({ kind: 'idle' })
        }}
        onKeyDown={(event) => {
          // Enter would save the whole form.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          void start()
        }}
      />
      <div className={classes['news']} aria-live="polite">
        {isSearching && (
          <div className={classes['searching']}>
            <p className={classes['soft']}>{t('findSettings.searching')}</p>
            <Button variant="subtle" size="compact-sm" onClick={stop}>
              {t('findSettings.stop')}
            </Button>
          </div>
        )}
        {search.kind === 'failed' && <Notice kind="trouble">{errorText(t, search.error)}</Notice>}
        {result !== null && problem === null && (
          <Suspense fallback={null}>
            <SearchResult
              result={result}
              form={form}
              preset={preset}
              savedSecrets={savedSecrets}
              onDone={(scopes) => {
                setSearch(scopes === null ? { kind: 'idle' } : { kind: 'applied', scopes })
                if (scopes === null) field.current?.focus()
              }}
            />
          </Suspense>
        )}
      </div>
      {/* Outside of the live region: it gets the focus, and changes while the user types. */}
      {search.kind === 'applied' && (
        <div ref={applied} tabIndex={-1} className={classes['applied']}>
          <Notice kind="info">
            <p>{t('findSettings.applied')}</p>
            {missing.length > 0 && (
              <p>{t('findSettings.stillMissing', { names: list.format(missing) })}</p>
            )}
          </Notice>
        </div>
      )}
    </div>
  )
}
