import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { z } from 'zod'
import { resolveElectron } from '../../../../build/runtime.mjs'
import type {
  Clipboard,
  Http,
  KeyStore,
  Signature,
  Signer,
  Verifier,
} from '../../../../src/main/engine/ports.ts'
import type { ImportReader } from '../../../../src/main/import/import-reader.ts'
import type { Import } from '../../../../src/main/import/imported.ts'
import type { HttpLimits } from '../../../../src/main/platform/http.ts'
import { Failure } from '../../../../src/shared/errors.ts'
import { certificateProblems, unreachableReasons } from '../../../../src/shared/outcome.ts'
import { type Authority, createAuthority } from '../../faults/certificates.ts'
import { inPkcs12 } from '../../faults/pkcs12.ts'
import { bytes, fromHost, type HostCall, type ToHost } from './host-protocol.ts'

/** The real adapters, running inside Electron. */
export interface ElectronHost {
  readonly keyStore: KeyStore
  readonly clipboard: Clipboard
  readonly reader: ImportReader
  readonly signer: Signer
  readonly verifier: Verifier
  http(limits?: HttpLimits): Http
  /** Loads an address as a page does; resolves also where it did not load. */
  loadPage(url: string): Promise<void>
  /** How many changes of the network were announced since the first of these calls. */
  networkChanges(): Promise<number>
  readonly pid: number
  /** The version of the Electron that answers. */
  version(): Promise<string>
  stop(): Promise<void>
}

export interface HostOptions {
  /** Of Chromium on Linux: `gnome-libsecret`, `basic` … */
  readonly passwordStore?: string
  /** Lets Chromium wrap with its fixed key where it has no other. */
  readonly usePlainText?: boolean
  readonly env?: NodeJS.ProcessEnv
  /**
   * Authorities to trust, besides those that Chromium comes with. Linux alone, where they are
   * kept below `HOME`: give it one of its own.
   */
  readonly trusts?: readonly Authority[]
  /** A command that runs Electron, such as `unshare --net`. */
  readonly runBy?: readonly [command: string, ...args: string[]]
  /** Further switches of Chromium. */
  readonly switches?: readonly string[]
}

const decoded = bytes.transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
const unwrapped = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unwrapped'), plain: decoded, isOutdated: z.boolean() }),
  z.strictObject({ kind: z.literal('no-answer') }),
  z.strictObject({ kind: z.literal('does-not-fit') }),
])
const verdict = z.enum(['genuine', 'not-genuine', 'key-unusable', 'malformed'])
const httpResult = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    status: z.number(),
    headers: z.record(z.string(), z.string()),
    body: decoded,
  }),
  z.strictObject({ kind: z.literal('too-large'), status: z.number() }),
  z.strictObject({
    kind: z.literal('moved'),
    status: z.number(),
    location: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('unreachable'),
    reason: z.enum(unreachableReasons),
    mayHaveArrived: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('certificate-not-trusted'),
    problem: z.enum(certificateProblems),
  }),
  z.strictObject({ kind: z.literal('cancelled'), mayHaveArrived: z.boolean() }),
])

/** Builds the main process of the host, and the process that reads texts for it. */
async function buildApp(folder: string): Promise<void> {
  await buildEntry(folder, 'host-app.ts', 'main.js')
  await buildEntry(folder, 'reading-entry.ts', 'import.js')
  const about = { name: 'adapter-host', version: '1.2.3', type: 'module', main: 'main.js' }
  await writeFile(join(folder, 'package.json'), JSON.stringify(about))
}

async function buildEntry(folder: string, entry: string, output: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: join(import.meta.dirname, entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: output } },
    },
  })
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Sends calls to the host and gives each its own answer. */
function createCaller(child: ChildProcess) {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  child.on('message', (raw) => {
    const message = fromHost.parse(raw)
    if (message.kind === 'ready') return
    if (message.kind === 'result') waiting.get(message.id)?.resolve(message.value)
    else waiting.get(message.id)?.reject(new Error(message.message))
    waiting.delete(message.id)
  })
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the host is gone'))
  })
  return (call: HostCall, signal?: AbortSignal): Promise<unknown> => {
    lastId += 1
    const id = lastId
    const tell = (message: ToHost) => child.send(message)
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      tell({ kind: 'call', id, call, isAborted: signal?.aborted === true })
      signal?.addEventListener('abort', () => tell({ kind: 'abort', id }), { once: true })
    })
  }
}

