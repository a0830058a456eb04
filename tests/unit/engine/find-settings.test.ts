import { describe, expect, test } from 'vitest'
import { createSettingsFinder } from '../../../src/main/engine/find-settings.ts'
import type { HttpRequest } from '../../../src/main/engine/ports.ts'
import { findResult } from '../../../src/shared/server-metadata.ts'
import { auth0, gitlab, keycloak, mollie } from '../../support/authorization-server/metadata.ts'
import { deferred } from '../../support/engine/engine-under-test.ts'
import { createFakeHttp, json, type RawAnswer } from '../../support/engine/fake-http.ts'

const oidc = '/.well-known/openid-configuration'
const oauth = '/.well-known/oauth-authorization-server'
const nothing: RawAnswer = { status: 404 }

/** A finder and servers that have these documents. */
function withDocuments(documents: Readonly<Record<string, object>>) {
  const http = createFakeHttp(({ url }) => {
    const document = documents[url]
    return document === undefined ? nothing : json(200, { ...document })
  })
  return {
    http,
    finder: createSettingsFinder(http),
    asked: () => http.requests.map(({ url }) => url),
  }
}

const withAnswers = (
  answer: (
    request: HttpRequest,
    index: number,
  ) => ReturnType<Parameters<typeof createFakeHttp>[0] & {}>,
) => {
  const http = createFakeHttp(answer)
  return {
    http,
    finder: createSettingsFinder(http),
    asked: () => http.requests.map(({ url }) => url),
  }
}

describe('the settings of a server', () => {
  test('are found at the first place that has them, with one plain GET for each', async () => {
    const realm = 'https://id.example/realms/shop'
    const { finder, http } = withDocuments({ [realm + oidc]: keycloak(realm) })
    const result = await finder.find(`${realm}/protocol/openid-connect/auth`)
    expect(result).toMatchObject({ kind: 'found', settings: { server: { issuer: realm } } })
    expect(findResult.parse(result)).toEqual(result)
    expect(http.requests).toEqual([
      { method: 'GET', url: realm + oidc, headers: { accept: 'application/json' }, body: '' },
    ])
  })

  test('are found where RFC 8414 inserts the suffix', async () => {
    const issuer = 'https://id.example/team'
    const { finder, asked } = withDocuments({
      [`https://id.example${oauth}/team`]: { ...mollie, issuer },
    })
    expect(await finder.find(issuer)).toMatchObject({ kind: 'found' })
    expect(asked()).toEqual([issuer + oidc, `https://id.example${oauth}/team`])
  })

  test('are found for a host, and for an endpoint two folders below', async () => {
    const documents = { [`https://gitlab.example${oidc}`]: gitlab }
    for (const typed of ['gitlab.example', 'https://gitlab.example/oauth/authorize']) {
      expect(await withDocuments(documents).finder.find(typed)).toMatchObject({ kind: 'found' })
    }
  })

  test('are found although a wrong guess shows the document of the host', async () => {
    const { finder } = withAnswers(() => json(200, gitlab))
    expect(await finder.find('https://gitlab.example/oauth/authorize')).toMatchObject({
      kind: 'found',
      settings: { document: `https://gitlab.example${oidc}` },
    })
  })

  test('are found with a slash at the end', async () => {
    const { finder } = withDocuments({
      [`https://id.example/o${oidc}/`]: { ...gitlab, issuer: 'https://id.example/o' },
    })
    expect(await finder.find('https://id.example/o')).toMatchObject({ kind: 'found' })
  })

  test('name the slash in which the issuer differs', async () => {
    const { finder } = withDocuments({ [`https://shop.eu.auth0.example${oidc}`]: auth0 })
    expect(await finder.find('shop.eu.auth0.example')).toMatchObject({
      settings: { server: { issuer: 'https://shop.eu.auth0.example/' } },
      warnings: [{ kind: 'issuer-slash' }],
    })
  })
})

