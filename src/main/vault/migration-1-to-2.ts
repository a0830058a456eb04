import { z } from 'zod'
import type { Migration } from './migrations.ts'

const object = z.record(z.string(), z.unknown())
const withName = z.looseObject({ name: z.string() })
const openIn1 = z.looseObject({
  settings: z.looseObject({ extraParameters: z.array(withName) }),
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
 * Format 2 adds the body format, audience, resource, the refresh endpoint, extra headers
 * and when each extra value is sent; what is known of lost answers and of the server's
 * clock; and how long a server in trouble asked to wait.
 */
export const from1To2: Migration = ({ open, secrets, token }) => ({
  open: openFrom1(open),
  secrets: secretsFrom1(secrets),
  token: tokenFrom1(token),
})
