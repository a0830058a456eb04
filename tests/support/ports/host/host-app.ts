import { app, safeStorage } from 'electron'
import type { Http } from '../../../../src/main/engine/ports.ts'
import { createClipboard } from '../../../../src/main/platform/clipboard.ts'
import { createClock } from '../../../../src/main/platform/clock.ts'
import { createHttp, type HttpLimits, speakHttp1Only } from '../../../../src/main/platform/http.ts'
import { createKeyStore } from '../../../../src/main/platform/key-store.ts'
import { createNetwork } from '../../../../src/main/platform/network.ts'
import { networkSystem } from '../../../../src/main/platform/network-system.ts'
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

const fromBase64 = (value: string) => Buffer.from(value, 'base64')

async function run(call: HostCall, signal: AbortSignal): Promise<unknown> {
  switch (call.name) {
    case 'strength':
      return createKeyStore().strength()
    case 'wrap':
      return toBase64(await createKeyStore().wrap(fromBase64(call.plain)))
    case 'unwrap':
      return toBase64(await createKeyStore().unwrap(fromBase64(call.wrapped)))
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
    case 'networkChanges':
      return countNetworkChanges()
    case 'trust':
      return trust(call.file, call.password)
    case 'version':
      return process.versions.electron
    default:
      return assertNever(call)
  }
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
process.on('disconnect', () => app.exit(0))
void app.whenReady().then(() => {
  if (process.env['HOST_USES_PLAIN_TEXT'] === '1') safeStorage.setUsePlainTextEncryption(true)
  tell({ kind: 'ready' })
})
