import { expect, it } from 'vitest'
import { type HttpFixture, patience, post } from './http-fixture.ts'

/** What is sent to one server stays with it. */
export function itKeepsToItself({ http, serve }: HttpFixture): void {
  it.each([301, 302, 303, 307, 308])('never follows a %i', async (status) => {
    const elsewhere = await serve((_, response) => response.end('{"access_token":"stolen"}'))
    const server = await serve((_, response) => {
      response.writeHead(status, { location: `${elsewhere.origin}/new/path?code=secret#x` }).end()
    })
    const result = await http().send(post(`${server.origin}/token`), patience())
    expect(result).toEqual({ kind: 'moved', status, location: `${elsewhere.origin}/new/path` })
    expect(elsewhere.received).toEqual([])
    expect(server.received).toHaveLength(1)
  })

  it.each([301, 302, 303, 307, 308])('never follows a %i to a GET either', async (status) => {
    const elsewhere = await serve((_, response) => response.end('stolen'))
    const server = await serve((_, response) => {
      response.writeHead(status, { location: `${elsewhere.origin}/new?code=secret` }).end()
    })
    const headers = { authorization: 'Bearer abc' }
    const request = { method: 'GET', url: `${server.origin}/me`, headers, body: '' } as const
    const result = await http().send(request, patience())
    expect(result).toEqual({ kind: 'moved', status, location: `${elsewhere.origin}/new` })
    expect(elsewhere.received).toEqual([])
  })

  it('says in full where a relative redirect leads', async () => {
    const server = await serve((_, response) => {
      response.writeHead(307, { location: '../v2/token?x=1' }).end()
    })
    const result = await http().send(post(`${server.origin}/v1/token`), patience())
    expect(result).toEqual({ kind: 'moved', status: 307, location: `${server.origin}/v2/token` })
    expect(server.received).toHaveLength(1)
  })

  it('takes a choice of places for a redirect too', async () => {
    const server = await serve((_, response) => {
      response.writeHead(300, { location: '/other?x=1' }).end('choose')
    })
    const result = await http().send(post(`${server.origin}/token`), patience())
    expect(result).toEqual({ kind: 'moved', status: 300, location: `${server.origin}/other` })
  })

  it('delivers a redirect that leads nowhere', async () => {
    const server = await serve((_, response) => response.writeHead(302).end('where to?'))
    const result = await http().send(post(`${server.origin}/token`), patience())
    expect(result).toMatchObject({ kind: 'answer', status: 302 })
  })

  it('takes no cookie and so brings none back', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'set-cookie': 'session=1; Path=/' }).end('{}')
    })
    const client = http()
    await client.send(post(`${server.origin}/token`), patience())
    await client.send(post(`${server.origin}/token`), patience())
    expect(server.received.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined])
  })

  it('sends every request to the server, even if a response may be cached', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'cache-control': 'public, max-age=3600' }).end('{}')
    })
    const client = http()
    await client.send(post(`${server.origin}/token`), patience())
    await client.send(post(`${server.origin}/token`), patience())
    expect(server.received).toHaveLength(2)
  })

  it('does not say where it comes from', async () => {
    const server = await serve((_, response) => response.end('{}'))
    await http().send(post(`${server.origin}/token`), patience())
    expect(server.received[0]?.headers).not.toHaveProperty('referer')
    expect(server.received[0]?.headers).not.toHaveProperty('origin')
  })

  it.each([
    'http://127.0.0.1:17842',
    'http://localhost',
    'http://[::1]:8400',
    'https://app.example',
  ])('sends the Origin that a server demands of web pages as it is: %s', async (origin) => {
    const server = await serve((_, response) => response.end('{}'))
    const client = http()
    const headers = { ...post(server.origin).headers, origin }
    const asked = post(`${server.origin}/token`, { headers })
    expect(await client.send(asked, patience())).toMatchObject({ kind: 'answer', status: 200 })
    await client.send(post(`${server.origin}/token`), patience())
    const origins = server.received.map((each) => [each.method, each.headers.origin])
    // No preflight before it, and none of it is left in the next request.
    expect(origins).toEqual([
      ['POST', origin],
      ['POST', undefined],
    ])
  })
}
