import { z } from 'zod'
import { from4To5 } from './migration-4-to-5.ts'

/** The contents of a record once opened and before they are checked. */
export interface RecordContents {
  readonly open: unknown
  readonly secrets: unknown
  readonly token: unknown
}

/** Turns the contents of one format into those of the next; pure. */
export type Migration = (contents: RecordContents) => RecordContents

export const recordFormat = 5

const object = z.record(z.string(), z.unknown())

const openIn1 = z.looseObject({
  settings: z.looseObject({ extraParameters: z.array(z.looseObject({ name: z.string() })) }),
  activity: z.array(z.looseObject({ outcome: z.looseObject({ kind: z.string() }) })),
})
const secretsIn1 = z.looseObject({ secrets: object })

/** Format 1 sent every extra parameter with every request. */
const secretIn2 = (name: string) =>
  name.startsWith('parameter:') ? name.replace('parameter:', 'parameter:always:') : name

function secretsFrom1(contents: unknown): unknown {
  if (contents === undefined) return undefined
  const sealed = secretsIn1.parse(contents)
  const renamed = Object.entries(sealed.secrets).map(([name, value]) => [secretIn2(name), value])
  return { ...sealed, secrets: Object.fromEntries(renamed) }
}

function openFrom1(contents: unknown): unknown {
  const open = openIn1.parse(contents)
  const extraParameters = open.settings.extraParameters.map((extra) => ({
    ...extra,
    sentWith: 'always',
  }))
  const activity = open.activity.map((entry) =>
    entry.outcome.kind === 'server-trouble'
      ? { ...entry, outcome: { ...entry.outcome, retryAfterSeconds: null } }
      : entry,
  )
  return {
    ...open,
    lostAnswers: 0,
    activity,
    settings: {
      ...open.settings,
      refreshEndpoint: '',
      bodyFormat: 'form',
      audience: '',
      resource: '',
      extraParameters,
      extraHeaders: [],
    },
  }
}

function tokenFrom1(token: unknown): unknown {
  const found = object.safeParse(token)
  return found.success ? { ...found.data, clockOffset: null } : token
}

/**
 * Format 2 adds the body format, audience, resource, the refresh endpoint, extra headers, when
 * each extra value is sent, lost responses, the offset of the server's clock, and the server's
 * `Retry-After`.
 */
const from1To2: Migration = ({ open, secrets, token }) => ({
  open: openFrom1(open),
  secrets: secretsFrom1(secrets),
  token: tokenFrom1(token),
})

const openIn2 = z.looseObject({
  settings: z.looseObject({}),
  activity: z.array(
    z.looseObject({ at: z.number(), outcome: z.looseObject({ kind: z.string() }), by: z.string() }),
  ),
})

/**
 * Format 3 adds the folder, the tag, the API address, and when the profile was last used. Format 2
 * only shows when the user last got a token.
 */
const from2To3: Migration = ({ open, ...rest }) => {
  const { settings, activity, ...others } = openIn2.parse(open)
  const used = activity.find(({ by, outcome }) => by === 'user' && outcome.kind === 'obtained')
  return {
    ...rest,
    open: {
      ...others,
      settings: { ...settings, group: '', tag: null, apiAddress: '' },
      lastUsed: used?.at ?? null,
      activity,
    },
  }
}

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
const from3To4: Migration = ({ open, ...rest }) => {
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

/** Keyed by the format that each starts from: `1` leads from 1 to 2. */
export const recordMigrations: ReadonlyMap<number, Migration> = new Map([
  [1, from1To2],
  [2, from2To3],
  [3, from3To4],
  [4, from4To5],
])

/** Brings contents from one format to another. Throws if a step is missing. */
export function migrate(
  contents: RecordContents,
  from: number,
  to: number,
  migrations: ReadonlyMap<number, Migration>,
): RecordContents {
  let result = contents
  for (let format = from; format < to; format += 1) {
    const step = migrations.get(format)
    if (step === undefined) throw new Error(`no migration starts from format ${format}`)
    result = step(result)
  }
  return result
}
