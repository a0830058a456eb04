import type { ImportCandidate } from '../../shared/import.ts'
import { percentDecoded, percentEncoded } from './request/encoded-text.ts'
import { leaveOut } from './request/pasted-request.ts'

/** Shorter secrets match unrelated text by chance. */
const shortest = 8

/** Maximum number of parts that are named. */
const maxNamed = 200

/** Returns letters and digits alone: names are shown without other characters. */
const bareOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

function formsOf(secret: string): readonly string[] {
  const forms = [bareOf(secret), bareOf(percentEncoded(secret))]
  return forms.filter((form) => form.length >= shortest)
}

/**
 * Removes the texts of a candidate that show one of its secrets: documentation and people repeat a
 * secret in an address, a header or a name. The user is asked for a removed part, or it is named:
 * a long secret may also contain a word such as the scope by chance. The client ID and the user
 * name stay, even if a password is the same word.
 */
export function withoutEcho(
  candidate: ImportCandidate,
  secrets: readonly string[],
): ImportCandidate {
  const telling = secrets.filter((secret) => secret.length >= shortest).flatMap(formsOf)
  const shows = (text: string) => {
    const readings = [bareOf(text), bareOf(percentDecoded(text))]
    return readings.some((bare) =>
      telling.some(
        (secret) => bare.includes(secret) || (bare.length >= shortest && secret.includes(bare)),
      ),
    )
  }
  const plain = <Part extends object>(part: Part): Part =>
    Object.fromEntries(
      Object.entries(part).filter(([, value]) => typeof value !== 'string' || !shows(value)),
    ) as Part
  const { title, settings, given, leftOut } = candidate
  const { about, server, grant, request } = settings
  const isPlain = (extra: {
    readonly secret: boolean
    readonly value?: string
    readonly name: string
  }) => !shows(extra.name) && (extra.value === undefined || !shows(extra.value))
  const { refreshEndpoint } = server
  const { scope, audience, resource, extraParameters, extraHeaders } = request
  const dropped = [
    ...Object.entries({ 'refresh URL': refreshEndpoint, scope, audience, resource })
      .filter(([, value]) => value !== undefined && shows(value))
      .map(([field]) => field),
    ...[...extraParameters, ...extraHeaders]
      .filter((extra) => !isPlain(extra))
      .map(({ name }) => name),
  ].map((name) => leaveOut(name, 'repeats-secret'))
  const isRepeatedInField = 'userNameField' in grant && shows(grant.userNameField)
  return {
    ...candidate,
    title: shows(title) ? '' : title,
    // One of these has the name of an extra value in it.
    given: given.filter((name) => !name.includes(':') || !shows(name)),
    leftOut: [...dropped, ...leftOut]
      .slice(0, maxNamed)
      .map(({ what, why }) => ({ what: shows(what) ? '…' : what, why })),
    settings: {
      ...settings,
      about: { ...plain(about), presetId: about.presetId },
      server: plain(server),
      grant: isRepeatedInField ? { ...grant, userNameField: 'username' } : grant,
      request: {
        ...plain(request),
        extraParameters: extraParameters.filter(isPlain),
        extraHeaders: extraHeaders.filter(isPlain),
      },
    },
  }
}
