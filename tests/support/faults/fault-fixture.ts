import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Http, HttpRequest, HttpResult } from '../../../src/main/engine/ports.ts'
import { type ElectronHost, startElectronHost } from '../ports/host/start-host.ts'
import { mebibyte, patience, post } from '../ports/http-fixture.ts'
import { type Authority, createAuthority } from './certificates.ts'
import { type Fault, type FaultServer, startFaultServer } from './fault-server.ts'

export interface FaultFixture {
  /** Trusted by the adapter where {@link canTrust}. */
  readonly authority: Authority
  /** Electron's, for all tests of a file; it waits a second and a half. */
  http(): Http
  /** Sends one request to a server with this fault, which must then be left alone. */
  meet(fault: Fault, options?: Meeting): Promise<Met>
}

interface Meeting {
  /** As the server speaks, unless this says otherwise. */
  readonly scheme?: 'http' | 'https'
  readonly request?: Partial<HttpRequest>
}

interface Met {
  readonly result: HttpResult
  readonly server: FaultServer
}

/** Electron takes in authorities on Linux alone. */
export const canTrust = process.platform === 'linux'

const limits = { timeout: 1500, maxBody: mebibyte }

/** Gives a fault server to `use` and ends it afterwards. */
export async function against<T>(
  fault: Fault,
  use: (server: FaultServer) => Promise<T>,
): Promise<T> {
  const server = await startFaultServer(fault)
  try {
    return await use(server)
  } finally {
    await server.close()
  }
}

/** The real adapter in Electron, and servers for it to fail at. */
export function prepareFaults(
  switches: () => Promise<readonly string[]> = async () => [],
): FaultFixture {
  const authority = createAuthority('Authority of the tests')
  let home = ''
  let host: ElectronHost | undefined
  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'faults-'))
    host = await startElectronHost({
      ...(canTrust ? { trusts: [authority] } : {}),
      switches: await switches(),
      // Node would obey the second; Chromium does the talking.
      env: { HOME: home, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    })
  })
  afterAll(async () => {
    await host?.stop()
    await rm(home, { recursive: true, force: true })
  })

  function http(): Http {
    if (host === undefined) throw new Error('used before the tests began')
    return host.http(limits)
  }

  return {
    authority,
    http,
    meet: (fault, { scheme = fault.tls === undefined ? 'http' : 'https', request } = {}) =>
      against(fault, async (server) => {
        const url = `${scheme}://${server.host}/token`
        const result = await http().send(post(url, request), patience())
        await server.idle()
        return { result, server }
      }),
  }
}

/** A result with its body as text and without its headers, to compare. */
export function inShort(result: HttpResult): unknown {
  if (result.kind !== 'answer') return result
  const { kind, status, body } = result
  return { kind, status, body: Buffer.from(body).toString() }
}
