import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { type HttpFixture, mebibyte, patience, post } from './http-fixture.ts'

/** What comes in goes out, and the other way round. */
export function itDeliversAnswers({ http, serve }: HttpFixture): void {
  it.each([200, 400, 401, 403, 404, 429, 500, 503])(
    'delivers a %i with its body',
    async (status) => {
      const body = Buffer.from([...'{"error":"ž"}'].join('')).toString()
      const { origin } = await serve((_, response) => response.writeHead(status).end(body))
      const result = await http().send(post(`${origin}/token`), patience())
      if (result.kind !== 'answer') return expect.fail(result.kind)
      expect(result.status).toBe(status)
      expect(Buffer.from(result.body).toString()).toBe(body)
    },
  )

  it('delivers every byte of a body that is no text', async () => {
    const everyByte = Buffer.from(Uint8Array.from({ length: 256 }, (_, index) => index))
    const { origin } = await serve((_, response) => response.end(everyByte))
    const result = await http().send(post(`${origin}/token`), patience())
    if (result.kind !== 'answer') return expect.fail(result.kind)
    expect(everyByte.equals(result.body)).toBe(true)
  })

  it('delivers headers by their names in lower case, repeated ones joined', async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(
        200,
        [
          ['Content-Type', 'application/json'],
          ['X-Twice', 'a'],
          ['X-Twice', 'b'],
        ].flat(),
      )
      response.end('{}')
    })
    const result = await http().send(post(`${origin}/token`), patience())
    if (result.kind !== 'answer') return expect.fail(result.kind)
    expect(result.headers).toMatchObject({ 'content-type': 'application/json', 'x-twice': 'a, b' })
  })

  it.each([
    ['with a form', 'token=the-token&token_type_hint=refresh_token'],
    ['without a body', ''],
  ])('sends a DELETE %s, as some servers want for a revocation', async (_, body) => {
    const server = await serve((_request, response) => response.writeHead(204).end())
    const request = post(`${server.origin}/oauth2/tokens`, { method: 'DELETE', body })
    const result = await http().send(request, patience())
    expect(result).toMatchObject({ kind: 'answer', status: 204 })
    const [received] = server.received
    expect(received?.method).toBe('DELETE')
    expect(received?.path).toBe('/oauth2/tokens')
    expect(received?.body.toString()).toBe(body)
    expect(received?.headers).toMatchObject({ 'content-type': request.headers['content-type'] })
  })

  it('sends a GET without a body, its headers as they are', async () => {
    const server = await serve((_, response) => response.end('{}'))
    const authorization = `Bearer a'b"c\\d$e%f&g|h{{i}};j,k~!`
    const headers = { authorization, accept: 'application/json' }
    const url = `${server.origin}/me?fields=a,b&x=%20`
    const result = await http().send({ method: 'GET', url, headers, body: '' }, patience())
    expect(result).toMatchObject({ kind: 'answer', status: 200 })
    const [received] = server.received
    expect(received?.method).toBe('GET')
    expect(received?.path).toBe('/me?fields=a,b&x=%20')
    expect(received?.headers).toMatchObject(headers)
    expect(received?.body.length).toBe(0)
    expect(received?.headers).not.toHaveProperty('content-length')
    expect(received?.headers).not.toHaveProperty('transfer-encoding')
    expect(received?.headers).not.toHaveProperty('cookie')
  })

  it('sends path, query, headers and the bytes of the body as they are', async () => {
    const server = await serve((_, response) => response.end('{}'))
    const body = 'grant_type=password&password=%C5%BE+%26%3D&note=ž'
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: 'Basic YTpi',
    }
    const request = post(`${server.origin}/oauth2/token?client_id=a%20b&x=1`, { headers, body })
    await http().send(request, patience())
    const [received] = server.received
    expect(received?.method).toBe('POST')
    expect(received?.path).toBe('/oauth2/token?client_id=a%20b&x=1')
    expect(received?.headers).toMatchObject(headers)
    expect(received?.body.toString()).toBe(body)
    expect(received?.headers['content-length']).toBe(String(Buffer.byteLength(body)))
  })

  it('sends and delivers the values of headers as UTF-8', async () => {
    const inBytes = Buffer.from('é 💶').toString('latin1')
    const server = await serve((_, response) => {
      response.setHeader('x-back', inBytes).end(Buffer.from('{}'))
    })
    const headers = { 'x-name': 'é 💶' }
    const result = await http().send(post(`${server.origin}/token`, { headers }), patience())
    expect(server.received[0]?.headers['x-name']).toBe(inBytes)
    expect(result).toMatchObject({ headers: { 'x-back': 'é 💶' } })
  })

  it('delivers a 401 with a challenge of any scheme', async () => {
    for (const scheme of [
      'Basic realm="api"',
      'Digest realm="api", nonce="1"',
      'NTLM',
      'Negotiate',
    ]) {
      const server = await serve((_, response) => {
        response.writeHead(401, { 'www-authenticate': scheme }).end('{"error":"invalid_client"}')
      })
      const result = await http().send(post(`${server.origin}/token`), patience())
      if (result.kind !== 'answer') return expect.fail(`${scheme}: ${result.kind}`)
      expect(result.status).toBe(401)
      expect(result.headers['www-authenticate']).toBe(scheme)
      expect(Buffer.from(result.body).toString()).toBe('{"error":"invalid_client"}')
      expect(server.received).toHaveLength(1)
    }
  })

  it('unpacks a compressed body', async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"access_token":"t"}'))
    })
    const result = await http().send(post(`${origin}/token`), patience())
    if (result.kind !== 'answer') return expect.fail(result.kind)
    expect(Buffer.from(result.body).toString()).toBe('{"access_token":"t"}')
  })

  it('takes a body of one mebibyte, and not one byte more', async () => {
    const { origin } = await serve(({ url }, response) => {
      response.end(Buffer.alloc(mebibyte + (url === '/more' ? 1 : 0), 'a'))
    })
    const result = await http().send(post(`${origin}/just`), patience())
    expect(result.kind === 'answer' && result.body.length).toBe(mebibyte)
    expect(await http().send(post(`${origin}/more`), patience())).toEqual({
      kind: 'too-large',
      status: 200,
    })
  })

  it('gives up a small body that unpacks to a huge one', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * mebibyte))
    const server = await serve((_, response) => {
      response.writeHead(400, { 'content-encoding': 'gzip' }).end(bomb)
    })
    expect(await http().send(post(`${server.origin}/token`), patience())).toEqual({
      kind: 'too-large',
      status: 400,
    })
  })
}
