import type { OutcomeKind } from '../../shared/outcome.ts'
import type { PresetField } from '../../shared/preset.ts'
import type { Translate } from '../language.ts'

interface Advice {
  readonly checks: readonly string[]
  readonly ask: string | null
}

const nothing: Advice = { checks: [], ask: null }

/** The steps and the contact that the provider's own documentation names. */
export function providerAdvice(t: Translate, presetId: string, kind: OutcomeKind): Advice {
  const checks = checksOf(t, presetId, kind)
  switch (presetId) {
    case 'semansys':
      return { checks, ask: t('provider.semansys.ask') }
    case 'social-id':
      return { checks, ask: t('provider.socialId.ask') }
    case 'organization-api':
      return { checks, ask: t('provider.organizationApi.ask') }
    default:
      return nothing
  }
}

function checksOf(t: Translate, presetId: string, kind: OutcomeKind): readonly string[] {
  switch (`${presetId}/${kind}`) {
    case 'semansys/bad-request':
      return [t('provider.semansys.checkRequest')]
    case 'semansys/client-refused':
      return [t('provider.semansys.checkClient'), t('provider.semansys.checkAddress')]
    case 'semansys/user-refused':
      return [t('provider.semansys.checkUser')]
    case 'semansys/unreachable':
    case 'semansys/moved':
    case 'semansys/not-an-oauth-answer':
      return [t('provider.semansys.checkAddress')]
    case 'social-id/client-refused':
      return [t('provider.socialId.checkClient'), t('provider.socialId.checkUserToo')]
    case 'social-id/user-refused':
      return [t('provider.socialId.checkUser')]
    case 'social-id/bad-request':
      return [t('provider.socialId.checkRequest')]
    case 'social-id/grant-not-allowed':
      return [t('provider.socialId.checkGrant')]
    case 'social-id/server-trouble':
      return [t('provider.socialId.checkServer')]
    case 'organization-api/client-refused':
      return [t('provider.organizationApi.checkClient')]
    case 'organization-api/unreachable':
    case 'organization-api/certificate-not-trusted':
    case 'organization-api/moved':
    case 'organization-api/not-an-oauth-answer':
      return [t('provider.organizationApi.checkAddress')]
    default:
      return []
  }
}

/** Returns the provider's name for a field of the form, or where to find it, if known. */
export function providerHint(t: Translate, presetId: string, field: PresetField): string | null {
  switch (`${presetId}/${field}`) {
    case 'semansys/userName':
      return t('provider.semansys.userName')
    case 'semansys/clientId':
    case 'semansys/clientSecret':
    case 'semansys/password':
      return t('provider.semansys.credentials')
    case 'social-id/clientId':
      return t('provider.socialId.clientId')
    case 'social-id/clientSecret':
      return t('provider.socialId.clientSecret')
    case 'organization-api/clientId':
    case 'organization-api/clientSecret':
      return t('provider.organizationApi.credentials')
    default:
      return null
  }
}
