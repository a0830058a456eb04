import { assertNever } from '../../shared/assert-never.ts'
import type { FindResult, MetadataWarning } from '../../shared/server-metadata.ts'
import type { Translate } from '../language.ts'

/** Returns a warning about found settings, in sentences. `list` joins the names of fields. */
export function metadataWarningText(
  t: Translate,
  warning: MetadataWarning,
  list: Pick<Intl.ListFormat, 'format'>,
): readonly string[] {
  switch (warning.kind) {
    case 'issuer-slash':
    case 'issuer-not-compared':
    case 'tenant-number':
      return [t(`findSettings.warning.${warning.kind}`, { issuer: warning.issuer })]
    case 'other-host': {
      const { host, endpoints } = warning
      const names = list.format(endpoints.map((endpoint) => t(`form.label.${endpoint}`)))
      return [
        t('findSettings.warning.other-host', { host, names }),
        t('findSettings.warning.otherHostWhat'),
      ]
    }
    case 'endpoint-refused': {
      const { endpoint, problem } = warning
      return [
        t('findSettings.warning.endpoint-refused', { name: t(`form.label.${endpoint}`) }),
        t(`form.problem.${problem}`),
      ]
    }
    case 'any-tenant':
    case 'no-token-endpoint':
    case 's256-not-announced':
    case 'no-known-authentication':
    case 'certificate-addresses-ignored':
      return [t(`findSettings.warning.${warning.kind}`)]
    default:
      return assertNever(warning)
  }
}

/** A result without settings that can be used. */
export type NothingFound = Exclude<FindResult, { kind: 'found' | 'address-refused' | 'cancelled' }>

/** Returns why no settings were found, and what to do. */
export function nothingFoundText(
  t: Translate,
  result: NothingFound,
): { readonly title: string; readonly what: readonly string[] } {
  switch (result.kind) {
    case 'issuer-mismatch':
      return {
        title: t('findSettings.mismatch'),
        what: [
          t('findSettings.mismatchWhat', { issuer: result.issuer, expected: result.expected }),
          t('findSettings.mismatchDo'),
        ],
      }
    case 'not-found':
      return { title: t('findSettings.notFound'), what: [t('findSettings.notFoundDo')] }
    case 'moved':
      return {
        title: t('findSettings.moved'),
        what: [t('findSettings.movedDo', { location: result.location })],
      }
    case 'unreachable':
      return {
        title: t('outcome.unreachable.title'),
        what: [t(`outcome.unreachable.what.${result.reason}`), t('findSettings.checkAddress')],
      }
    case 'certificate-not-trusted':
      return {
        title: t('outcome.certificate-not-trusted.title'),
        what: [t(`outcome.certificate-not-trusted.what.${result.problem}`)],
      }
    default:
      return assertNever(result)
  }
}
