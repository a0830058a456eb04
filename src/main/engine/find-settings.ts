import type { FindResult, NoMetadataReason, TriedAddress } from '../../shared/server-metadata.ts'
import { type Candidate, candidatesFor, maxCandidates } from '../oauth/discovery/candidates.ts'
import { readMetadata } from '../oauth/discovery/read-metadata.ts'
import type { Http, HttpResult } from './ports.ts'

/** Finds the settings that a server publishes. It knows no profiles and keeps nothing. */
export interface SettingsFinder {
  /**
   * Looks for the settings of the server that a person typed, with at most twelve requests, one
   * after the other. A redirect is followed on the same host alone. A search under way ends as
   * `cancelled`.
   */
  find(typed: string): Promise<FindResult>
  cancel(): void
}

const withoutQuery = (address: string) => address.split(/[?#]/)[0] ?? ''

/** An address without a document, and where it redirects to. */
interface NoDocument {
  readonly tried: TriedAddress
  readonly location: string | null
}

type Attempt =
  | { readonly kind: 'end'; readonly result: FindResult }
  | ({ readonly kind: 'next' } & NoDocument)

const end = (result: FindResult): Attempt => ({ kind: 'end', result })

function reasonOfStatus(status: number): NoMetadataReason {
  if (status === 404 || status === 410) return 'not-there'
  return status >= 500 || status === 429 ? 'server-trouble' : 'refused'
}

function readAnswer(result: HttpResult, candidate: Candidate): Attempt {
  const address = withoutQuery(candidate.address)
  const next = (
    reason: NoMetadataReason,
    status: number,
    location: string | null = null,
  ): Attempt => ({ kind: 'next', tried: { address, reason, status }, location })
  const { host } = new URL(candidate.address)
  switch (result.kind) {
    case 'answer': {
      const { status, headers, body } = result
      if (status !== 200) return next(reasonOfStatus(status), status)
      const contentType = headers['content-type'] ?? ''
      const reading = readMetadata({ contentType, body }, candidate)
      if (reading.kind === 'no-metadata') return next(reading.reason, status)
      if (reading.kind === 'issuer-mismatch') return end(reading)
      return end({ ...reading, warnings: [...reading.warnings] })
    }
    case 'too-large':
      return next('too-large', result.status)
    case 'moved':
      return next('moved', result.status, result.location)
    // All candidates have the same host, so that no other one would be reached.
    case 'unreachable':
      return end({ kind: 'unreachable', host, reason: result.reason })
    case 'certificate-not-trusted':
      return end({ kind: 'certificate-not-trusted', host, problem: result.problem })
    case 'cancelled':
      return end({ kind: 'cancelled' })
  }
}

/**
 * Returns true for a redirect within a server, such as to a slash at the end.
 * SECURITY: at any other place the document says nothing about the server that was typed.
 */
function isOnSameOrigin(location: string | null, address: string): location is string {
  return location !== null && new URL(location).origin === new URL(address).origin
}

export function createSettingsFinder(http: Http): SettingsFinder {
  let current: AbortController | null = null

  async function search(candidates: readonly Candidate[], signal: AbortSignal) {
    const without: NoDocument[] = []
    const waiting = [...candidates]
    const asked = new Set<string>()
    for (const candidate of waiting) {
      if (asked.has(candidate.address)) continue
      if (signal.aborted) return { kind: 'cancelled' } as const
      if (asked.size === maxCandidates) break
      asked.add(candidate.address)
      const headers = { accept: 'application/json' }
      const request = { method: 'GET', url: candidate.address, headers, body: '' } as const
      const attempt = readAnswer(await http.send(request, signal), candidate)
      if (attempt.kind === 'end') return attempt.result
      without.push(attempt)
      if (isOnSameOrigin(attempt.location, candidate.address)) {
        waiting.splice(waiting.indexOf(candidate) + 1, 0, {
          ...candidate,
          address: attempt.location,
        })
      }
    }
    return notFound(without)
  }

  return {
    find: async (typed) => {
      current?.abort()
      const own = new AbortController()
      current = own
      const choice = candidatesFor(typed)
      if (choice.kind === 'refused') return { kind: 'address-refused', problem: choice.problem }
      const result = await search(choice.candidates, own.signal)
      if (current === own) current = null
      return own.signal.aborted ? { kind: 'cancelled' } : result
    },
    cancel: () => current?.abort(),
  }
}

/** Documents keep their place when they move; other redirects lead to pages where people sign in. */
const isDocumentPlace = (location: string) => location.includes('/.well-known/')

function notFound(without: readonly NoDocument[]): FindResult {
  const tried = without.map((each) => each.tried)
  for (const {
    tried: { address, status },
    location,
  } of without) {
    if (location === null || !isDocumentPlace(location)) continue
    return { kind: 'moved', address, status, location }
  }
  return { kind: 'not-found', tried }
}
