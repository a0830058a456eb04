import { describe, expect, it, vi } from 'vitest'
import { createMainWords } from '../../../src/main/i18n/i18n.ts'
import { type TrayContent, trayMenu } from '../../../src/main/tray/menu.ts'
import type { ProfileState } from '../../../src/shared/profile-state.ts'
import { idOf, minute, noon } from '../../support/profiles/views.ts'

const t = createMainWords('en').t

function makeMenu(content: TrayContent) {
  const actions = {
    copy: vi.fn(),
    openProfile: vi.fn(),
    open: vi.fn(),
    lock: vi.fn(),
    quit: vi.fn(),
  }
  const lines = trayMenu(t, content, actions, noon).filter((line) => line.kind === 'line')
  const click = (label: string) => lines.find((line) => line.label === label)?.click?.()
  return { actions, click, labels: lines.map(({ label }) => label) }
}

const row = (state: ProfileState, endsAt: number | null, name = 'Billing') => ({
  id: idOf(1),
  name,
  state,
  endsAt,
})
const of = (...rows: ReturnType<typeof row>[]): TrayContent => ({
  kind: 'profiles',
  rows,
  count: rows.length,
  canLock: true,
})

describe('the menu of the tray', () => {
  it.each<[ProfileState, number | null, string]>([
    ['valid', noon + 58.9 * minute, 'Billing  –  58 min left'],
    ['expiring-soon', noon + 0.5 * minute, 'Billing  –  less than 1 min left'],
    ['valid', noon + 125 * minute, 'Billing  –  2 h 5 min left'],
    ['valid', noon + 49 * 60 * minute, 'Billing  –  2 days left'],
    ['valid', null, 'Billing  –  no expiry given'],
    ['expired', noon - 1, 'Billing  –  expired'],
    ['needs-sign-in', noon, 'Billing  –  sign in again'],
    ['waiting-for-network', noon - 1, 'Billing  –  waiting for the network'],
    ['failed', null, 'Billing  –  the last request failed'],
    ['no-token', null, 'Billing  –  no token yet'],
  ])('says of a profile that is %s until %s: %s', (state, endsAt, label) => {
    expect(makeMenu(of(row(state, endsAt))).labels).toContain(label)
  })

  it.each([
    ['invoice\u202efdp', '\u2068invoicefdp\u2069  –  no token yet'],
    ['תל אביב', '\u2068תל אביב\u2069  –  no token yet'],
    ['out\u2069 of it\u2067', '\u2068out of it\u2069  –  no token yet'],
    [`\u2067${'א'.repeat(60)}`, `\u2068${'א'.repeat(38)}…\u2069  –  no token yet`],
  ])('isolates a name that would change the order of its words: %j', (name, label) => {
    expect(makeMenu(of(row('no-token', null, name))).labels).toContain(label)
  })

  it('copies at a click on a token, and opens a profile that needs the user', () => {
    const live = makeMenu(of(row('valid', null)))
    live.click('Billing  –  no expiry given')
    expect(live.actions.copy).toHaveBeenCalledWith(idOf(1))
    const waiting = makeMenu(of(row('waiting-for-network', noon - 1)))
    waiting.click('Billing  –  waiting for the network')
    expect(waiting.actions.copy).toHaveBeenCalledWith(idOf(1))
    const stuck = makeMenu(of(row('needs-sign-in', null)))
    stuck.click('Billing  –  sign in again')
    expect(stuck.actions.openProfile).toHaveBeenCalledWith(idOf(1))
    expect(stuck.actions.copy).not.toHaveBeenCalled()
  })

  it('of a locked app says that it is locked, and no name', () => {
    const { labels, click, actions } = makeMenu({ kind: 'locked' })
    expect(labels).toEqual(['Token Desk is locked – Open', 'Quit'])
    click('Token Desk is locked – Open')
    expect(actions.open).toHaveBeenCalledOnce()
  })

  it('offers to lock only where something would open it again', () => {
    expect(makeMenu({ ...of(), canLock: false } as TrayContent).labels).toEqual([
      'No profiles yet',
      'Open Token Desk',
      'Quit',
    ])
    expect(makeMenu(of()).labels).toContain('Lock now')
  })

  it('leads to those that have no line in it', () => {
    const { labels, click, actions } = makeMenu({
      kind: 'profiles',
      rows: [row('valid', null)],
      count: 40,
      canLock: true,
    })
    expect(labels).toContain('Show all…')
    click('Show all…')
    expect(actions.open).toHaveBeenCalledOnce()
  })

  it('cuts a name that would make it as wide as the screen, between letters', () => {
    const { labels } = makeMenu(of(row('valid', null, '🚀'.repeat(50))))
    expect(labels).toContain(`${'🚀'.repeat(39)}…  –  no expiry given`)
  })
})
