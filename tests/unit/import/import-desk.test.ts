import { expect, test } from 'vitest'
import { createImportDesk } from '../../../src/main/import/import-desk.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { Failure } from '../../../src/shared/errors.ts'
import type { ProfileDraft } from '../../../src/shared/profile.ts'
import type { ProfileView } from '../../../src/shared/profile-view.ts'

const idOf = (number: number) => `00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}`

const profile: ProfileView = {
  id: idOf(1),
  lifetime: 'saved',
  settings: {
    name: ' A/B: "report".. ',
    presetId: 'any-server',
    tokenEndpoint: 'https://login.acme.test/token',
    refreshEndpoint: '',
    grantType: 'client_credentials',
    clientAuthentication: 'basic',
    basicEncoding: 'raw',
    bodyFormat: 'form',
    clientId: 'app-7',
    userName: '',
    userNameField: 'username',
    scope: '',
    audience: '',
    resource: '',
    extraParameters: [],
    extraHeaders: [],
    keepFresh: false,
  },
  savedSecrets: ['clientSecret'],
  locked: false,
  token: null,
  flight: null,
  needsSignIn: false,
  hasOtherWays: false,
  hasReport: false,
  renewsAt: null,
  activity: [],
  saved: true,
  isOlderGeneration: false,
}

const command =
  'curl https://login.acme.test/token -d grant_type=password -u app-7:s3cr3t -d username=ada -d password=pw-1 -d pin=1234'

function createDesk(place: string | null = '/tmp/x.tokendesk') {
  const created: ProfileDraft[] = []
  const asked: string[] = []
  const saved: (readonly [string, string])[] = []
  const desk = createImportDesk({
    presets,
    engine: {
      create: (draft) => {
        created.push(draft)
        return Promise.resolve(idOf(7))
      },
      profiles: () => [profile],
      secretValues: () => ['s3cr3t'],
    },
    askWhereTo: (name) => {
      asked.push(name)
      return Promise.resolve(place)
    },
    saveFile: (path, text) => {
      saved.push([path, text])
      return Promise.resolve()
    },
  })
  return { desk, created, asked, saved }
}

/** What a page sends back: the settings that it was told, and what was typed. */
function draftOf(desk: ReturnType<typeof createDesk>['desk'], secrets: ProfileDraft['secrets']) {
  const read = desk.read(command)
  if (read.kind !== 'profiles' || read.candidates[0] === undefined) throw new Error('not read')
  return { settings: { ...read.candidates[0].settings, name: 'Reports' }, secrets }
}

test('the secrets of the text are those of the profile, where none was typed', async () => {
  const { desk, created } = createDesk()
  expect(await desk.create(command, 0, draftOf(desk, {}))).toBe(idOf(7))
  await desk.create(command, 0, draftOf(desk, { password: 'typed' }))
  const given = { clientSecret: 's3cr3t', password: 'pw-1', 'parameter:always:pin': '1234' }
  expect(created.map(({ secrets }) => secrets)).toEqual([given, { ...given, password: 'typed' }])
})

test('a secret that was forgotten on purpose, or that the settings do not need, stays out', async () => {
  const { desk, created } = createDesk()
  const draft = draftOf(desk, { clientSecret: null })
  await desk.create(command, 0, {
    ...draft,
    settings: { ...draft.settings, grantType: 'client_credentials', extraParameters: [] },
  })
  await desk.create('nothing', 3, draftOf(desk, {}))
  expect(created.map(({ secrets }) => secrets)).toEqual([{ clientSecret: null }, {}])
})

test('a file gets a name that every system takes, and nothing is written if the user would rather not', async () => {
  const { desk, asked, saved } = createDesk()
  expect(await desk.share(profile.id)).toBe(true)
  expect(asked).toEqual(['A B report.tokendesk'])
  expect(saved).toMatchObject([['/tmp/x.tokendesk', expect.stringContaining('token-desk-share')]])
  const other = createDesk(null)
  expect(await other.desk.share(profile.id)).toBe(false)
  expect(other.saved).toEqual([])
  await expect(desk.share(idOf(9))).rejects.toEqual(new Failure({ code: 'profile-not-found' }))
})
