import { type DesktopBus, inVariant } from './bus.ts'

const watcher = 'org.kde.StatusNotifierWatcher'
const item = 'org.kde.StatusNotifierItem'
const menu = 'com.canonical.dbusmenu'

export interface ReadLine {
  readonly id: number
  readonly label: string
  readonly isEnabled: boolean
}

/** A tray that shows nothing, but reads and clicks as a desktop does. */
export interface FakeTray {
  /** How many icons have come so far. */
  count(): number
  /** The lines of the newest icon's menu, without separators. */
  lines(): Promise<readonly ReadLine[]>
  labels(): Promise<readonly string[]>
  tooltip(): Promise<string>
  /** The pixels of the picture: width and height. */
  picture(): Promise<readonly [number, number]>
  click(label: RegExp): Promise<void>
  /** A click on the icon itself. */
  activate(): Promise<void>
  /** The panel goes away, or comes back. */
  leave(): Promise<void>
  enter(): Promise<void>
  /** The panel stays on the bus, and shows no icons any more. */
  hide(): Promise<void>
}

type Properties = readonly (readonly [string, unknown])[]
type Layout = readonly [number, Properties, readonly unknown[]]

function linesOf(layout: Layout): ReadLine[] {
  const [id, properties, children] = layout
  const known = new Map(properties.map(([name, value]) => [name, inVariant(value)]))
  const label = known.get('label')
  const own =
    typeof label === 'string' && known.get('type') !== 'separator'
      ? [{ id, label, isEnabled: known.get('enabled') !== false }]
      : []
  return [...own, ...children.flatMap((child) => linesOf(inVariant(child) as Layout))]
}

/** Puts a tray on the bus, by the protocol of StatusNotifierItem and dbusmenu. */
export async function startFakeTray(bus: DesktopBus): Promise<FakeTray> {
  const items: string[] = []
  const offered = {
    RegisterStatusNotifierItem: (service: string) => {
      items.push(service)
    },
    IsStatusNotifierHostRegistered: true,
    ProtocolVersion: 0,
  }
  bus.offer(offered, '/StatusNotifierWatcher', {
    name: watcher,
    methods: { RegisterStatusNotifierItem: ['s', ''] },
    properties: { IsStatusNotifierHostRegistered: 'b', ProtocolVersion: 'i' },
  })
  await bus.own(watcher)

  const destination = () => {
    const newest = items.at(-1)
    if (newest === undefined) throw new Error('no icon is in the tray')
    return newest
  }
  async function property(name: string): Promise<unknown> {
    const [value] = await bus.call({
      destination: destination(),
      path: '/StatusNotifierItem',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [item, name],
    })
    return inVariant(value)
  }
  async function menuCall(member: string, signature: string, body: readonly unknown[]) {
    const path = await property('Menu')
    if (typeof path !== 'string') throw new Error('the icon has no menu')
    return bus.call({ destination: destination(), path, interface: menu, member, signature, body })
  }
  async function lines(): Promise<readonly ReadLine[]> {
    const [, layout] = await menuCall('GetLayout', 'iias', [0, -1, []])
    return linesOf(layout as Layout)
  }

  return {
    count: () => items.length,
    lines,
    labels: async () => (await lines()).map(({ label }) => label),
    tooltip: async () => String(((await property('ToolTip')) as readonly unknown[])[2]),
    picture: async () => {
      const [first] = (await property('IconPixmap')) as readonly (readonly [number, number])[]
      return [first?.[0] ?? 0, first?.[1] ?? 0]
    },
    click: async (label) => {
      const line = (await lines()).find((each) => label.test(each.label))
      if (line === undefined) throw new Error(`the menu has no ${label}`)
      await menuCall('Event', 'isvu', [line.id, 'clicked', ['s', ''], 0])
    },
    activate: async () => {
      await bus.call({
        destination: destination(),
        path: '/StatusNotifierItem',
        interface: item,
        member: 'Activate',
        signature: 'ii',
        body: [0, 0],
      })
    },
    leave: () => bus.disown(watcher),
    enter: () => bus.own(watcher),
    hide: async () => {
      offered.IsStatusNotifierHostRegistered = false
      bus.signal('/StatusNotifierWatcher', watcher, 'StatusNotifierHostUnregistered', '', [])
    },
  }
}
