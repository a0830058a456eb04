import { expect, test } from 'vitest'
import { shareFileOf } from '../../../src/main/import/files/share-file.ts'
import type { ImportReader } from '../../../src/main/import/import-reader.ts'
import { createImportService } from '../../../src/main/import/import-service.ts'
import { readImport } from '../../../src/main/import/read-import.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { Failure } from '../../../src/shared/errors.ts'
import type { ProfileDraft } from '../../../src/shared/profile.ts'
import { settingsFromImport, withSettings } from '../../support/profiles/settings.ts'
import { idOf, makeView } from '../../support/profiles/views.ts'

const profile = makeView(
  1,
  { savedSecrets: ['clientSecret'] },
  {
    name: ' A/B: "report".. ',
    tokenEndpoint: 'https://login.acme.test/token',
    grantType: 'clientCredentials',
    basicEncoding: 'raw',
    clientId: 'app-7',
    userName: '',
    scope: '',
    keepFresh: false,
  },
)

const command =
  'curl https://login.acme.test/token -d grant_type=password -u app-7:s3cr3t -d username=ada -d password=pw-1 -d pin=1234'

type ReadFile = Parameters<typeof createImportService>[0]['readFile']

/** A chosen place that takes no file. */
const fullDisk = '/full/x.tokendesk'

/** `opened`: the file that the system opened with the app. */
function createSubject(
  place: string | null = '/tmp/x.tokendesk',
  opened: Awaited<ReturnType<ReadFile>> | null = null,
  reads: ImportReader['read'] = (text) => Promise.resolve(readImport(text, presets)),
) {
  const limits: number[] = []
  let stops = 0
  let waiting = opened
  const created: ProfileDraft[] = []
  const asked: string[] = []
  const saved: (readonly [string, string])[] = []
  const service = createImportService({
    reader: {
      read: reads,
      stop: () => {
        stops += 1
      },
    },
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
      if (place === fullDisk) {
        return Promise.reject(new Failure({ code: 'not-saved', reason: 'disk-full' }))
      }
      saved.push([path, text])
      return Promise.resolve()
    },
    openedFiles: {
      add: () => {
        waiting = opened
      },
      isWaiting: () => waiting !== null,
      take: () => {
        const path = waiting?.name
        waiting = null
        return path
      },
    },
    readFile: (_path, longest) => {
      limits.push(longest)
      if (opened === null) throw new Error('nothing was opened')
      return Promise.resolve(opened)
    },
  })
  return { service, created, asked, saved, limits, stops: () => stops }
}

/** The page's draft: the settings that it received, and the typed values. */
async function draftOf(
  service: ReturnType<typeof createSubject>['service'],
  secrets: ProfileDraft['secrets'],
): Promise<ProfileDraft> {
  const read = await service.read(command)
  if (read.kind !== 'profiles' || read.candidates[0] === undefined) throw new Error('not read')
  return { settings: settingsFromImport(read.candidates[0].settings, { name: 'Reports' }), secrets }
}

test('the secrets of the text are those of the profile, where none was typed', async () => {
  const { service, created } = createSubject()
  expect(await service.create(command, 0, await draftOf(service, {}))).toBe(idOf(7))
  await service.create(command, 0, await draftOf(service, { password: 'typed' }))
  const given = { clientSecret: 's3cr3t', password: 'pw-1', 'parameter:always:pin': '1234' }
  expect(created.map(({ secrets }) => secrets)).toEqual([given, { ...given, password: 'typed' }])
})

test('a secret that was forgotten on purpose, or that the settings do not need, stays out', async () => {
  const { service, created } = createSubject()
  const draft = await draftOf(service, { clientSecret: null })
  await service.create(command, 0, {
    ...draft,
    settings: withSettings(draft.settings, {
      grantType: 'clientCredentials',
      extraParameters: [],
    }),
  })
  await service.create('nothing', 3, await draftOf(service, {}))
  expect(created.map(({ secrets }) => secrets)).toEqual([{ clientSecret: null }, {}])
})

test('a share file that can’t be written is an error about its place, not about the vault', async () => {
  const { service, saved } = createSubject(fullDisk)
  const failure = new Failure({ code: 'share-not-written', reason: 'disk-full' })
  await expect(service.share(profile.id)).rejects.toEqual(failure)
  expect(saved).toEqual([])
})

