import { afterEach, beforeEach, expect, test } from 'vitest'
import { basicHeader } from '../../support/authorization-server/basic-header.ts'
import {
  type ObservedServer,
  startObservedServer,
} from '../../support/authorization-server/observed-server.ts'

let server: ObservedServer
beforeEach(async () => {
  server = await startObservedServer({ accessTokenLife: 7 })
})
afterEach(() => server.close())

function post(form: Readonly<Record<string, string>>) {
  return fetch(server.access.tokenEndpoint, {
    method: 'POST',
    headers: { authorization: basicHeader(server.access) },
    body: new URLSearchParams(form),
  })
}

function obtain() {
  const { userName, password } = server.access
  return post({ grant_type: 'password', username: userName, password })
}

function refresh() {
  const refreshToken = server.answers.at(-1)?.refreshToken ?? ''
  return post({ grant_type: 'refresh_token', refresh_token: refreshToken })
}

test('the real answers come through and are counted by grant', async () => {
  expect(await (await obtain()).text()).toContain('"expires_in":7')
  expect((await refresh()).status).toBe(200)
  expect((await post({ grant_type: 'password' })).status).toBe(400)
  expect([server.count('password'), server.count('refresh_token')]).toEqual([2, 1])
  expect(server.answers.map(({ status }) => status)).toEqual([200, 200, 400])
})

test('a held answer arrives when it is released, and not before', async () => {
  const { release } = server.hold()
  let hasArrived = false
  const answer = obtain().then(({ status }) => {
    hasArrived = true
    return status
  })
  await server.receives(1)
  await fetch(`${server.issuer}/jwks`)
  expect(hasArrived).toBe(false)
  release()
  expect(await answer).toBe(200)
})

test('failNext stands in for the server once', async () => {
  server.failNext(503)
  expect((await obtain()).status).toBe(503)
  expect((await obtain()).status).toBe(200)
})

test('a revoked refresh token is refused by the real server', async () => {
  await obtain()
  await server.revokeRefreshTokens()
  const answer = await refresh()
  expect([answer.status, await answer.text()]).toEqual([
    400,
    expect.stringContaining('"invalid_grant"'),
  ])
})
