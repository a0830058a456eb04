import { createRequire } from 'node:module'
import { startDaemon } from '../../../build/daemon.mjs'

/** What of `@homebridge/dbus-native` is used; its own types leave most of it out. */
interface NativeBus {
  readonly connection: { end(): void }
  invoke(message: BusMessage, callback: (error: unknown, ...values: unknown[]) => void): void
  exportInterface(object: object, path: string, description: BusInterface): void
  sendSignal(path: string, name: string, member: string, types: string, args: unknown[]): void
  requestName(name: string, flags: number, callback: (error: unknown) => void): void
  releaseName(name: string, callback: (error: unknown) => void): void
}

interface BusMessage {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature?: string
  readonly body?: readonly unknown[]
}

interface BusInterface {
  readonly name: string
  /** Types of the arguments and of the answer, by method. */
  readonly methods: Readonly<Record<string, readonly [string, string]>>
  readonly properties?: Readonly<Record<string, string>>
}

/** A session bus of its own, spoken to by another implementation of the protocol than the app's. */
export interface DesktopBus {
  readonly address: string
  call(message: BusMessage): Promise<readonly unknown[]>
  offer(object: object, path: string, description: BusInterface): void
  signal(path: string, name: string, member: string, types: string, args: unknown[]): void
  own(name: string): Promise<void>
  disown(name: string): Promise<void>
  close(): Promise<void>
}

interface Native {
  createClient(options: { busAddress: string }): NativeBus
}

const native = createRequire(import.meta.url)('@homebridge/dbus-native') as Native

const done = (start: (callback: (error: unknown) => void) => void) =>
  new Promise<void>((resolve, reject) => {
    start((error) => (error ? reject(new Error(JSON.stringify(error))) : resolve()))
  })

/** Starts a bus without any service on it: no tray, no notifications, no key store. */
export async function startDesktopBus(): Promise<DesktopBus> {
  const daemon = await startDaemon(
    'dbus-daemon',
    ['--session', '--nofork', '--nopidfile', '--print-address=3', '--address=unix:tmpdir=/tmp'],
    { env: process.env, announces: true },
  )
  const bus = joinDesktopBus(daemon.announcement)
  return {
    ...bus,
    close: async () => {
      await bus.close()
      await daemon.end()
    },
  }
}

/** Speaks on a bus that is there. */
export function joinDesktopBus(address: string): DesktopBus {
  const bus = native.createClient({ busAddress: address })
  return {
    address,
    call: (message) =>
      new Promise((resolve, reject) => {
        bus.invoke(message, (error, ...values) =>
          error ? reject(new Error(JSON.stringify(error))) : resolve(values),
        )
      }),
    offer: (object, path, description) => bus.exportInterface(object, path, description),
    signal: (path, name, member, types, args) => bus.sendSignal(path, name, member, types, args),
    own: (name) => done((callback) => bus.requestName(name, 0, callback)),
    disown: (name) => done((callback) => bus.releaseName(name, callback)),
    close: async () => {
      bus.connection.end()
    },
  }
}

/** The value within a variant, as the library hands it out: its type beside it. */
export function inVariant(variant: unknown): unknown {
  const [, values] = variant as readonly [unknown, readonly unknown[]]
  return values[0]
}
