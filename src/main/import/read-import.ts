import { type ImportSource, maxCandidates, type NoImportReason } from '../../shared/import.ts'
import type { Preset } from '../../shared/preset.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import { readCommand } from './commands/read-command.ts'
import type { Details } from './details.ts'
import { detailsOfSignIn, joined, pastedAddress } from './details-of-authorization.ts'
import { detailsOfRequest } from './details-of-request.ts'
import { detailsOfIonApi } from './files/ionapi.ts'
import {
  detailsOfCollection,
  hasTokenScript,
  postmanCollection,
} from './files/postman-collection.ts'
import { detailsOfEnvironment, postmanEnvironment } from './files/postman-environment.ts'
import { readShareFile } from './files/share-file.ts'
import type { Import } from './imported.ts'

const nothing = (reason: NoImportReason): Import => ({ kind: 'nothing', reason })

function importOf(
  source: ImportSource,
  details: readonly Details[],
  presets: readonly Preset[],
): Import {
  if (details.length === 0) return nothing('no-token-request')
  const candidates: Candidate[] = []
  for (const each of details) {
    const candidate = candidates.length < maxCandidates ? candidateOf(each, presets) : undefined
    if (candidate !== undefined) candidates.push(candidate)
  }
  return candidates.length === 0 ? nothing('other-grant') : { kind: 'profiles', source, candidates }
}

/** Typical paths of token endpoints. */
const tokenPath = /token|oauth|auth|connect|login/i

/**
 * Returns true if a request is meant for a token endpoint: it has a client or a grant, or its body
 * is unknown and its address looks like one.
 */
function isForToken({ url, grantType, clientId, clientSecret, authentication, leftOut }: Details) {
  if ((grantType ?? clientId ?? clientSecret ?? authentication) !== undefined) return true
  const isBodyUnknown = leftOut.some(
    ({ what, why }) =>
      ((why === 'reads-file' || why === 'computed') && isBody.test(what)) || what === 'JSON',
  )
  const hasOtherSignIn = leftOut.some(({ why }) => why === 'other-credentials')
  return isBodyUnknown && !hasOtherSignIn && tokenPath.test(url)
}

/** The options that give a request its body. */
const isBody = /^(?:-d|--data|--json|-Body|-InFile)/i

/** Unwraps a response of Postman's own interface, which has the file in a member. */
function unwrapped(content: unknown): unknown {
  const { collection, environment } = content as Readonly<Record<string, unknown>>
  if (postmanCollection.safeParse(collection).success) return collection
  return postmanEnvironment.safeParse(environment).success ? environment : content
}

function readFile(given: unknown, presets: readonly Preset[]): Import {
  const content = unwrapped(given)
  const shared = readShareFile(content, presets)
  if (shared.kind === 'newer') return nothing('newer-share-file')
  if (shared.kind === 'damaged') return nothing('damaged-share-file')
  if (shared.kind === 'profile') {
    return { kind: 'profiles', source: 'share-file', candidates: [shared.candidate] }
  }
  const collection = postmanCollection.safeParse(content)
  if (collection.success) {
    const details = detailsOfCollection(collection.data)
    if (details.length === 0 && hasTokenScript(collection.data)) return nothing('token-in-script')
    return importOf('postman-collection', details, presets)
  }
  const environment = postmanEnvironment.safeParse(content)
  if (environment.success) {
    const details = detailsOfEnvironment(environment.data)
    return importOf('postman-environment', details === undefined ? [] : [details], presets)
  }
  const members = content as Readonly<Record<string, unknown>>
  const details = detailsOfIonApi(members)
  return details === undefined ? nothing('unknown-file') : importOf('ionapi', [details], presets)
}

/**
 * Reads a received text: a command of curl or PowerShell, the address of a sign-in page, a Postman environment or collection, an
 * `.ionapi` file or a share file. Pure; never throws.
 */
export function readImport(text: string, presets: readonly Preset[]): Import {
  const plain = text.replace(/^\ufeff/, '').trim()
  if (plain.startsWith('{')) {
    let content: unknown
    try {
      content = JSON.parse(plain)
    } catch {
      return nothing('damaged-json')
    }
    return readFile(content, presets)
  }
  const address = pastedAddress(plain)
  if (address !== undefined) return importOf('address', [address], presets)
  const command = readCommand(plain)
  if (command.kind === 'nothing') return command
  const signIns = command.requests.flatMap((request) => detailsOfSignIn(request) ?? [])
  const others = command.requests.filter((request) => detailsOfSignIn(request) === undefined)
  const details = others.map(detailsOfRequest).filter(isForToken)
  return importOf(command.source, joined(signIns, details), presets)
}
