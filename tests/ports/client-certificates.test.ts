import { execFile } from 'node:child_process'
import { createHash, createPublicKey, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeSelfSigned } from '../support/faults/certificates.ts'
import { type ElectronHost, startElectronHost } from '../support/ports/host/start-host.ts'
import { patience, post } from '../support/ports/http-fixture.ts'

const execute = promisify(execFile)
const ownName = 'Ada Example of Example Ltd'
/** Since this version `net` asks the app for a certificate; before, the request fails. */
const asksTheApp = 44

/** A home with a certificate and its key in the store of NSS, which Chromium reads on Linux. */
async function createHome(): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'client-certificate-'))
  const store = path.join(home, '.pki', 'nssdb')
  await mkdir(store, { recursive: true })
  const noise = path.join(home, 'noise')
  await writeFile(noise, randomBytes(2048))
  await execute('certutil', ['-N', '-d', `sql:${store}`, '--empty-password'])
  const subject = ['-n', 'own', '-s', `CN=${ownName}`, '-t', 'u,u,u', '-v', '12']
  await execute('certutil', ['-S', '-x', '-d', `sql:${store}`, '-z', noise, ...subject])
  return home
}

interface AskingServer {
  readonly url: string
  /** The names in the certificates that were shown; `null` for each request without one. */
  readonly shown: readonly (string | null)[]
  readonly handshakes: () => number
}

describe.runIf(process.platform === 'linux')('a server that asks for a client certificate', () => {
  const credentials = makeSelfSigned()
  const ends: (() => Promise<void>)[] = []
  let home = ''
  beforeAll(async () => {
    home = await createHome()
    return () => rm(home, { recursive: true, force: true })
  })
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })

  async function serve(options: object): Promise<AskingServer> {
    const shown: (string | null)[] = []
    let handshakes = 0
    const server = createServer({ ...credentials, ...options, requestCert: true })
    server.on('request', ({ socket }, response) => {
      const { subject } = (socket as TLSSocket).getPeerCertificate()
      const name = subject?.CN
      shown.push(typeof name === 'string' ? name : null)
      response.end('{}')
    })
    server.on('connection', () => {
      handshakes += 1
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    ends.push(async () => {
      server.closeAllConnections()
      server.close()
    })
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('not a TCP server')
    const url = `https://127.0.0.1:${address.port}/token`
    return { url, shown, handshakes: () => handshakes }
  }

  async function startHost(env: NodeJS.ProcessEnv = {}): Promise<ElectronHost> {
    const key = createPublicKey(credentials.cert).export({ type: 'spki', format: 'der' })
    const pin = createHash('sha256').update(key).digest('base64')
    const host = await startElectronHost({
      switches: [`--ignore-certificate-errors-spki-list=${pin}`],
      env: { HOME: home, XDG_DATA_HOME: path.join(home, '.local', 'share'), ...env },
    })
    ends.push(host.stop)
    return host
  }

  const optional = { rejectUnauthorized: false }

  it('would learn the name of the user, if nothing were done about it', async () => {
    const server = await serve(optional)
    const host = await startHost({ HOST_PRESENTS_CERTIFICATES: '1' })
    await host.loadPage(server.url)
    expect(server.shown).toEqual([ownName])
  })

  it.each(['TLSv1.2', 'TLSv1.3'])('learns nothing from a page, over %s', async (maxVersion) => {
    const server = await serve({ ...optional, maxVersion })
    const host = await startHost()
    await host.loadPage(server.url)
    expect(server.shown).toEqual([null])
  })

  it.each(['TLSv1.2', 'TLSv1.3'])('learns nothing from a request, over %s', async (maxVersion) => {
    const server = await serve({ ...optional, maxVersion })
    const host = await startHost()
    const result = await host.http().send(post(server.url), patience())
    expect(server.handshakes()).toBeGreaterThan(0)
    if (Number.parseInt(await host.version(), 10) >= asksTheApp) {
      expect(result).toMatchObject({ kind: 'answer', status: 200 })
      expect(server.shown).toEqual([null])
    } else {
      expect(result).toMatchObject({ kind: 'unreachable', reason: 'client-certificate' })
      expect(server.shown).toEqual([])
    }
  })

  it('and does without none is distinguished from one that can’t be reached', async () => {
    const server = await serve({ rejectUnauthorized: true })
    const host = await startHost()
    const result = await host.http().send(post(server.url), patience())
    expect(result).toMatchObject({ kind: 'unreachable', reason: 'client-certificate' })
    expect(server.shown).toEqual([])
  })
})
