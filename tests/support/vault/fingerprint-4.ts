import type { ExtraHeader, ExtraParameter } from '../../../src/shared/extra.ts'
import { grants } from '../../../src/shared/grants/facts.ts'
import type { SettingsOptions } from '../profiles/settings.ts'

type Shape = Pick<
  SettingsOptions,
  | 'tokenEndpoint'
  | 'refreshEndpoint'
  | 'grantType'
  | 'clientAuthentication'
  | 'basicEncoding'
  | 'bodyFormat'
  | 'clientId'
  | 'userName'
  | 'userNameField'
  | 'scope'
  | 'audience'
  | 'resource'
  | 'extraParameters'
  | 'extraHeaders'
>

/**
 * The members that are not at their default, as the last item of a list; nothing if all
 * are. Texts of before a setting existed stay true in this way, once it has a default.
 */
function unlessDefault(members: Readonly<Record<string, unknown>>): readonly object[] {
  const told = Object.entries(members).filter(
    ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return told.length === 0 ? [] : [Object.fromEntries(told)]
}

/** The value of a secret one is left out: the revision of the secrets stands for it. */
function extraOf(extra: ExtraParameter | ExtraHeader): readonly unknown[] {
  const sentWith = extra.sentWith === 'always' ? '' : extra.sentWith
  const value = extra.secret ? [] : [extra.value]
  return [extra.name, ...value, ...unlessDefault({ sentWith })]
}

function formOfRequests({
  tokenEndpoint,
  refreshEndpoint,
  bodyFormat,
  extraHeaders,
}: Shape): readonly object[] {
  return unlessDefault({
    refreshEndpoint: refreshEndpoint === tokenEndpoint ? '' : refreshEndpoint,
    bodyFormat: bodyFormat === 'form' ? '' : bodyFormat,
    extraHeaders: extraHeaders.map((extra) =>
      extraOf({ ...extra, name: extra.name.toLowerCase() }),
    ),
  })
}

/**
 * Three lines, each canonical JSON: which server and client, what is granted, how it is
 * asked. The refresh endpoint is no server of its own here: it is the user's word on
 * where the refresh tokens of this profile are used.
 */
function linesOf(settings: Shape, secretsRevision: number): readonly string[] {
  const { grantType, clientAuthentication, extraParameters, audience, resource } = settings
  const user = grantType === 'password' ? [settings.userNameField, settings.userName] : []
  const target = unlessDefault({ audience, resource })
  const encoding = clientAuthentication === 'basic' ? [settings.basicEncoding] : []
  const extras = extraParameters.map(extraOf)
  const form = formOfRequests(settings)
  return [
    JSON.stringify([settings.tokenEndpoint, settings.clientId]),
    JSON.stringify([grants[grantType].wireName, settings.scope, ...user, ...target]),
    JSON.stringify([clientAuthentication, ...encoding, extras, secretsRevision, ...form]),
  ]
}

/** Returns the fingerprint of settings as record formats 1 to 4 kept it. Frozen. */
export function fingerprintIn4(settings: Shape, secretsRevision: number): string {
  return linesOf(settings, secretsRevision).join('\n')
}
