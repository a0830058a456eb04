import { z } from 'zod'
import type { Details } from '../details.ts'
import { detailsOfRequest } from '../details-of-request.ts'
import type { Pair } from '../pasted-request.ts'
import { detailsOfAuth } from './postman-auth.ts'
import { type PostmanAuth, plainText, postmanAuth, requestOf } from './postman-request.ts'

const variable = z.object({
  key: z.string().optional(),
  id: z.string().optional(),
  value: z.unknown(),
})

/** As Postman exports a collection, format 2.0 or 2.1. */
export const postmanCollection = z.object({
  info: z.object({ name: z.string(), schema: z.string().optional() }),
  item: z.array(z.unknown()),
  auth: z.unknown().optional(),
  variable: z.array(variable).max(5000).optional().catch(undefined),
})

const item = z.object({
  name: z.string().optional().catch(undefined),
  item: z.array(z.unknown()).optional(),
  auth: z.unknown().optional(),
  request: z.unknown().optional(),
})

/** Folders within folders, and requests in all; more is no collection that somebody works with. */
const deepest = 32
const mostItems = 20_000

/** Puts values in the place of `{{names}}`; a name that nobody set stays. */
function filledIn(text: string, variables: ReadonlyMap<string, string>): string {
  let filled = text
  // A variable may name another; a circle ends.
  for (let round = 0; round < 5 && filled.includes('{{'); round += 1) {
    filled = filled.replace(
      /\{\{([^{}]{1,200})\}\}/g,
      (whole, name: string) => variables.get(name.trim()) ?? whole,
    )
    if (filled.length > 20_000) return text
  }
  return filled
}

/**
 * The OAuth 2.0 settings of a collection, of its folders and of its requests, and the
 * requests that ask for a token themselves; each once.
 */
export function detailsOfCollection(
  collection: z.infer<typeof postmanCollection>,
): readonly Details[] {
  const variables = new Map(
    (collection.variable ?? []).map(({ key, id, value }) => [key ?? id ?? '', plainText(value)]),
  )
  const fill = (text: string) => filledIn(text, variables)
  const found: Details[] = []
  let count = 0

  function addAuth(title: string, auth: unknown): void {
    const parsed: PostmanAuth | undefined = postmanAuth.safeParse(auth).data
    const details = parsed === undefined ? undefined : detailsOfAuth(title, parsed, fill)
    if (details !== undefined) found.push(details)
  }

  function walk(entries: readonly unknown[], inherited: unknown, depth: number): void {
    for (const entry of entries) {
      count += 1
      const parsed = item.safeParse(entry)
      if (!parsed.success || depth > deepest || count > mostItems) continue
      const { name = '', item: inner, auth, request } = parsed.data
      const title = fill(name)
      addAuth(title, auth)
      if (inner !== undefined) walk(inner, auth ?? inherited, depth + 1)
      const read = requestOf(title, request, auth ?? inherited, fill)
      addAuth(title, read?.auth)
      const isForToken =
        read !== undefined && asksForToken([...read.request.body, ...read.request.query])
      if (isForToken) found.push(detailsOfRequest(read.request))
    }
  }

  addAuth(collection.info.name, collection.auth)
  walk(collection.item, collection.auth, 0)
  const seen = new Set<string>()
  return found.filter((details) => {
    const key = JSON.stringify({ ...details, title: '', name: '', leftOut: [] })
    return seen.size < seen.add(key).size
  })
}

const asksForToken = (pairs: readonly Pair[]) => pairs.some(([name]) => name === 'grant_type')
