import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import {
  openSessionBus,
  sessionBusAddress,
  socketOf,
} from '../../../src/main/platform/session-bus.ts'
import { watchTrayHost } from '../../../src/main/platform/tray-host.ts'
import { type DesktopBus, startDesktopBus } from '../../support/desktop-bus/bus.ts'
import { startFakeTray } from '../../support/desktop-bus/tray.ts'

test.each([
  ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
  ['unix:path=/run/user/1000/bus,guid=0123', '/run/user/1000/bus'],
  ['unix:abstract=/tmp/dbus-X,guid=0123', '\0/tmp/dbus-X'],
  ['tcp:host=localhost,port=1;unix:path=/tmp/a%20b', '/tmp/a b'],
  ['autolaunch:', undefined],
  ['', undefined],
  ['unix:path=/run/%zz;unix:path=/run/bus', '/run/bus'],
])('the address %j leads to %j', (address, socket) => {
  expect(socketOf(address)).toBe(socket)
})

test('without an address the bus is where a desktop has it', () => {
  expect(sessionBusAddress({ XDG_RUNTIME_DIR: '/run/user/7' })).toBe('unix:path=/run/user/7/bus')
})

describe.runIf(process.platform === 'linux')('on a real bus', () => {
  let bus: DesktopBus
  let stop = () => {}
  beforeEach(async () => {
    bus = await startDesktopBus()
  })
  afterEach(async () => {
    stop()
    await bus.close()
  })

  function watch(): boolean[] {
    const reported: boolean[] = []
    stop = watchTrayHost((isThere) => reported.push(isThere), {
      DBUS_SESSION_BUS_ADDRESS: bus.address,
    })
    return reported
  }

  it('a tray is seen when it is there, when it goes and when it comes back', async () => {
    const reported = watch()
    await expect.poll(() => reported.at(-1)).toBe(false)
    const tray = await startFakeTray(bus)
    await expect.poll(() => reported.at(-1)).toBe(true)
    await tray.leave()
    await expect.poll(() => reported.at(-1)).toBe(false)
    await tray.enter()
    await expect.poll(() => reported.at(-1)).toBe(true)
  })

  it('an existing tray is found, and one without a host counts as none', async () => {
    const tray = await startFakeTray(bus)
    const reported = watch()
    await expect.poll(() => reported.at(-1)).toBe(true)
    await tray.hide()
    await expect.poll(() => reported.at(-1)).toBe(false)
  })

  it.each<[string, string, unknown[]]>([
    ['an array of texts', 'as', [['one', 'two']]],
    ['an empty array', 'ax', [[]]],
    ['pairs of a dictionary', 'a{sv}', [[['key', ['s', 'value']]]]],
    ['arrays in a structure in an array', 'a(sai)', [[['one', [1, -2]]]]],
    ['numbers of every size', 'ynqiutd', [255, -1, 65535, -1, 4294967295, 5, 1.5]],
    ['more than was ever said in a tray', 'ua(sv)as', [7, [['a', ['i', 1]]], ['x'.repeat(5000)]]],
  ])('a signal with %s does not end the watch over the tray', async (_what, types, values) => {
    const reported = watch()
    await expect.poll(() => reported.at(-1)).toBe(false)
    // Of a member that is watched, from a sender that may be anybody.
    const name = 'org.kde.StatusNotifierWatcher'
    bus.signal('/StatusNotifierWatcher', name, 'StatusNotifierHostRegistered', types, values)
    await startFakeTray(bus)
    await expect.poll(() => reported.at(-1)).toBe(true)
  })

  it('an answer with arrays is read', async () => {
    const own = openSessionBus(bus.address, { onSignal: () => {}, onEnd: () => {} })
    stop = own.close
    const [names] = await own.call({
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'ListNames',
      args: [],
    })
    expect(names).toContain('org.freedesktop.DBus')
  })

  it('an answer may be longer than one packet, and a call may fail', async () => {
    const own = openSessionBus(bus.address, { onSignal: () => {}, onEnd: () => {} })
    stop = own.close
    const daemon = {
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
    }
    const name = 'org.example.Long'
    bus.offer({ long: 'x'.repeat(300_000) }, '/long', {
      name,
      methods: {},
      properties: { long: 's' },
    })
    await bus.own(name)
    const get = { ...daemon, interface: 'org.freedesktop.DBus.Properties', member: 'Get' }
    const [long] = await own.call({
      ...get,
      destination: name,
      path: '/long',
      args: [name, 'long'],
    })
    expect(long).toBe('x'.repeat(300_000))
    await expect(own.call({ ...daemon, member: 'NoSuchMethod', args: [] })).rejects.toThrow()
    expect(await own.call({ ...daemon, member: 'NameHasOwner', args: [name] })).toEqual([true])
  })

  it('a bus that goes away has no tray, and leaves no call without an answer', async () => {
    await startFakeTray(bus)
    const reported = watch()
    await expect.poll(() => reported.at(-1)).toBe(true)
    await bus.close()
    await expect.poll(() => reported.at(-1)).toBe(false)
  })
})

test('where there is no bus, there is no tray', async () => {
  const reported: boolean[] = []
  const stop = watchTrayHost((isThere) => reported.push(isThere), {
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus',
  })
  await expect.poll(() => reported).toEqual([false])
  stop()
})

test.each([
  ['a refusal', 'REJECTED EXTERNAL\r\n'],
  ['no D-Bus at all', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
  ['a message without sense', `OK 1234\r\n${'\xff'.repeat(64)}`],
  [
    'a message that says it is gigabytes long',
    `OK 1234\r\nl\x02\0\x01${'\xff\xff\xff\x7f'.repeat(3)}`,
  ],
])('what answers with %s counts as no bus', async (_what, answer) => {
  const server = net.createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.write(Buffer.from(answer, 'latin1')))
  })
  const path = `/tmp/no-bus-${process.pid}-${answer.length}`
  await new Promise<void>((resolve) => server.listen(path, resolve))
  const ends: string[] = []
  const own = openSessionBus(`unix:path=${path}`, {
    onSignal: () => {},
    onEnd: () => ends.push('end'),
  })
  await expect(
    own.call({ destination: 'a.b', path: '/', interface: 'a.b', member: 'C', args: [] }),
  ).rejects.toThrow()
  await expect.poll(() => ends).toEqual(['end'])
  own.close()
  expect(ends).toEqual(['end'])
  server.close()
})
