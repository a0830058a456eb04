import { z } from 'zod'
import {
  flatGrantType,
  flatSettings,
  kindOfFlat,
  nestedAuthentication,
  nestedSettings,
} from '../../shared/flat-settings.ts'
import type { Migration } from './migrations.ts'

const flatMethod = flatSettings
  .pick({ clientAuthentication: true, basicEncoding: true })
  .extend({ isRefused: z.unknown() })

const openIn4 = z.looseObject({
  settings: flatSettings,
  activity: z.array(z.looseObject({ methods: z.array(flatMethod).optional() })),
})
const tokenIn4 = z.looseObject({ obtainedBy: flatGrantType, fingerprint: z.string() })

/** JSON as fingerprints of format 5 have it: members by their names, absent ones left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  )
}

const text = z.string()
const target = z.strictObject({ audience: text.optional(), resource: text.optional() })
const sentWith = z.strictObject({ sentWith: text })
const extra = z
  .union([z.tuple([text, text], sentWith), z.tuple([text], sentWith)])
  .transform(([name, ...rest]) => {
    const members: readonly (string | z.infer<typeof sentWith>)[] = rest
    const value = members.find((each) => typeof each === 'string')
    const sent = members.find((each) => typeof each === 'object') ?? { sentWith: 'always' }
    return value === undefined
      ? { secret: true, name, ...sent }
      : { secret: false, name, value, ...sent }
  })
const form = z.strictObject({
  refreshEndpoint: text.optional(),
  bodyFormat: text.default('form'),
  extraHeaders: z.array(extra).default([]),
})

/** The three lines of a fingerprint of format 4, each with what it is in format 5. */
const lines: readonly z.ZodType<Readonly<Record<string, unknown>>>[] = [
  z.tuple([text, text]).transform(([tokenEndpoint, clientId]) => ({
    tokenEndpoint,
    ...(clientId !== '' && { clientId }),
  })),
  z
    .union([
      z.tuple([z.literal('password'), text, text, text], target),
      z.tuple([flatGrantType.exclude(['password']), text], target),
    ])
    .transform(([grantType, scope, ...rest]) => {
      const members: readonly (string | z.infer<typeof target>)[] = rest
      const [userNameField, userName] = members.filter((each) => typeof each === 'string')
      const targets = members.find((each) => typeof each === 'object') ?? {}
      const kind = kindOfFlat(grantType)
      return {
        grant: kind === 'password' ? { kind, userNameField, userName } : { kind },
        ...(scope !== '' && { scope }),
        ...targets,
      }
    }),
  z
    .union([
      z.tuple(
        [z.literal('basic'), z.enum(['form', 'raw']), z.array(extra), z.number()],
        z.unknown(),
      ),
      z.tuple([z.enum(['body', 'query', 'none']), z.array(extra), z.number()], z.unknown()),
    ])
    .transform(([method, ...rest]) => {
      const encoding = rest[0] === 'form' || rest[0] === 'raw' ? rest[0] : undefined
      const [extraParameters, secretsRevision, others] =
        encoding === undefined ? rest : rest.slice(1)
      return {
        authentication: { method, encoding },
        extraParameters,
        secretsRevision,
        ...form.parse(others ?? {}),
      }
    }),
]

/**
 * Two fingerprints are the same, whole or in one of their lines, exactly if they were the same
 * before. A line that format 4 can't have written stays as it is: it is like no other.
 */
function fingerprintFrom4(fingerprint: string): string {
  const converted = fingerprint.split('\n').map((line, index) => {
    try {
      return canonical(lines[index]?.parse(JSON.parse(line)))
    } catch {
      return line
    }
  })
  return converted.join('\n')
}

function tokenFrom4(token: unknown): unknown {
  const { data } = tokenIn4.safeParse(token)
  if (data === undefined) return token
  const { obtainedBy, fingerprint, ...rest } = data
  return {
    ...rest,
    obtainedBy: kindOfFlat(obtainedBy),
    fingerprint: fingerprintFrom4(fingerprint),
  }
}

function entryFrom4({ methods, ...entry }: z.infer<typeof openIn4>['activity'][number]): unknown {
  const renamed = entry['what'] === 'other-ways' ? { ...entry, what: 'other-methods' } : entry
  if (methods === undefined) return renamed
  const tried = methods.map(({ isRefused, ...flat }) => ({
    authentication: nestedAuthentication(flat),
    isRefused,
  }))
  return { ...renamed, methods: tried }
}

/**
 * Format 5 keeps settings in parts, with unions for the client's authentication and for the
 * grant, and no member for what is not set. Fingerprints of tokens are converted along. A run
 * through the other authentication methods has another name.
 */
export const from4To5: Migration = ({ open, secrets, token }) => {
  const { settings, activity, ...others } = openIn4.parse(open)
  return {
    open: { ...others, settings: nestedSettings(settings), activity: activity.map(entryFrom4) },
    secrets,
    token: tokenFrom4(token),
  }
}
