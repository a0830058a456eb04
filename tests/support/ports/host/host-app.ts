import { app, BrowserWindow, safeStorage } from 'electron'
import type { Http } from '../../../../src/main/engine/ports.ts'
import { createImportReader } from '../../../../src/main/import/import-reader.ts'
import { createClipboard } from '../../../../src/main/platform/clipboard.ts'
import { createClock } from '../../../../src/main/platform/clock.ts'
import { networkSystem } from '../../../../src/main/platform/electron-system.ts'
import { createHttp, type HttpLimits, speakHttp1Only } from '../../../../src/main/platform/http.ts'
import { createKeyStore } from '../../../../src/main/platform/key-store.ts'
import { createNetwork } from '../../../../src/main/platform/network.ts'
import { createSigner, createVerifier } from '../../../../src/main/platform/signer.ts'
import { forkImportProcess } from '../../../../src/main/platform/utility-processes.ts'
import { presentNoCertificates } from '../../../../src/main/shell/lock-down.ts'
import { assertNever } from '../../../../src/shared/assert-never.ts'
import { type FromHost, type HostCall, toHost } from './host-protocol.ts'

// The main process of a small app without a window: the real adapters, asked from outside.

function tell(message: FromHost): void {
  process.send?.(message)
}

const toBase64 = (value: Uint8Array) => Buffer.from(value).toString('base64')
const adapters = new Map<string, Http>()
function httpWith(limits: HttpLimits | undefined): Http {
  const name = JSON.stringify(limits ?? 'usual')
  const adapter = adapters.get(name) ?? createHttp(limits)
  adapters.set(name, adapter)
  return adapter
}

const reader = createImportReader({ fork: forkImportProcess, clock: createClock() })
const keyStore = createKeyStore({ safeStorage, clock: createClock() })

const fromBase64 = (value: string) => Buffer.from(value, 'base64')

async function run(call: HostCall, signal: AbortSignal): Promise<unknown> {
  switch (call.name) {
    case 'strength':
      return keyStore.strength()
    case 'asksAgain':
      return keyStore.asksAgain
    case 'wrap':
      return toBase64(await keyStore.wrap(fromBase64(call.plain)))
    case 'unwrap': {
      const unwrapped = await keyStore.unwrap(fromBase64(call.wrapped))
      if (unwrapped.kind !== 'unwrapped') return unwrapped
      return { ...unwrapped, plain: toBase64(unwrapped.plain) }
    }
    case 'writeText':
    case 'writeSecret':
      return createClipboard()[call.name](call.text)
    case 'readText':
    case 'clear':
      return createClipboard()[call.name]()
    case 'send': {
      const result = await httpWith(call.limits).send(call.request, signal)
      return result.kind === 'answer' ? { ...result, body: toBase64(result.body) } : result
    }
    case 'signJwt':
      return createSigner().signJwt(call.jwt, call.key)
    case 'verify':
      return createVerifier().verify(call.jws, call.key, call.algorithm)
    case 'readReceived':
      return reader.read(call.text)
    case 'stopReading':
      return reader.stop()
    case 'networkChanges':
      return countNetworkChanges()
    case 'trust':
      return trust(call.file, call.password)
    case 'loadPage':
      return loadPage(call.url)
    case 'version':
      return process.versions.electron
    default:
      return assertNever(call)
  }
}

/** A page that does not load is one that got no answer. */
async function loadPage(url: string): Promise<void> {
  const page = new BrowserWindow({ show: false })
  await page.loadURL(url).catch(() => undefined)
  page.destroy()
}

let networkChanges: number | undefined
function countNetworkChanges(): number {
  if (networkChanges === undefined) {
    networkChanges = 0
    createNetwork(createClock(), networkSystem).watch(() => {
      networkChanges = (networkChanges ?? 0) + 1
    })
  }
  return networkChanges
}

function trust(certificate: string, password: string): Promise<void> {
  return new Promise((resolve, reject) => {
    app.importCertificate({ certificate, password }, (code) => {
      if (code === 0) resolve()
      else reject(new Error(`the certificates were refused: ${code}`))
    })
  })
}

const aborts = new Map<number, AbortController>()

async function answer(id: number, call: HostCall, isAborted: boolean): Promise<void> {
  const controller = new AbortController()
  if (isAborted) controller.abort()
  aborts.set(id, controller)
  try {
    tell({ kind: 'result', id, value: await run(call, controller.signal) })
  } catch (error) {
    tell({ kind: 'error', id, message: error instanceof Error ? error.message : String(error) })
  } finally {
    aborts.delete(id)
  }
}

process.on('message', (raw) => {
  const message = toHost.parse(raw)
  if (message.kind === 'abort') aborts.get(message.id)?.abort()
  else void answer(message.id, message.call, message.isAborted)
})
speakHttp1Only()
// For the proof that a certificate would be shown otherwise.
if (process.env['HOST_PRESENTS_CERTIFICATES'] !== '1') presentNoCertificates(app)
// The page that was ended was the last window.
app.on('window-all-closed', () => undefined)
process.on('disconnect', () => app.exit(0))
void app.whenReady().then(() => {
  if (process.env['HOST_USES_PLAIN_TEXT'] === '1') safeStorage.setUsePlainTextEncryption(true)
  tell({ kind: 'ready' })
})