describe('a search', () => {
  test('stops at a document of another issuer', async () => {
    const { finder, asked } = withAnswers(() =>
      json(200, { ...gitlab, issuer: 'https://evil.example' }),
    )
    expect(await finder.find('https://gitlab.example/team')).toEqual({
      kind: 'issuer-mismatch',
      document: `https://gitlab.example/team${oidc}`,
      expected: 'https://gitlab.example/team',
      issuer: 'https://evil.example',
    })
    expect(asked()).toHaveLength(1)
  })

  test('that finds nothing says where it looked, and why it was not there', async () => {
    const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Hi</html>' }
    const answers = [nothing, page, { status: 403 }, { status: 503 }]
    const { finder } = withAnswers((_request, index) => answers[index] ?? nothing)
    expect(await finder.find('https://id.example')).toEqual({
      kind: 'not-found',
      tried: [
        { address: `https://id.example${oidc}`, reason: 'not-there', status: 404 },
        { address: `https://id.example${oauth}`, reason: 'web-page', status: 200 },
        { address: `https://id.example${oidc}/`, reason: 'refused', status: 403 },
        { address: `https://id.example${oauth}/`, reason: 'server-trouble', status: 503 },
      ],
    })
  })

  test('shows no query of what was typed', async () => {
    const { finder } = withAnswers(() => nothing)
    const typed = `https://id.example${oidc}?key=s3cret`
    const result = await finder.find(typed)
    expect(result.kind).toBe('not-found')
    expect(JSON.stringify(result)).not.toContain('s3cret')
  })

  test('follows a redirect within the server, and holds its issuer against what was typed', async () => {
    const place = `https://id.example/team${oidc}`
    const moved = `${place}/`
    const withIssuer = (issuer: string) =>
      withAnswers(({ url }) =>
        url === moved
          ? json(200, { ...gitlab, issuer })
          : { status: 308, headers: { location: moved } },
      )
    const { finder, asked } = withIssuer('https://id.example/team')
    expect(await finder.find('https://id.example/team')).toMatchObject({
      kind: 'found',
      settings: { document: moved, server: { issuer: 'https://id.example/team' } },
    })
    expect(asked()).toEqual([place, moved])
    const other = withIssuer('https://evil.example')
    expect(await other.finder.find('https://id.example/team')).toMatchObject({
      kind: 'issuer-mismatch',
      expected: 'https://id.example/team',
    })
  })

  test.each(['http://id.example', 'https://id.example:8443'])(
    'follows no redirect to %s',
    async (origin) => {
      const { finder, asked } = withAnswers(() => ({
        status: 302,
        headers: { location: `${origin}/.well-known/x` },
      }))
      expect(await finder.find('https://id.example')).toMatchObject({ kind: 'moved' })
      expect(asked().every((url) => new URL(url).origin === 'https://id.example')).toBe(true)
    },
  )

  test('that is sent from place to place ends', async () => {
    const { finder, asked } = withAnswers((_request, index) => ({
      status: 302,
      headers: { location: `https://id.example/${index}` },
    }))
    expect(await finder.find('https://id.example')).toMatchObject({ kind: 'not-found' })
    expect(asked()).toHaveLength(12)
    expect(new Set(asked()).size).toBe(12)
  })

  test('follows no redirect to another host, and says where a document has moved', async () => {
    const { finder, asked } = withAnswers(({ url }) => ({
      status: 301,
      headers: { location: url.replace('id.example', 'www.id.example') },
    }))
    expect(await finder.find('https://id.example')).toEqual({
      kind: 'moved',
      address: `https://id.example${oidc}`,
      status: 301,
      location: `https://www.id.example${oidc}`,
    })
    expect(asked().every((url) => new URL(url).host === 'id.example')).toBe(true)
  })

  test('takes a redirect to a page for sign-in as no document', async () => {
    const { finder } = withAnswers(() => ({
      status: 302,
      headers: { location: 'https://id.example/login' },
    }))
    const result = await finder.find('https://id.example')
    expect(result).toMatchObject({ kind: 'not-found' })
    expect(JSON.stringify(result)).toContain('moved')
  })

  test.each([
    [
      { kind: 'unreachable', reason: 'name-not-found', mayHaveArrived: false } as const,
      { kind: 'unreachable', host: 'id.example', reason: 'name-not-found' },
    ],
    [
      { kind: 'certificate-not-trusted', problem: 'expired' } as const,
      { kind: 'certificate-not-trusted', host: 'id.example', problem: 'expired' },
    ],
  ])('ends where the server can’t be reached: %j', async (answer, expected) => {
    const { finder, asked } = withAnswers(() => answer)
    expect(await finder.find('https://id.example')).toEqual(expected)
    expect(asked()).toHaveLength(1)
  })

  test('goes on after an answer that is too large', async () => {
    const { finder } = withAnswers((_request, index) =>
      index === 0 ? { kind: 'too-large', status: 200 } : json(200, gitlab),
    )
    expect(await finder.find('gitlab.example')).toMatchObject({ kind: 'found' })
  })

  test('asks nothing for an address with credentials', async () => {
    const { finder, asked } = withAnswers(() => nothing)
    expect(await finder.find('https://me:secret@id.example')).toEqual({
      kind: 'address-refused',
      problem: 'credentials-in-url',
    })
    expect(asked()).toEqual([])
  })

  test('sends a bounded number of requests, one after the other', async () => {
    let isBusy = false
    const { finder, asked } = withAnswers(async () => {
      expect(isBusy).toBe(false)
      isBusy = true
      await Promise.resolve()
      isBusy = false
      return nothing
    })
    await finder.find('https://id.example/a/b/c/d/authorize')
    expect(asked()).toHaveLength(11)
  })

  test('is cancelled, and by the next one', async () => {
    const answer = deferred<RawAnswer>()
    const { finder, http, asked } = withAnswers(() => answer.promise)
    const first = finder.find('https://one.example')
    finder.cancel()
    expect(await first).toEqual({ kind: 'cancelled' })
    const second = finder.find('https://two.example')
    const third = finder.find('https://three.example')
    expect(await second).toEqual({ kind: 'cancelled' })
    http.serve(() => nothing)
    answer.resolve(nothing)
    expect(await third).toMatchObject({ kind: 'not-found' })
    expect(asked().filter((url) => url.includes('one.'))).toHaveLength(1)
    finder.cancel()
    expect(await finder.find('https://four.example')).toMatchObject({ kind: 'not-found' })
  })
})
