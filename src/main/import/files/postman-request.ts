import { z } from 'zod'
import type { LeftOut } from '../../../shared/import.ts'
import { leaveOut, type Pair, type PastedRequest } from '../pasted-request.ts'
import { readBody } from '../request-body.ts'

/** Format 2.1 has a list of names and values, format 2.0 an object. */
const attributes = z.union([
  z.array(z.object({ key: z.string(), value: z.unknown() })).max(500),
  z.record(z.string(), z.unknown()),
])
type Attributes = z.infer<typeof attributes>

export const postmanAuth = z.object({
  type: z.string(),
  oauth2: attributes.optional().catch(undefined),
  basic: attributes.optional().catch(undefined),
})
export type PostmanAuth = z.infer<typeof postmanAuth>

/** The attributes by their names, whatever the format. */
export function attributesOf(given: Attributes | undefined): ReadonlyMap<string, unknown> {
  if (given === undefined) return new Map()
  if (Array.isArray(given)) return new Map(given.map(({ key, value }) => [key, value]))
  return new Map(Object.entries(given))
}

/** A value as a text. Objects and lists are none: making one of them may fail. */
export const plainText = (value: unknown): string =>
  typeof value === 'object' ? '' : `${value ?? ''}`

const field = z.object({
  key: z.string(),
  value: z.string().nullish(),
  disabled: z.boolean().optional(),
  type: z.string().optional(),
})
const fields = z.array(field).max(1000).catch([])

const request = z.object({
  method: z.string().optional().catch(undefined),
  auth: z.unknown().optional(),
  url: z
    .union([z.string(), z.object({ raw: z.string().optional() }).transform(({ raw }) => raw ?? '')])
    .optional()
    .catch(undefined),
  header: fields.optional(),
  body: z
    .object({
      mode: z.string().optional(),
      raw: z.string().optional(),
      urlencoded: fields.optional(),
      formdata: fields.optional(),
    })
    .nullish()
    .catch(undefined),
})

type Fill = (text: string) => string

function pairsOf(given: z.infer<typeof fields> | undefined, fill: Fill): readonly Pair[] {
  return (given ?? [])
    .filter(({ disabled, type }) => disabled !== true && type !== 'file')
    .map(({ key, value }) => [fill(key), fill(value ?? '')])
}

/** A request of a collection, with the sign-in that it brings along; `undefined` if it is none. */
export function requestOf(
  title: string,
  given: unknown,
  inherited: unknown,
  fill: Fill,
): { readonly request: PastedRequest; readonly auth: unknown } | undefined {
  const parsed = request.safeParse(given)
  if (!parsed.success) return undefined
  const { method = 'GET', url = '', header, body, auth } = parsed.data
  const basic = postmanAuth.safeParse(auth ?? inherited).data
  const user = basic?.type === 'basic' ? attributesOf(basic.basic) : undefined
  const text = (name: string) => fill(plainText(user?.get(name)))
  const headers = pairsOf(header, fill)
  const contentType = headers.find(([name]) => /^content-type$/i.test(name))?.[1] ?? ''
  const raw = readBody(fill(body?.mode === 'raw' ? (body.raw ?? '') : ''), contentType)
  const leftOut: LeftOut[] =
    body?.mode === 'formdata' ? [leaveOut('form-data', 'sent-as-form')] : []
  const form =
    body?.mode === 'urlencoded'
      ? pairsOf(body.urlencoded, fill)
      : body?.mode === 'formdata'
        ? pairsOf(body.formdata, fill)
        : []
  return {
    auth,
    request: {
      title,
      method: method.toUpperCase(),
      url: fill(url),
      headers,
      user: user === undefined ? null : `${text('username')}:${text('password')}`,
      query: [],
      body: [...form, ...raw.body],
      bodyFormat: raw.bodyFormat,
      hasPlus: raw.hasPlus,
      leftOut: [...leftOut, ...raw.leftOut],
    },
  }
}
