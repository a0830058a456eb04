import { z } from 'zod'
import type { Details } from '../details.ts'
import { detailsOfRequest } from '../details-of-request.ts'
import { authOf, detailsOfAuth, type PostmanAuth } from './postman-auth.ts'
import { asksForToken, requestOf } from './postman-request.ts'
import { createFill, membersOf, namedEntries, scalarText } from './postman-values.ts'

/** The export format of a Postman collection, 2.0 or 2.1. */
export const postmanCollection = z.object({
  info: z.object({ name: z.string().catch(''), schema: z.unknown().optional() }),
  item: z.array(z.unknown()),
  auth: z.unknown().optional(),
  variable: z.unknown().optional(),
  event: z.unknown().optional(),
})
type PostmanCollection = z.infer<typeof postmanCollection>

/** Maximum depth of folders, and number of requests in all. */
const maxDepth = 32
const maxItems = 20_000

/**
 * Returns the OAuth 2.0 settings of a collection, of its folders and requests, and the token
 * requests.
 */
export function detailsOfCollection(collection: PostmanCollection): readonly Details[] {
  const fill = createFill(
    new Map(
      namedEntries(collection.variable).map(({ name, value }) => [name, scalarText(value) ?? '']),
    ),
  )
  const found: Details[] = []
  let count = 0

  /** Returns the sign-in that applies here: its own, or else the inherited one. */
  function signIn(
    title: string,
    given: unknown,
    inherited: PostmanAuth | undefined,
  ): PostmanAuth | undefined {
    const own = authOf(given)
    if (own === undefined) return inherited
    const details = detailsOfAuth(title, own, fill)
    if (details !== undefined) found.push(details)
    return own
  }

  function walk(
    entries: readonly unknown[],
    inherited: PostmanAuth | undefined,
    depth: number,
  ): void {
    for (const entry of entries) {
      count += 1
      const item = membersOf(entry)
      if (item === undefined || depth > maxDepth || count > maxItems) continue
      const title = fill(scalarText(item['name']) ?? '')
      const outer = signIn(title, item['auth'], inherited)
      if (Array.isArray(item['item'])) walk(item['item'], outer, depth + 1)
      const request = item['request']
      const inner = signIn(title, membersOf(request)?.['auth'], outer)
      const read = requestOf(title, request, inner, fill)
      if (read !== undefined && asksForToken(read)) found.push(detailsOfRequest(read))
    }
  }

  const { name } = collection.info
  walk(collection.item, signIn(name, collection.auth, undefined), 0)
  const seen = new Set<string>()
  return found.filter((details) => {
    const key = JSON.stringify({ ...details, title: '', name: '', leftOut: [] })
    return seen.size < seen.add(key).size
  })
}

/** Returns true if a script of the collection, of a folder or of a request fetches a token itself. */
export function hasTokenScript(collection: PostmanCollection): boolean {
  const waiting: unknown[] = [collection]
  for (let count = 0; count < maxItems && waiting.length > 0; count += 1) {
    const item = membersOf(waiting.pop())
    if (item === undefined) continue
    if (eventsOf(item['event']).some(fetchesToken)) return true
    if (Array.isArray(item['item'])) {
      for (const inner of item['item'].slice(0, maxItems)) waiting.push(inner)
    }
  }
  return false
}

const eventsOf = (events: unknown): readonly unknown[] => (Array.isArray(events) ? events : [])

function fetchesToken(event: unknown): boolean {
  const lines = membersOf(membersOf(event)?.['script'])?.['exec']
  const all = Array.isArray(lines) ? lines : [lines]
  const has = (pattern: RegExp) =>
    all.some((line) => typeof line === 'string' && pattern.test(line))
  return has(/\bsendRequest\s*\(/) && has(/grant_type|access_token|\boauth/i)
}
