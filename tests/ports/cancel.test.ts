import { describe, expect, it } from 'vitest'
import type { HttpResult } from '../../src/main/engine/ports.ts'
import { openBlackHole } from '../support/faults/black-hole.ts'
import { against, canTrust, prepareFaults } from '../support/faults/fault-fixture.ts'
import type { Fault, FaultServer } from '../support/faults/fault-server.ts'
import { answering, drip, head } from '../support/faults/faults.ts'
import { patience, post } from '../support/ports/http-fixture.ts'

const { authority, http } = prepareFaults()
const tls = authority.issue()
const cancelled = (mayHaveArrived: boolean) => ({ kind: 'cancelled', mayHaveArrived })
const longHead = head(200, 'Content-Length: 100')

/** Sends, cancels when `moment` has come, and says what came of it and how long that took. */
async function cancelAt(
  url: string,
  moment: () => Promise<unknown>,
): Promise<{ readonly result: HttpResult; readonly took: number }> {
  const controller = new AbortController()
  const sending = http().send(post(url), controller.signal)
  await moment()
  const from = performance.now()
  controller.abort()
  const result = await sending
  return { result, took: performance.now() - from }
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe.concurrent('a request that is cancelled', () => {
  it('while it connects: nothing has left', async () => {
    const hole = await openBlackHole()
    for (const scheme of ['http', 'https']) {
      const { result, took } = await cancelAt(`${scheme}://${hole.host}/token`, () => wait(200))
      expect(result).toEqual(cancelled(false))
      expect(took).toBeLessThan(1000)
    }
    await hole.close()
  })

  it('within the handshake of TLS: nothing has left', async () => {
    await against({}, async (server) => {
      const { result } = await cancelAt(`https://${server.host}/token`, () => server.connected())
      expect(result).toEqual(cancelled(false))
      await server.idle()
      expect(server.received).not.toContain('POST')
    })
  })

  it.each<readonly [string, Fault]>([
    ['before the answer', {}],
    ['within the headers', answering('HTTP/1.1 200 OK\r\nContent-Le')],
    ['within the body', answering(longHead, '{"access_token":')],
    ['within a slow drip', answering(...drip(`${longHead}${'a'.repeat(100)}`, 20))],
  ])('%s: it may have arrived, and nothing stays behind', async (_, fault) => {
    for (const secure of canTrust ? [false, true] : [false]) {
      await against(secure ? { ...fault, tls } : fault, async (server) => {
        const url = `${secure ? 'https' : 'http'}://${server.host}/token`
        const { result, took } = await cancelAt(url, async () => {
          await server.asked()
          await wait(60)
        })
        expect(result).toEqual(cancelled(true))
        expect(took).toBeLessThan(1000)
        await server.idle()
      })
    }
  })

  it('at any moment: nothing has left only if nothing arrived', async () => {
    await against({}, async (server: FaultServer) => {
      const results = await Promise.all(
        Array.from({ length: 40 }, async (_, index) => {
          const url = `http://${server.host}/number-${index}.`
          const { result } = await cancelAt(url, () => wait(index * 8))
          return { path: `/number-${index}.`, result }
        }),
      )
      await server.idle()
      const denied = results.filter(
        ({ result }) => !('mayHaveArrived' in result && result.mayHaveArrived),
      )
      expect(
        denied.map(({ path }) => path).filter((path) => server.received.includes(path)),
      ).toEqual([])
      expect(server.requests).toBeGreaterThan(0)
    })
  })

  it('leaves others alone that are under way to the same server', async () => {
    let answer: (() => void) | undefined
    const patient: Fault = {
      onRequest: (socket) => {
        answer ??= () => void socket.end(`${head(200, 'Content-Length: 2')}{}`)
      },
    }
    await against(patient, async (server) => {
      const url = `http://${server.host}/token`
      const waiting = http().send(post(url), patience())
      await server.asked()
      const { result } = await cancelAt(url, () => server.asked(2))
      expect(result).toEqual(cancelled(true))
      answer?.()
      expect(await waiting).toMatchObject({ kind: 'answer', status: 200 })
      await server.idle()
    })
  })
})
