import { Button } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { Preset } from '../../../shared/preset.ts'
import type { SecretName } from '../../../shared/profile.ts'
import type { FindResult, FoundSettings, MetadataWarning } from '../../../shared/server-metadata.ts'
import {
  metadataWarningText,
  type NothingFound,
  nothingFoundText,
} from '../../i18n/found-settings.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Notice } from '../notices/Notice.tsx'
import classes from './FindSettings.module.css'
import { foundValues, suggestedScopes } from './found-values.ts'
import type { ProfileFormApi } from './use-profile-form.ts'
import { grantValues } from './values.ts'

interface Props {
  readonly result: FindResult
  readonly form: ProfileFormApi
  readonly preset: Preset
  readonly savedSecrets: readonly SecretName[]
  /**
   * Called once the settings are in the form, with the scopes that only another grant needs, or
   * with `null` if they are dismissed.
   */
  readonly onDone: (laterScopes: readonly string[] | null) => void
}

/** Shows what a search for the settings of a server brought. */
export function SearchResult({ result, ...rest }: Props) {
  switch (result.kind) {
    case 'found':
      return <Found found={result.settings} warnings={result.warnings} {...rest} />
    case 'address-refused':
    case 'cancelled':
      return null
    default:
      return <NothingFoundNotice result={result} />
  }
}

