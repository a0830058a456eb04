import { assertNever } from '../../shared/assert-never.ts'
import type { Instant } from '../../shared/clock.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Translate } from '../i18n/i18n.ts'
import { leftText } from '../i18n/left.ts'
import type { MenuLine } from './ports.ts'
import type { TrayRow } from './rows.ts'

export interface TrayActions {
  readonly copy: (id: ProfileId) => void
  readonly openProfile: (id: ProfileId) => void
  readonly open: () => void
  readonly lock: () => void
  readonly quit: () => void
}

/** The contents of the menu; a locked app only shows `locked`. */
export type TrayContent =
  | { readonly kind: 'locked' }
  | {
      readonly kind: 'profiles'
      readonly rows: readonly TrayRow[]
      /** Number of all profiles, including those without a row. */
      readonly count: number
      readonly canLock: boolean
    }

const separator: MenuLine = { kind: 'separator' }

/** Characters of a name that leave room for the time beside it. */
const maxNameLength = 40

function shortened(name: string): string {
  const letters = [...name]
  return letters.length <= maxNameLength ? name : `${letters.slice(0, maxNameLength - 1).join('')}…`
}

function textOf(t: Translate, row: TrayRow, now: Instant): string {
  const name = shortened(row.name)
  switch (row.state) {
    case 'valid':
    case 'expiring-soon':
      return row.endsAt === null
        ? t('tray.endUnknown', { name })
        : t('tray.live', { name, left: leftText(t, row.endsAt - now) })
    case 'expired':
      return t('tray.ended', { name })
    case 'needs-sign-in':
      return t('tray.needsSignIn', { name })
    case 'waiting-for-network':
      return t('tray.waitingForNetwork', { name })
    case 'failed':
      return t('tray.failed', { name })
    case 'no-token':
    case 'locked':
      return t('tray.noToken', { name })
    default:
      return assertNever(row.state)
  }
}

const copied: ReadonlySet<TrayRow['state']> = new Set([
  'valid',
  'expiring-soon',
  'expired',
  // The network may be back: copying renews first.
  'waiting-for-network',
])

/** Returns true if a click copies; a profile that needs the user is opened instead. */
function isCopied({ state }: TrayRow): boolean {
  return copied.has(state)
}

/** Returns the lines of the tray's menu. Pure. */
export function trayMenu(
  t: Translate,
  content: TrayContent,
  actions: TrayActions,
  now: Instant,
): readonly MenuLine[] {
  const quit: MenuLine = { kind: 'line', label: t('tray.quit'), click: actions.quit }
  if (content.kind === 'locked') {
    return [{ kind: 'line', label: t('tray.locked'), click: actions.open }, separator, quit]
  }
  const { rows, count, canLock } = content
  const lines: MenuLine[] = [
    { kind: 'line', label: rows.length === 0 ? t('tray.noProfiles') : t('tray.heading') },
    ...rows.map(
      (row): MenuLine => ({
        kind: 'line',
        label: textOf(t, row, now),
        click: () => (isCopied(row) ? actions.copy(row.id) : actions.openProfile(row.id)),
      }),
    ),
  ]
  if (count > rows.length) {
    lines.push({ kind: 'line', label: t('tray.showAll'), click: actions.open })
  }
  lines.push(separator, { kind: 'line', label: t('tray.open'), click: actions.open })
  if (canLock) lines.push({ kind: 'line', label: t('tray.lock'), click: actions.lock })
  return [...lines, quit]
}
