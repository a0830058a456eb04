import { z } from 'zod'
import type { Migration } from './migrations.ts'

const openIn3 = z.looseObject({
  activity: z.array(
    z.looseObject({
      outcome: z.looseObject({ kind: z.string(), reason: z.string().optional() }),
    }),
  ),
})

/** Failures that only occur before there is a connection over which a request could be sent. */
const reasonsBeforeSending: ReadonlySet<unknown> = new Set([
  'name-not-found',
  'connection-refused',
  'offline',
])

/**
 * Format 4 keeps with each attempt whether the request left this computer. In format 3 only the
 * outcome proves that it did not; every other attempt may have reached the server.
 */
export const from3To4: Migration = ({ open, ...rest }) => {
  const { activity, ...others } = openIn3.parse(open)
  const marked = activity.map((entry) => {
    const { kind, reason } = entry.outcome
    const isNeverSent =
      kind === 'certificate-not-trusted' ||
      (kind === 'unreachable' && reasonsBeforeSending.has(reason))
    return isNeverSent ? { ...entry, neverSent: true } : entry
  })
  return { ...rest, open: { ...others, activity: marked } }
}
