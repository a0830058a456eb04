import { describe, expect, it } from 'vitest'
import {
  claimMeaning,
  headerMeaning,
  hidesClaims,
  lockedHeaderMeaning,
} from '../../../../src/renderer/i18n/claim.ts'
import { claims } from '../../../../src/renderer/locales/en/claims.ts'
import { jwtNotes } from '../../../../src/shared/token.ts'
import { t } from './english.ts'

describe('a name in a token', () => {
  it('has a plain meaning where a standard gives it one', () => {
    expect(claimMeaning(t, 'iss')).toBe('Who issued it')
    expect(headerMeaning(t, 'alg')).toBe('How it is signed')
    expect(claimMeaning(t, 'company_rank')).toBe('')
    expect(claimMeaning(t, 'constructor')).toBe('')
    expect(lockedHeaderMeaning(t, 'toString')).toBe('')
  })

  it('has the meaning of its short form where it is written as WS-Federation does', () => {
    const ws = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
    expect(claimMeaning(t, `${ws}/emailaddress`)).toBe('E-mail address')
    expect(claimMeaning(t, 'http://schemas.microsoft.com/ws/2008/06/identity/claims/role')).toBe(
      claimMeaning(t, 'roles'),
    )
    expect(claimMeaning(t, `${ws}/constructor`)).toBe('')
    expect(claimMeaning(t, 'https://example.com/identity/claims/role')).toBe('')
  })

  it('counts with its capitals: another name may mean something else', () => {
    expect(claimMeaning(t, 'Tenant')).not.toBe('')
    expect(claimMeaning(t, 'tenant')).toBe('')
    expect(claimMeaning(t, 'EXP')).toBe('')
  })

  it.each([
    'client.id',
    'client:id',
    'client id',
    'client/id',
    'given name',
    'given.name',
    'given#name',
    'token.use',
    'cognito_groups',
    'cognito.groups',
    'x5t_S256',
  ])('gets no meaning from one that only looks like it: %s', (name) => {
    expect(claimMeaning(t, name)).toBe('')
    expect(headerMeaning(t, name)).toBe('')
    expect(lockedHeaderMeaning(t, name)).toBe('')
  })

  it('may have signs that a key of the texts can’t hold', () => {
    expect(claimMeaning(t, 'cognito:groups')).toBe('Groups of the user')
    expect(headerMeaning(t, 'x5t#S256')).toBe('Fingerprint of the certificate')
  })

  it('of an encrypted token does not speak of a signature', () => {
    expect(lockedHeaderMeaning(t, 'alg')).toBe('How its key is protected')
    expect(lockedHeaderMeaning(t, 'typ')).toBe('What kind of token it is')
    expect(lockedHeaderMeaning(t, 'exp')).toBe('When it expires')
  })
})

/** The claims that these standards register, as each prints them. */
const registered = {
  'RFC 7519 §4.1': 'iss sub aud exp nbf iat jti',
  'OpenID Connect Core §2': 'iss sub aud exp iat auth_time nonce acr amr azp',
  'OpenID Connect Core §3.1.3.6 and §3.3.2.11': 'at_hash c_hash',
  'OpenID Connect Core §5.1':
    'sub name given_name family_name middle_name nickname preferred_username profile picture ' +
    'website email email_verified gender birthdate zoneinfo locale phone_number ' +
    'phone_number_verified address updated_at',
  'OpenID Connect Core §5.1.1': 'formatted street_address locality region postal_code country',
  'RFC 9068 §2.2':
    'iss exp aud sub client_id iat jti auth_time acr amr scope groups roles entitlements',
  'RFC 8693 §4': 'act scope client_id may_act',
  'RFC 7800 §3.1, RFC 8417 §2.2, RFC 9396 §9.1, OpenID Connect Logout':
    'cnf events toe txn authorization_details sid',
}

/** What well-known services write besides, by their own documentation. */
const ofVendors = {
  'Microsoft Entra ID':
    'tid oid appid appidacr azpacr idp idtyp ipaddr acct acrs aio ctry email groups hasgroups ' +
    'in_corp login_hint onprem_sid puid pwd_exp pwd_url rh roles scp sid tenant_ctry ' +
    'tenant_region_scope unique_name upn uti ver verified_primary_email ' +
    'verified_secondary_email wids xms_cc xms_edov xms_pl xms_tpl',
  Google: 'azp hd email email_verified at_hash',
  Auth0: 'azp gty org_id org_name permissions scope',
  Okta: 'cid uid scp ver groups',
  Keycloak:
    'azp typ session_state sid allowed-origins realm_access resource_access scope clientId ' +
    'clientHost clientAddress organization preferred_username',
  'Amazon Cognito':
    'token_use cognito:groups cognito:username cognito:roles cognito:preferred_role origin_jti ' +
    'event_id device_key version username identities',
  Infor: 'Tenant Identity2',
}

describe('every claim has a plain meaning that is named by', () => {
  it.each(Object.entries({ ...registered, ...ofVendors }))('%s', (_, names) => {
    const nameless = names.split(' ').filter((name) => !/^[A-Z].+[^.]$/.test(claimMeaning(t, name)))
    expect(nameless).toEqual([])
  })
})

describe('every header parameter has a plain meaning that is named by', () => {
  it.each([
    ['RFC 7515 §4.1', 'alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit b64', headerMeaning],
    [
      'RFC 7516 §4.1 and RFC 7518 §4',
      'alg enc zip jku jwk kid x5u x5c x5t x5t#S256 typ cty crit epk apu apv iv tag p2s p2c',
      lockedHeaderMeaning,
    ],
  ])('%s', (_, names, meaningOf) => {
    expect(names.split(' ').filter((name) => meaningOf(t, name) === '')).toEqual([])
  })
})

describe('notes on a token', () => {
  it('have words of their own, each a sentence', () => {
    const reported = jwtNotes.map((note) => t(`claims.note.${note}`))
    expect(new Set(reported).size).toBe(jwtNotes.length)
    for (const text of reported) expect(text).toMatch(/^[A-Z].*\.$/)
    expect(Object.keys(claims.note).sort()).toEqual([...jwtNotes].sort())
  })

  it('take the place of the claims where there are none to read', () => {
    expect(hidesClaims(['unsigned', 'detached'])).toBe(true)
    expect(hidesClaims(['unsigned', 'unusual-dates'])).toBe(false)
  })
})