test('a file gets a name that every system takes, and nothing is written if the user would rather not', async () => {
  const { service, asked, saved } = createSubject()
  expect(await service.share(profile.id)).toBe(true)
  expect(asked).toEqual(['A B report.tokendesk'])
  expect(saved).toMatchObject([['/tmp/x.tokendesk', expect.stringContaining('token-desk-share')]])
  const other = createSubject(null)
  expect(await other.service.share(profile.id)).toBe(false)
  expect(other.saved).toEqual([])
  await expect(service.share(idOf(9))).rejects.toEqual(new Failure({ code: 'profile-not-found' }))
})

const shared = shareFileOf(profile.settings, [])

test('an opened share file is reported once, and not at all while the window is locked', async () => {
  const { service, limits } = createSubject(null, {
    name: 'a.tokendesk',
    kind: 'read',
    text: shared,
  })
  expect(await service.takeOpened(() => true)).toEqual({ kind: 'waits' })
  expect(limits).toEqual([])
  expect(await service.takeOpened(() => false)).toEqual({
    kind: 'opened',
    name: 'a.tokendesk',
    text: shared,
  })
  expect(limits).toEqual([1024 * 1024])
  expect(await service.takeOpened(() => false)).toEqual({ kind: 'none' })
  expect(await service.takeOpened(() => true)).toEqual({ kind: 'none' })
})

test('a lock that begins while an opened file is read loses nothing: it waits on', async () => {
  const { service } = createSubject(null, { name: 'a.tokendesk', kind: 'read', text: shared })
  const answers = [false, true]
  expect(await service.takeOpened(() => answers.shift() ?? true)).toEqual({ kind: 'waits' })
  expect(await service.takeOpened(() => false)).toMatchObject({ kind: 'opened' })
})

test.each([
  ['foreign', command],
  ['foreign', ''],
  ['foreign', '{"ci":"app-7","cs":"s3cr3t","pu":"https://login.acme.test/","ot":"token"}'],
  ['damaged', shared.slice(0, -9)],
  ['damaged', shared.replace('"profile"', '"password": "s3cr3t", "profile"')],
  ['newer', shared.replace('"version": 2', '"version": 3')],
] as const)('of an opened file that is %s only the name is reported', async (reason, text) => {
  const { service } = createSubject(null, { name: 'a.tokendesk', kind: 'read', text })
  expect(await service.takeOpened(() => false)).toEqual({
    kind: 'refused',
    name: 'a.tokendesk',
    reason,
  })
})

test('an opened file that is too large or can’t be read is named', async () => {
  const name = 'n'.repeat(400)
  for (const reason of ['too-large', 'unreadable'] as const) {
    const { service } = createSubject(null, { name, kind: reason })
    expect(await service.takeOpened(() => false)).toEqual({
      kind: 'refused',
      name: 'n'.repeat(255),
      reason,
    })
  }
})

test('a profile is not made without the secrets of a text that can’t be read again in time', async () => {
  const first = createSubject()
  const draft = await draftOf(first.service, {})
  const { service, created } = createSubject(null, null, () =>
    Promise.resolve({ kind: 'nothing', reason: 'too-complicated' }),
  )
  const tooComplicated = new Failure({ code: 'too-complicated' })
  await expect(service.create(command, 0, draft)).rejects.toEqual(tooComplicated)
  expect(created).toEqual([])
})

test('an opened file that takes too long to read is named, and one whose reading a lock ends waits on', async () => {
  const opened = { name: 'a.tokendesk', kind: 'read', text: shared } as const
  const slow = createSubject(null, opened, () =>
    Promise.resolve({ kind: 'nothing', reason: 'too-complicated' }),
  )
  expect(await slow.service.takeOpened(() => false)).toEqual({
    kind: 'refused',
    name: 'a.tokendesk',
    reason: 'too-complicated',
  })

  let isLocked = false
  const stopped = new Failure({ code: 'reading-stopped' })
  const ended = createSubject(null, opened, () => {
    isLocked = true
    return Promise.reject(stopped)
  })
  expect(await ended.service.takeOpened(() => isLocked)).toEqual({ kind: 'waits' })
  isLocked = false
  await expect(ended.service.takeOpened(() => false)).rejects.toEqual(stopped)
  ended.service.stop()
  expect(ended.stops()).toBe(1)
})
