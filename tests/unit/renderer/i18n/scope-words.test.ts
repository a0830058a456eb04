import { describe, expect, it } from 'vitest'
import { scopeMeaning } from '../../../../src/renderer/i18n/scope-words.ts'
import { scopes } from '../../../../src/renderer/locales/en/scopes.ts'
import { t } from './english.ts'

describe('a word of the scope is explained', () => {
  it.each([
    // OpenID Connect Core §5.4 and §11
    ['openid', scopes.identity],
    ['profile', scopes.profile],
    ['email', scopes.email],
    ['address', scopes.address],
    ['phone', scopes.phone],
    ['offline_access', scopes.offline],
    // Semansys, and the practice server
    ['read', scopes.readData],
    ['write', scopes.writeData],
    ['User.Read', scopes.profile],
    ['https://graph.microsoft.com/Mail.Send', scopes.mailSend],
    ['https://graph.microsoft.com/.default', scopes.allGranted],
    ['api://9f2c/.default', scopes.allGranted],
    ['https://management.azure.com/user_impersonation', scopes.asYou],
    ['https://www.googleapis.com/auth/drive.readonly', scopes.filesRead],
    ['https://mail.google.com/', scopes.mail],
    ['web-origins', scopes.origins],
    ['aws.cognito.signin.user.admin', scopes.ownAccount],
    ['Infor-ION', scopes.inforIon],
    ['infor-ionapi-all', scopes.inforApi],
  ])('of a standard or a known service: %s', (word, meaning) => {
    expect(scopeMeaning(t, word)).toBe(meaning)
  })

  it.each([
    ['reports:read', 'Read “reports”'],
    ['write:orders', 'Add and change in “orders”'],
    ['okta.users.manage', 'Manage “okta.users”'],
    ['Calendars.ReadWrite.Shared', 'Read and change “Calendars”'],
    ['https://api.example.com/reports.read', 'Read “https://api.example.com/reports”'],
    ['https://www.googleapis.com/auth/webmasters.readonly', 'Read “webmasters”'],
    ['$t(app.failed):read', 'Read “$t(app.failed)”'],
  ])('that says itself what may be done: %s', (word, meaning) => {
    expect(scopeMeaning(t, word)).toBe(meaning)
  })

  it.each(['xbrl', 'ready', 'spread', 'thread', 'a:b', 'constructor', 'verb', ':read', ''])(
    'by the service alone, if it is one of its own: "%s"',
    (word) => {
      expect(scopeMeaning(t, word)).toBeNull()
    },
  )
})
