import type { Emulator } from '../../support/providers/emulator.ts'
import { startOrganizationApiEmulator } from '../../support/providers/organization-api.ts'
import { startSemansysEmulator } from '../../support/providers/semansys.ts'
import { startSocialIdEmulator } from '../../support/providers/social-id.ts'
import type { FormValues } from './test-app.ts'

/** A provider as its customer meets it. */
export interface Provider {
  readonly name: string
  readonly emulator: Emulator<unknown>
  /** What the customer types, as it was given to him. */
  readonly values: FormValues
  /** What he types wrongly about himself; nothing where no user takes part. */
  readonly wrongUser: FormValues | undefined
  /** What the window then says: its words for who was refused. */
  readonly wrongUserTitle: string
}

const clientTitle = 'The server did not accept the client ID or client secret'
const userTitle = 'The server did not accept the user name or password'

async function semansys(): Promise<Provider> {
  const emulator = await startSemansysEmulator()
  const { clientId, clientSecret, userName, password } = emulator.credentials
  return {
    name: 'Semansys',
    emulator,
    values: {
      Provider: 'Semansys',
      'Token endpoint': emulator.tokenEndpoint,
      'Client ID': clientId,
      'Client secret': clientSecret,
      'User name': userName,
      Password: password,
    },
    wrongUser: { Password: 'not the password' },
    wrongUserTitle: userTitle,
  }
}

async function socialId(by: 'username' | 'email_address'): Promise<Provider> {
  const emulator = await startSocialIdEmulator()
  const { clientId, clientSecret, userName, emailAddress, password } = emulator.credentials
  return {
    name: `Social ID by ${by}`,
    emulator,
    values: {
      Provider: 'Social ID',
      'Token endpoint': emulator.tokenEndpoint,
      'Client ID': clientId,
      'Client secret': clientSecret,
      'User name field': by,
      'User name': by === 'username' ? userName : emailAddress,
      Password: password,
    },
    wrongUser: { Password: 'not the password' },
    // Social ID has one code for both; the card names both.
    wrongUserTitle: clientTitle,
  }
}

async function organizationApi(by: 'Basic header' | 'Query string'): Promise<Provider> {
  const emulator = await startOrganizationApiEmulator()
  const { clientId, clientSecret } = emulator.credentials
  return {
    name: `Organization API by ${by}`,
    emulator,
    values: {
      Provider: 'Organization API',
      'Token endpoint': emulator.tokenEndpoint,
      'Client authentication': by,
      'Client ID': clientId,
      'Client secret': clientSecret,
    },
    wrongUser: undefined,
    wrongUserTitle: clientTitle,
  }
}

export const providers = {
  Semansys: semansys,
  'Social ID by user name': () => socialId('username'),
  'Social ID by e-mail address': () => socialId('email_address'),
  'Organization API by Basic header': () => organizationApi('Basic header'),
  'Organization API by query string': () => organizationApi('Query string'),
} as const satisfies Readonly<Record<string, () => Promise<Provider>>>
