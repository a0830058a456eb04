import { expect, it } from 'vitest'
import { type HttpFixture, patience, post } from './http-fixture.ts'
import { findClosedPort } from './loopback-server.ts'

/** Milliseconds, in which even on a busy machine a request arrives. */
const inTime = 1000

/** Every way of getting no answer. */
export function itSaysWhyThereIsNoAnswer({ http, serve }: HttpFixture): void {
  it('says that nothing listens', async () => {
    const result = await http().send(post(`${await findClosedPort()}/token`), patience())
    expect(result).toEqual({
      kind: 'unreachable',
      reason: 'connection-refused',
      mayHaveArrived: false,
    })
  })

  it('says that there is no such name', async () => {
    // RFC 6761 §6.4: this name never exists.
    const result = await http().send(post('http://token-endpoint.invalid/token'), patience())
    expect(result).toEqual({ kind: 'unreachable', reason: 'name-not-found', mayHaveArrived: false })
  })

  it('says that the connection was lost before an answer', async () => {
    const server = await serve(({ socket }) => socket.destroy())
    const result = await http().send(post(`${server.origin}/token`), patience())
    expect(result).toEqual({ kind: 'unreachable', reason: 'connection-lost', mayHaveArrived: true })
  })

  it('says that the connection was lost within an answer', async () => {
    const { origin } = await serve(({ socket }, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('{"access_token":', () => socket.destroy())
    })
    const result = await http().send(post(`${origin}/token`), patience())
    expect(result).toEqual({ kind: 'unreachable', reason: 'connection-lost', mayHaveArrived: true })
  })

  // A refresh token that arrives twice may end the whole sign-in.
  it.each(['close', 'keep-alive'])('never repeats a request (%s)', async (wish) => {
    const server = await serve((request, response) => {
      if (request.url === '/second') request.socket.destroy()
      else response.setHeader('connection', wish).end('{}')
    })
    const client = http()
    await client.send(post(`${server.origin}/first`), patience())
    const result = await client.send(post(`${server.origin}/second`), patience())
    expect(result).toEqual({ kind: 'unreachable', reason: 'connection-lost', mayHaveArrived: true })
    expect(server.received.map(({ path }) => path)).toEqual(['/first', '/second'])
  })

  it('never repeats a request while another is under way', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/second') request.socket.destroy()
      else if (request.url === '/first') response.end('{}')
    })
    const client = http()
    const controller = new AbortController()
    const waiting = client.send(post(`${server.origin}/waiting`), controller.signal)
    await server.receives(1)
    await client.send(post(`${server.origin}/first`), patience())
    const result = await client.send(post(`${server.origin}/second`), patience())
    expect(result).toEqual({ kind: 'unreachable', reason: 'connection-lost', mayHaveArrived: true })
    expect(server.received.map(({ path }) => path)).toEqual(['/waiting', '/first', '/second'])
    controller.abort()
    expect(await waiting).toEqual({ kind: 'cancelled', mayHaveArrived: true })
  })

  it('lets fifty requests at once each have its answer', async () => {
    const server = await serve((request, response) => response.end(request.url))
    const client = http()
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        client.send(post(`${server.origin}/${index}`), patience()),
      ),
    )
    const bodies = results.map((result) =>
      result.kind === 'answer' ? Buffer.from(result.body).toString() : result.kind,
    )
    expect(bodies).toEqual(Array.from({ length: 50 }, (_, index) => `/${index}`))
  })

  it('gives up when there is no answer in time, and hangs up', async () => {
    const server = await serve(() => {})
    const result = await http({ timeout: inTime }).send(post(`${server.origin}/token`), patience())
    expect(result).toEqual({ kind: 'unreachable', reason: 'timeout', mayHaveArrived: true })
    await server.idle()
  })

  it('counts the time to the last byte, not to the next', async () => {
    const timers = new Set<NodeJS.Timeout>()
    const server = await serve(({ socket }, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(' '), 20)
      timers.add(timer)
      socket.on('close', () => clearInterval(timer))
    })
    const result = await http({ timeout: inTime }).send(post(`${server.origin}/token`), patience())
    expect(result).toEqual({ kind: 'unreachable', reason: 'timeout', mayHaveArrived: true })
    await server.idle()
    for (const timer of timers) clearInterval(timer)
  })

  it('trusts no certificate without a trusted issuer, and sends nothing', async () => {
    const server = await serve((_, response) => response.end('{}'), 'https')
    const result = await http().send(post(`${server.origin}/token`), patience())
    expect(result).toEqual({ kind: 'certificate-not-trusted', problem: 'unknown-issuer' })
    expect(server.received).toEqual([])
  })

  it('knows that nothing arrived where no secure connection came about', async () => {
    const server = await serve((_, response) => response.end('{}'))
    const url = `${server.origin.replace('http:', 'https:')}/token`
    expect(await http().send(post(url), patience())).toEqual({
      kind: 'unreachable',
      reason: 'no-secure-connection',
      mayHaveArrived: false,
    })
    expect(server.received).toEqual([])
  })

  it('does not know whether a request without a body arrived', async () => {
    const server = await serve(() => {})
    const request = post(`${server.origin}/token?grant_type=client_credentials`, { body: '' })
    expect(await http({ timeout: inTime }).send(request, patience())).toEqual({
      kind: 'unreachable',
      reason: 'timeout',
      mayHaveArrived: true,
    })
    expect(server.received).toHaveLength(1)
  })

  it('sends nothing if cancelled before the start', async () => {
    const server = await serve((_, response) => response.end('{}'))
    const gone = AbortSignal.abort()
    const result = await http().send(post(`${server.origin}/token`), gone)
    expect(result).toEqual({ kind: 'cancelled', mayHaveArrived: false })
    expect(server.received).toEqual([])
  })

  it('hangs up when it is cancelled before the answer', async () => {
    const server = await serve(() => {})
    const controller = new AbortController()
    const sending = http().send(post(`${server.origin}/token`), controller.signal)
    await server.receives(1)
    controller.abort()
    expect(await sending).toEqual({ kind: 'cancelled', mayHaveArrived: true })
    await server.idle()
  })

  it('hangs up when it is cancelled within the answer', async () => {
    const controller = new AbortController()
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 1000 })
      response.write('{"access_token":', () => controller.abort())
    })
    const sending = http().send(post(`${server.origin}/token`), controller.signal)
    expect(await sending).toEqual({ kind: 'cancelled', mayHaveArrived: true })
    await server.idle()
  })

  it('keeps its answer when it is cancelled afterwards', async () => {
    const { origin } = await serve((_, response) => response.end('{}'))
    const controller = new AbortController()
    const result = await http().send(post(`${origin}/token`), controller.signal)
    controller.abort()
    expect(result.kind).toBe('answer')
  })
}