function NothingFoundNotice({ result }: { readonly result: NothingFound }) {
  const { t } = useTexts()
  const { title, what } = nothingFoundText(t, result)
  return (
    <Notice kind="warning" title={title}>
      {what.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {result.kind === 'not-found' && result.tried.length > 0 && (
        <details className={classes['tried']}>
          <summary>{t('findSettings.tried')}</summary>
          <ul>
            {result.tried.map(({ address, reason, status }) => (
              <li key={address}>
                <code>{address}</code> {t(`findSettings.reason.${reason}`, { status: `${status}` })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  )
}

const partsOf = (address: string) => /^(\w+:\/\/)([^/?#]*)(.*)$/.exec(address) ?? []
const hostOf = (address: string) => partsOf(address)[2] ?? address

/** An address, with the host in bold: it is what a person can check. */
function Address({ children }: { readonly children: string }) {
  const [, scheme = '', host = '', rest = ''] = partsOf(children)
  return host === '' ? (
    <bdi>{children}</bdi>
  ) : (
    <bdi>
      {scheme}
      <strong>{host}</strong>
      {rest}
    </bdi>
  )
}

/** Scopes of a server that lists hundreds. */
const maxShown = 24

interface ScopesProps {
  readonly scopes: readonly string[]
  readonly chosen: readonly string[]
  /** Some were chosen for the user. */
  readonly hasSuggested: boolean
  readonly onChange: (chosen: readonly string[]) => void
}

function Scopes({ scopes, chosen, hasSuggested, onChange }: ScopesProps) {
  const { t } = useTexts()
  const id = useId()
  const [isWhole, setWhole] = useState(scopes.length <= maxShown)
  const shown = isWhole ? scopes : scopes.slice(0, maxShown)
  return (
    <section className={classes['scopes']} aria-labelledby={id}>
      <h3 id={id}>{t('findSettings.scopes')}</h3>
      <p className={classes['soft']}>
        {hasSuggested ? t('findSettings.scopesChosen') : t('findSettings.scopesHint')}
      </p>
      <div className={classes['chips']}>
        {shown.map((scope) => {
          const isChosen = chosen.includes(scope)
          const Icon = isChosen ? IconCheck : IconPlus
          return (
            <Button
              key={scope}
              className={classes['chip'] ?? ''}
              variant={isChosen ? 'filled' : 'default'}
              size="compact-sm"
              aria-pressed={isChosen}
              leftSection={<Icon size={14} aria-hidden />}
              onClick={() =>
                onChange(isChosen ? chosen.filter((each) => each !== scope) : [...chosen, scope])
              }
            >
              {scope}
            </Button>
          )
        })}
        {!isWhole && (
          <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
            {t('detail.overview.showAllScopes', { count: scopes.length })}
          </Button>
        )}
      </div>
    </section>
  )
}

interface FoundProps extends Omit<Props, 'result'> {
  readonly found: FoundSettings
  readonly warnings: readonly MetadataWarning[]
}

/** Shows the settings of a server and all warnings before anything of it is in the form. */
function Found({ found, warnings, form, preset, savedSecrets, onDone }: FoundProps) {
  const { t, language } = useTexts()
  const titleId = useId()
  const section = useRef<HTMLElement>(null)
  const { values } = form
  const already = values.scope.split(/\s+/)
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const changesWith = (wanted: readonly string[]) =>
    foundValues(found, values, wanted, (kind) => grantValues(kind, values, preset, savedSecrets))
  const grantType = changesWith([]).grantType ?? values.grantType
  const suggested = suggestedScopes(found.scopes, { ...values, grantType })
  const scopes = chosen ?? suggested
  const next = changesWith(scopes)
  const { issuer, ...addresses } = found.server
  // It comes below what was clicked, often out of sight.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  const endpoints = Object.entries(addresses) as [keyof typeof addresses, string][]
  const names = (texts: readonly string[]) =>
    texts.length === 0 ? t('findSettings.notSaid') : texts.join(' · ')
  const ways = found.listsGrants ? found.grants.map((kind) => t(`form.grant.${kind}`)) : []
  const methods = found.clientAuthentications.map(({ method }) =>
    t(`form.authentication.${method}`),
  )
  return (
    <section ref={section} className={classes['found']} aria-labelledby={titleId}>
      <h2 id={titleId}>
        {t('findSettings.found', {
          count: endpoints.length,
          server: hostOf(issuer ?? found.document),
        })}
      </h2>
      {warnings.map((warning) => {
        const sentences = metadataWarningText(t, warning, list)
        return (
          <Notice key={sentences.join(' ')} kind={isHarmless(warning) ? 'info' : 'warning'}>
            {sentences.join(' ')}
          </Notice>
        )
      })}
      <dl className={classes['facts']}>
        <div>
          <dt>{t('findSettings.document')}</dt>
          <dd>
            <Address>{found.document}</Address>
          </dd>
        </div>
        {issuer !== undefined && (
          <div>
            <dt>{t('form.label.issuer')}</dt>
            <dd>
              <Address>{issuer}</Address>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('findSettings.ways')}</dt>
          <dd>{names(ways)}</dd>
        </div>
        <div>
          <dt>{t('form.label.clientAuthentication')}</dt>
          <dd>{names(methods)}</dd>
        </div>
        {endpoints.map(([name, address]) => (
          <div key={name}>
            <dt>{t(`form.label.${name}`)}</dt>
            <dd>
              <Address>{address}</Address>
            </dd>
          </div>
        ))}
      </dl>
      {found.scopes.length > 0 && (
        <Scopes
          scopes={found.scopes.filter((scope) => !already.includes(scope))}
          chosen={scopes}
          hasSuggested={suggested.length > 0}
          onChange={setChosen}
        />
      )}
      {(next.replaced.length > 0 || next.grantType !== null) && (
        <Notice kind="info">
          {next.replaced.length > 0 && (
            <p>
              {t('findSettings.replaces', {
                names: list.format(next.replaced.map((field) => t(`form.label.${field}`))),
              })}
            </p>
          )}
          {next.grantType !== null && (
            <p>
              {t('findSettings.otherWay', {
                before: t(`form.grant.${values.grantType}`),
                after: t(`form.grant.${next.grantType}`),
              })}
            </p>
          )}
        </Notice>
      )}
      <div className={classes['buttons']}>
        <Button
          onClick={() => {
            form.setValues(next.values)
            onDone(suggested.length > 0 ? [] : found.scopes)
          }}
        >
          {t('findSettings.use')}
        </Button>
        <Button variant="subtle" onClick={() => onDone(null)}>
          {t('findSettings.dismiss')}
        </Button>
      </div>
    </section>
  )
}

/** Returns whether a warning explains something usual, and asks for no decision. */
function isHarmless({ kind }: MetadataWarning): boolean {
  return (
    kind === 'issuer-slash' ||
    kind === 'tenant-number' ||
    kind === 's256-not-announced' ||
    kind === 'certificate-addresses-ignored'
  )
}
