import { describe, expect, it } from 'vitest'
import { brokenAnswers } from '../support/faults/answers.ts'
import { openBlackHole } from '../support/faults/black-hole.ts'
import { makeSelfSigned } from '../support/faults/certificates.ts'
import { against, canTrust, inShort, prepareFaults } from '../support/faults/fault-fixture.ts'
import type { Fault } from '../support/faults/fault-server.ts'
import { answering, FIN, greeting, head } from '../support/faults/faults.ts'
import { patience, post } from '../support/ports/http-fixture.ts'

const { authority, http, meet } = prepareFaults()
const vouchedFor = authority.issue()
const fine = answering(head(200, 'Content-Length: 2'), '{}')
const day = 24 * 60 * 60 * 1000
const from = (days: number) => new Date(Date.now() + days * day)

const unreachable = (reason: string, mayHaveArrived: boolean) => ({
  kind: 'unreachable',
  reason,
  mayHaveArrived,
})

describe.concurrent('a server that takes the request and answers with', () => {
  it.each(Object.entries(brokenAnswers))('%s', async (_, [fault, verdict]) => {
    const { result, server } = await meet(fault)
    const wanted =
      verdict.kind === 'unreachable' ? unreachable(verdict.reason, true) : { ...verdict }
    expect(inShort(result)).toEqual(wanted)
    expect(server.requests).toBe(1)
  })

  it('421, not here, is asked once more: it has done nothing (RFC 9110 §15.5.20)', async () => {
    const { result, server } = await meet(answering(head(421, 'Content-Length: 0')))
    expect(inShort(result)).toEqual({ kind: 'answer', status: 421, body: '' })
    expect(server.requests).toBe(2)
  })

  it.each([301, 302, 303, 307, 308])(
    '%i to another origin: that server gets no request',
    async (status) => {
      await against(fine, async (elsewhere) => {
        const place = `http://${elsewhere.host}/new/token`
        const location = `Location: ${place}?code=secret`
        const { result } = await meet(answering(head(status, location, 'Content-Length: 0')), {
          request: { headers: { authorization: 'Basic c2VjcmV0' } },
        })
        expect(result).toEqual({ kind: 'moved', status, location: place })
        expect(elsewhere.connections).toBe(0)
      })
    },
  )

  it('a reset, on a connection that it had promised to keep', async () => {
    let count = 0
    const breaking: Fault = {
      onRequest: (socket) => {
        count += 1
        if (count > 1) socket.resetAndDestroy()
        else socket.write(`${head(200, 'Connection: keep-alive', 'Content-Length: 2')}{}`)
      },
    }
    await against(breaking, async (server) => {
      const request = post(`http://${server.host}/token`)
      expect(await http().send(request, patience())).toMatchObject({ kind: 'answer' })
      expect(await http().send(request, patience())).toEqual(unreachable('connection-lost', true))
      expect([server.connections, server.requests]).toEqual([2, 2])
    })
  })
})

describe.concurrent('a server that gets no request, since it', () => {
  it.each<readonly [string, Fault, string]>([
    [
      'hangs up within the handshake',
      { onConnection: (socket) => socket.once('data', () => socket.destroy()) },
      'connection-lost',
    ],
    [
      'resets within the handshake',
      { onConnection: (socket) => socket.once('data', () => socket.resetAndDestroy()) },
      'connection-lost',
    ],
    ['says nothing to the handshake', {}, 'timeout'],
    [
      'speaks http where https was asked for',
      { onConnection: (socket) => socket.once('data', () => socket.end(head(400))) },
      'no-secure-connection',
    ],
    ['meets the handshake with garbage', greeting('\0\x01\x02 what?'), 'no-secure-connection'],
  ])('%s', async (_, fault, reason) => {
    for (const body of ['grant_type=refresh_token', '']) {
      const { result, server } = await meet(fault, { scheme: 'https', request: { body } })
      // Without a body Chromium counts nothing; then a name has to be proof enough.
      const isCertain = body !== '' || reason === 'timeout'
      expect(result).toEqual(unreachable(reason, !isCertain))
      expect(server.received).not.toContain('POST')
    }
  })

  it('refuses every connection, as behind a firewall', async () => {
    const hole = await openBlackHole()
    for (const scheme of ['http', 'https']) {
      for (const body of ['grant_type=refresh_token', '']) {
        const request = post(`${scheme}://${hole.host}/token`, { body })
        expect(await http().send(request, patience())).toEqual(unreachable('timeout', false))
      }
    }
    await hole.close()
  })

  it('speaks TLS where http was asked for: it gets a request that it can not read', async () => {
    const { result } = await meet({ tls: vouchedFor }, { scheme: 'http' })
    expect(result).toEqual(unreachable('connection-lost', true))
  })
})

describe.runIf(canTrust).concurrent('behind TLS that is trusted', () => {
  it('a request and its answer arrive', async () => {
    const { result, server } = await meet({ ...fine, tls: vouchedFor })
    expect(inShort(result)).toEqual({ kind: 'answer', status: 200, body: '{}' })
    expect(server.received).toContain('grant_type')
  })

  it.each<readonly [string, Fault, boolean]>([
    ['a goodbye before the answer', answering(FIN), true],
    ['a goodbye within the status line', answering('HTTP/1.1 2', FIN), true],
    ['a goodbye within the headers', answering('HTTP/1.1 200 OK\r\nContent-', FIN), true],
    ['a goodbye within the body', answering(head(200, 'Content-Length: 9'), '{', FIN), true],
  ])('%s is a connection that was lost', async (_, fault, mayHaveArrived) => {
    const { result } = await meet({ ...fault, tls: vouchedFor })
    expect(result).toEqual(unreachable('connection-lost', mayHaveArrived))
  })

  it('silence counts as an answer that was lost, with and without a body', async () => {
    for (const body of ['grant_type=refresh_token', '']) {
      const { result, server } = await meet({ tls: vouchedFor }, { request: { body } })
      expect(result).toEqual(unreachable('timeout', true))
      expect(server.requests).toBe(1)
    }
  })
})

describe.concurrent('a certificate', () => {
  const trusted = canTrust
    ? ([
        ['that has expired', { notBefore: from(-30), notAfter: from(-1) }, 'expired'],
        ['that is not valid yet', { notBefore: from(1), notAfter: from(30) }, 'expired'],
        ['for another host', { hosts: ['login.example'] }, 'wrong-host'],
      ] as const)
    : []
  it.each(trusted)('%s: nothing is sent', async (_, wishes, problem) => {
    const { result, server } = await meet({ ...fine, tls: authority.issue(wishes) })
    expect(result).toEqual({ kind: 'certificate-not-trusted', problem })
    expect(server.received).toBe('')
  })

  it('that is self-signed is refused, even if Node’s check is turned off', async () => {
    const { result, server } = await meet({ ...fine, tls: makeSelfSigned() })
    expect(result).toEqual({ kind: 'certificate-not-trusted', problem: 'unknown-issuer' })
    expect(server.received).toBe('')
  })
})
