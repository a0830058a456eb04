import { describe, expect, it, vi } from 'vitest'
import type { NotificationPort, Shown } from '../../src/main/notifying/ports.ts'
import { createNotifications, nameNotifications } from '../../src/main/platform/notifications.ts'
import { createFakeNotifications } from '../support/background/fake-notifications.ts'
import { createSystemNotifications } from '../support/background/system-notifications.ts'

interface Subject {
  readonly port: NotificationPort
  readonly readable: () => readonly string[]
  readonly setRefusing: (isRefusing: boolean) => void
}

const shownWith = (title: string, over: Partial<Shown> = {}): Shown => ({
  title,
  body: 'body',
  onClick: () => {},
  ...over,
})

function describeNotifications(name: string, create: () => Subject): void {
  describe(`notifications: ${name}`, () => {
    it('shows one, and takes it away again', () => {
      const { port, readable } = create()
      const takeFirst = port.show(shownWith('first'))
      port.show(shownWith('second'))
      expect(readable()).toEqual(['first', 'second'])
      takeFirst()
      takeFirst()
      expect(readable()).toEqual(['second'])
    })

    it('knows that the system refused the last one, until one is shown', () => {
      const { port, readable, setRefusing } = create()
      expect(port.isRefused()).toBe(false)
      setRefusing(true)
      expect(port.isRefused()).toBe(false)
      const take = port.show(shownWith('refused'))
      expect(port.isRefused()).toBe(true)
      expect(readable()).toEqual([])
      take()
      setRefusing(false)
      port.show(shownWith('shown'))
      expect(port.isRefused()).toBe(false)
    })
  })
}

describeNotifications('fake', () => {
  const { port, open, setRefusing } = createFakeNotifications()
  return { port, readable: () => [...open].map(({ title }) => title), setRefusing }
})

const electrons = [
  ['Electron 33', { closeHasReason: false }],
  ['Electron 45', { closeHasReason: true }],
] as const

for (const [name, behaviour] of electrons) {
  describeNotifications(name, () => {
    const { system, readable, setRefusing } = createSystemNotifications(behaviour)
    return { port: createNotifications(system), readable, setRefusing }
  })
}

describe.each(electrons)('notifications of %s', (_, behaviour) => {
  it('lead where they were to lead, once', () => {
    const fake = createSystemNotifications(behaviour)
    const port = createNotifications(fake.system)
    const [onClick, onPress] = [vi.fn(), vi.fn()]
    port.show(shownWith('plain', { onClick }))
    port.show(shownWith('with a button', { button: { label: 'Renew', onPress } }))
    expect(fake.buttonsOf('plain')).toEqual([])
    expect(fake.buttonsOf('with a button')).toEqual(['Renew'])
    fake.click('plain')
    fake.pressButton('with a button')
    expect([onClick.mock.calls.length, onPress.mock.calls.length]).toEqual([1, 1])
  })

  it('that were wiped away are not taken away once more', () => {
    const fake = createSystemNotifications(behaviour)
    const take = createNotifications(fake.system).show(shownWith('wiped'))
    fake.dismiss('wiped')
    take()
    expect(fake.readable()).toEqual([])
  })
})

describe('the sender of notifications', () => {
  const makeSender = () => ({ setAppUserModelId: vi.fn(), setToastActivatorCLSID: vi.fn() })

  it('has the same activator at each start, on Windows', () => {
    const [first, second] = [makeSender(), makeSender()]
    nameNotifications(first, 'win32')
    nameNotifications(second, 'win32')
    const [[id] = []] = first.setToastActivatorCLSID.mock.calls
    expect(id).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/)
    expect(second.setToastActivatorCLSID.mock.calls).toEqual([[id]])
    expect(first.setAppUserModelId).toHaveBeenCalledWith('desk.token.TokenDesk')
  })

  it('does without where Electron has no such call', () => {
    const { setAppUserModelId } = makeSender()
    nameNotifications({ setAppUserModelId }, 'win32')
    expect(setAppUserModelId).toHaveBeenCalledOnce()
  })

  it.each(['linux', 'darwin'] as const)('needs no name on %s', (platform) => {
    const sender = makeSender()
    nameNotifications(sender, platform)
    expect(sender.setAppUserModelId).not.toHaveBeenCalled()
  })
})

describe('notifications of Electron 45 on Windows', () => {
  it('that went to the Action Center can still be taken away, as a lock does', () => {
    const fake = createSystemNotifications({ closeHasReason: true })
    const take = createNotifications(fake.system).show(shownWith('Reports: the token ends soon'))
    fake.timeOut('Reports: the token ends soon')
    expect(fake.readable()).toEqual(['Reports: the token ends soon'])
    take()
    expect(fake.readable()).toEqual([])
  })

  it('still lead where they were to lead from there', () => {
    const fake = createSystemNotifications({ closeHasReason: true })
    const onClick = vi.fn()
    createNotifications(fake.system).show(shownWith('waiting', { onClick }))
    fake.timeOut('waiting')
    fake.click('waiting')
    expect(onClick).toHaveBeenCalledOnce()
  })
})
