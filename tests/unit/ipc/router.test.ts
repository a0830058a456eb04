import { describe, expect, test } from 'vitest'
import type { Log } from '../../../src/main/engine/ports.ts'
import { createRouter, type Handlers } from '../../../src/main/ipc/router.ts'
import type { SenderEvent } from '../../../src/main/ipc/sender.ts'
import type { RequestName } from '../../../src/shared/contract.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { anySettings, pathOf } from '../../support/profiles/settings.ts'

const ourFrame: SenderEvent = { senderFrame: { url: 'app://token-desk/', parent: null } }
const id = '4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11'

function createTestRouter(handlers: Partial<Handlers>) {
  const calls: RequestName[] = []
  const incidents: unknown[] = []
  const log: Log = {
    info: () => undefined,
    incident: (_event, cause) => {
      incidents.push(cause)
      return 'A1'
    },
  }
  const forbidden = (name: RequestName) => () => {
    throw new Error(`${name} was not expected`)
  }
  const all: Handlers = {
    getSnapshot: forbidden('getSnapshot'),
    createProfile: forbidden('createProfile'),
    updateProfile: forbidden('updateProfile'),
    deleteProfile: forbidden('deleteProfile'),
    changeMarks: forbidden('changeMarks'),
    obtainToken: forbidden('obtainToken'),
    refreshToken: forbidden('refreshToken'),
    tryOtherMethods: forbidden('tryOtherMethods'),
    signInAsSomebodyElse: forbidden('signInAsSomebodyElse'),
    applyRemedy: forbidden('applyRemedy'),
    openSignIn: forbidden('openSignIn'),
    copySignInAddress: forbidden('copySignInAddress'),
    copyDeviceCode: forbidden('copyDeviceCode'),
    pasteRedirect: forbidden('pasteRedirect'),
    cancelRequest: (input) => {
      calls.push('cancelRequest')
      expect(input).toEqual({ id })
      return {}
    },
    readToken: forbidden('readToken'),
    copyHeader: forbidden('copyHeader'),
    copyToken: forbidden('copyToken'),
    endToken: forbidden('endToken'),
    introspectToken: forbidden('introspectToken'),
    checkSignature: forbidden('checkSignature'),
    readUserinfo: forbidden('readUserinfo'),
    cancelCheck: forbidden('cancelCheck'),
    copyRedirectAddress: forbidden('copyRedirectAddress'),
    copyReport: forbidden('copyReport'),
    inspectToken: forbidden('inspectToken'),
    unlock: forbidden('unlock'),
    tryKeyStoreAgain: forbidden('tryKeyStoreAgain'),
    restart: forbidden('restart'),
    workInMemory: forbidden('workInMemory'),
    setPassphrase: forbidden('setPassphrase'),
    removePassphrase: forbidden('removePassphrase'),
    addKeyStore: forbidden('addKeyStore'),
    leaveKeyStore: forbidden('leaveKeyStore'),
    lockNow: forbidden('lockNow'),
    reportTyping: forbidden('reportTyping'),
    getDesktop: forbidden('getDesktop'),
    reportShown: forbidden('reportShown'),
    reportDrawn: forbidden('reportDrawn'),
    reportFirstRows: forbidden('reportFirstRows'),
    writeBackup: forbidden('writeBackup'),
    chooseBackup: forbidden('chooseBackup'),
    openBackup: forbidden('openBackup'),
    restoreBackup: forbidden('restoreBackup'),
    closeBackup: forbidden('closeBackup'),
    readImport: forbidden('readImport'),
    createFromImport: forbidden('createFromImport'),
    shareProfile: forbidden('shareProfile'),
    takeOpenedFile: forbidden('takeOpenedFile'),
    startPractice: forbidden('startPractice'),
    copySnippet: forbidden('copySnippet'),
    cancelTest: forbidden('cancelTest'),
    findSettings: forbidden('findSettings'),
    cancelFindSettings: forbidden('cancelFindSettings'),
    testToken: forbidden('testToken'),
    changeSettings: forbidden('changeSettings'),
    getUpdates: forbidden('getUpdates'),
    lookForUpdate: forbidden('lookForUpdate'),
    dismissUpdate: forbidden('dismissUpdate'),
    openUpdatePage: forbidden('openUpdatePage'),
    ...handlers,
  }
  return { route: createRouter(all, log), calls, incidents }
}

