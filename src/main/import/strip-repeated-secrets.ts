import type { ImportCandidate } from '../../shared/import.ts'
import { percentDecoded, percentEncoded } from './request/encoded-text.ts'
import { leaveOut } from './request/pasted-request.ts'

/** A shorter secret stands in other words by chance. */
const shortest = 8

/** As many parts are named as a person reads. */
const maxNamed = 200

/** Letters and digits alone: names are shown without the signs that can't be in one. */
const bareOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

function formsOf(secret: string): readonly string[] {
  const forms = [bareOf(secret), bareOf(percentEncoded(secret))]
  return forms.filter((form) => form.length >= shortest)
}

/**
 * Takes out of a candidate what shows a secret of the same text: papers and people repeat
 * one where it does not belong, in an address, in a header, in a name. A part that goes in this way
 * is asked of the user, or named: a long secret may also hold a word such as the scope by chance. The client ID and the user name stay: they are
 * what they are, even if somebody chose the same word as a password.
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
  const plain = (text: string) => (shows(text) ? '' : text)
  const { title, settings, given, leftOut } = candidate
  const isPlain = (extra: {
    readonly secret: boolean
    readonly value?: string
    readonly name: string
  }) => !shows(extra.name) && (extra.value === undefined || !shows(extra.value))
  const extras = [...settings.extraParameters, ...settings.extraHeaders]
  const dropped = [
    ...(['refreshEndpoint', 'scope', 'audience', 'resource'] as const)
      .filter((field) => shows(settings[field]))
      .map((field) => (field === 'refreshEndpoint' ? 'refresh URL' : field)),
    ...extras.filter((extra) => !isPlain(extra)).map(({ name }) => name),
  ].map((name) => leaveOut(name, 'repeats-secret'))
  return {
    ...candidate,
    title: plain(title),
    // One of these has the name of an extra value in it.
    given: given.filter((name) => !name.includes(':') || !shows(name)),
    leftOut: [...dropped, ...leftOut]
      .slice(0, maxNamed)
      .map(({ what, why }) => ({ what: shows(what) ? '…' : what, why })),
    settings: {
      ...settings,
      name: plain(settings.name),
      tokenEndpoint: plain(settings.tokenEndpoint),
      refreshEndpoint: plain(settings.refreshEndpoint),
      userNameField: plain(settings.userNameField) || 'username',
      scope: plain(settings.scope),
      audience: plain(settings.audience),
      resource: plain(settings.resource),
      apiAddress: plain(settings.apiAddress),
      extraParameters: settings.extraParameters.filter(isPlain),
      extraHeaders: settings.extraHeaders.filter(isPlain),
    },
  }
}