/** Builds a small Electron app around the real adapters and starts it. Stop it when done. */
export async function startElectronHost(options: HostOptions = {}): Promise<ElectronHost> {
  const folder = await mkdtemp(join(tmpdir(), 'adapter-host-'))
  await buildApp(folder)
  const { executable, switches } = resolveElectron()
  const store = options.passwordStore ?? 'gnome-libsecret'
  const [command, ...before] = [...(options.runBy ?? []), executable]
  const child = spawn(
    command ?? executable,
    [
      ...before,
      ...switches,
      ...(options.switches ?? []),
      `--password-store=${store}`,
      ...(process.platform === 'linux' ? ['--ozone-platform=x11'] : []),
      `--user-data-dir=${join(folder, 'data')}`,
      folder,
    ],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {
        ...process.env,
        ...(options.usePlainText === true ? { HOST_USES_PLAIN_TEXT: '1' } : {}),
        ...options.env,
      },
    },
  )
  const exited = once(child, 'exit')
  const isReady = await Promise.race([
    once(child, 'message').then(() => true),
    exited.then(() => false),
  ])
  if (!isReady) throw new Error('Electron ended before it was ready')
  const call = createCaller(child)
  if (options.trusts !== undefined) {
    const password = 'trust'
    const file = join(folder, 'authorities.p12')
    const certificates = options.trusts.map(({ certificate }) => certificate)
    // Electron takes the first for a user's own certificate and trusts those after it.
    await writeFile(
      file,
      inPkcs12([createAuthority('Nobody').certificate, ...certificates], password),
    )
    await call({ name: 'trust', file, password })
  }
  const asksAgain = z.boolean().parse(await call({ name: 'asksAgain' }))
  const base64 = (value: Uint8Array) => Buffer.from(value).toString('base64')

  return {
    keyStore: {
      asksAgain,
      strength: async () =>
        z.enum(['strong', 'weak', 'none', 'late']).parse(await call({ name: 'strength' })),
      wrap: async (plain) => decoded.parse(await call({ name: 'wrap', plain: base64(plain) })),
      unwrap: async (wrapped) =>
        unwrapped.parse(await call({ name: 'unwrap', wrapped: base64(wrapped) })),
    },
    clipboard: {
      writeText: async (text) => {
        await call({ name: 'writeText', text })
      },
      writeSecret: async (text) => {
        await call({ name: 'writeSecret', text })
      },
      readText: async () => z.string().parse(await call({ name: 'readText' })),
      clear: async () => {
        await call({ name: 'clear' })
      },
    },
    reader: {
      read: async (text) => {
        try {
          return (await call({ name: 'readReceived', text })) as Import
        } catch (cause) {
          const isStopped = cause instanceof Error && cause.message === 'reading-stopped'
          throw isStopped ? new Failure({ code: 'reading-stopped' }) : cause
        }
      },
      stop: () => {
        void call({ name: 'stopReading' })
      },
    },
    signer: {
      signJwt: async (jwt, key) => (await call({ name: 'signJwt', jwt, key })) as Signature,
    },
    verifier: {
      verify: async (jws, key, algorithm) =>
        verdict.parse(await call({ name: 'verify', jws, key: { ...key }, algorithm })),
    },
    http: (limits) => ({
      send: async (request, signal) =>
        httpResult.parse(
          await call(
            { name: 'send', request, ...(limits === undefined ? {} : { limits }) },
            signal,
          ),
        ),
    }),
    loadPage: async (url) => {
      await call({ name: 'loadPage', url })
    },
    networkChanges: async () => z.number().parse(await call({ name: 'networkChanges' })),
    pid: child.pid ?? 0,
    version: async () => z.string().parse(await call({ name: 'version' })),
    async stop() {
      child.disconnect()
      await exited
      await rm(folder, { recursive: true, force: true })
    },
  }
}