describe('the router', () => {
  test('answers a well-formed request of our own page', async () => {
    const { route, calls } = createTestRouter({})
    expect(await route(ourFrame, 'cancelRequest', { id })).toEqual({ ok: true, value: {} })
    expect(calls).toEqual(['cancelRequest'])
  })

  test.each<[string, SenderEvent]>([
    ['a sub-frame', { senderFrame: { url: 'app://token-desk/', parent: {} } }],
    ['another host', { senderFrame: { url: 'app://elsewhere/', parent: null } }],
    ['another scheme', { senderFrame: { url: 'https://token-desk/', parent: null } }],
    ['a look-alike', { senderFrame: { url: 'app://token-desk@elsewhere/', parent: null } }],
    ['a frame without an address', { senderFrame: { url: '', parent: null } }],
    ['a frame that is gone', { senderFrame: null }],
    [
      'a frame that is being destroyed',
      {
        get senderFrame(): never {
          throw new Error('Render frame was disposed')
        },
      },
    ],
  ])('refuses %s', async (_who, event) => {
    const { route, calls } = createTestRouter({})
    expect(await route(event, 'cancelRequest', { id })).toEqual({
      ok: false,
      error: { code: 'request-refused', reason: 'sender' },
    })
    expect(calls).toEqual([])
  })

  test.each(['', 'nonsense', 'toString', '__proto__', 'constructor', 7, null, undefined, {}])(
    'refuses the name %j',
    async (name) => {
      const { route } = createTestRouter({})
      expect(await route(ourFrame, name, {})).toEqual({
        ok: false,
        error: { code: 'request-refused', reason: 'name' },
      })
    },
  )

  test.each([undefined, null, 'text', {}, { id: 'not-a-uuid' }, { id, more: 1 }, [id]])(
    'refuses the input %j',
    async (input) => {
      const { route, calls } = createTestRouter({})
      expect(await route(ourFrame, 'cancelRequest', input)).toEqual({
        ok: false,
        error: { code: 'request-refused', reason: 'input' },
      })
      expect(calls).toEqual([])
    },
  )

  test('names each wrong field of a draft and its problem, without its value', async () => {
    const { route } = createTestRouter({})
    const draft = {
      settings: anySettings({
        name: 'Reports',
        tokenEndpoint: 'http://example.com/token',
        refreshEndpoint: 'http://example.com/refresh',
        clientId: 'planted-client',
        userName: '',
        scope: '',
        resource: 'planted-resource',
        extraHeaders: [{ secret: true, name: 'X-Key', sentWith: 'always' }],
        tag: { name: '', color: 'red' },
        apiAddress: 'http://api.example/planted',
        keepFresh: false,
      }),
      secrets: { password: 'planted-password', 'header:always:X-Key': 'planted\nkey' },
    }
    const result = await route(ourFrame, 'createProfile', { draft })
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'profile-invalid',
        fields: [
          { path: `settings.${pathOf('tag', 'name')}`, problem: 'required' },
          { path: `settings.${pathOf('apiAddress')}`, problem: 'not-https' },
          { path: `settings.${pathOf('tokenEndpoint')}`, problem: 'not-https' },
          { path: `settings.${pathOf('refreshEndpoint')}`, problem: 'not-https' },
          { path: `settings.${pathOf('userName')}`, problem: 'required' },
          { path: `settings.${pathOf('resource')}`, problem: 'bad-resource' },
          { path: 'secrets.header:always:X-Key', problem: 'control-characters' },
        ],
      },
    })
    expect(JSON.stringify(result)).not.toContain('planted')
  })

  test('turns a failure into data', async () => {
    const { route } = createTestRouter({
      copyHeader: () => {
        throw new Failure({ code: 'no-token' })
      },
    })
    expect(await route(ourFrame, 'copyHeader', { id })).toEqual({
      ok: false,
      error: { code: 'no-token' },
    })
  })

  test('hides a bug behind an incident number and logs its cause', async () => {
    const bug = new Error('planted-secret')
    const { route, incidents } = createTestRouter({
      copyHeader: () => {
        throw bug
      },
    })
    expect(await route(ourFrame, 'copyHeader', { id })).toEqual({
      ok: false,
      error: { code: 'internal', incident: 'A1' },
    })
    expect(incidents).toEqual([bug])
  })

  test('lets no answer through that holds more than the contract', async () => {
    const leaky = {
      expiresAt: null,
      renewal: 'not-needed',
      clearedAfter: null,
      accessToken: 'planted-token',
    } as const
    const { route } = createTestRouter({ copyHeader: () => leaky })
    const result = await route(ourFrame, 'copyHeader', { id })
    expect(result).toEqual({ ok: false, error: { code: 'internal', incident: 'A1' } })
  })
})
