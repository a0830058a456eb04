import type { ProfileSettings } from '../../shared/profile.ts'

type Shape = Omit<ProfileSettings, 'name' | 'presetId' | 'keepFresh'>

/** Three lines, each canonical JSON: which server and client, which grant, how it is asked. */
function linesOf(settings: Shape, secretsRevision: number): readonly string[] {
  const { grantType, clientAuthentication, extraParameters } = settings
  const user = grantType === 'password' ? [settings.userNameField, settings.userName] : []
  const encoding = clientAuthentication === 'basic' ? [settings.basicEncoding] : []
  const extras = extraParameters.map((extra) =>
    extra.secret ? [extra.name] : [extra.name, extra.value],
  )
  return [
    JSON.stringify([settings.tokenEndpoint, settings.clientId]),
    JSON.stringify([grantType, settings.scope, ...user]),
    JSON.stringify([clientAuthentication, ...encoding, extras, secretsRevision]),
  ]
}

/**
 * A text that is the same for two profiles exactly if they would send the same
 * request. It holds no secret: `secretsRevision` stands for them.
 */
export function fingerprintOf(settings: Shape, secretsRevision: number): string {
  return linesOf(settings, secretsRevision).join('\n')
}

const hasSameLine = (line: 0 | 1, fingerprint: string, settings: Shape) =>
  fingerprint.split('\n')[line] === linesOf(settings, 0)[line]

/**
 * Whether a token with this fingerprint came from the server and the client that the
 * settings name. A refresh token is bound to both (RFC 6749 §10.4) and must never be
 * sent to another server.
 */
export function isFromSameServer(fingerprint: string, settings: Shape): boolean {
  return hasSameLine(0, fingerprint, settings)
}

/** Whether it was granted for the user and the scope that the settings name. */
export function isFromSameGrant(fingerprint: string, settings: Shape): boolean {
  return hasSameLine(0, fingerprint, settings) && hasSameLine(1, fingerprint, settings)
}
