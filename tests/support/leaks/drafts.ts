import {
  type AuthenticationMethod,
  authenticationMethods,
} from '../../../src/shared/client-authentication/facts.ts'
import { type GrantKind, grantKinds, grants } from '../../../src/shared/grants/facts.ts'
import type { ProfileDraft } from '../../../src/shared/profile.ts'
import { makeSettings } from '../profiles/settings.ts'
import type { Canaries } from './canaries.ts'

interface Wishes {
  readonly name: string
  readonly tokenEndpoint: string
  readonly grantType?: GrantKind
  readonly clientAuthentication?: AuthenticationMethod
  /** Which of the passwords it has. */
  readonly turn?: number
}

/** A profile with every kind of secret that there is. */
export function draftWithSecrets(canaries: Canaries, wishes: Wishes): ProfileDraft {
  const { name, tokenEndpoint, turn = 0 } = wishes
  const { grantType = 'password', clientAuthentication = 'basic' } = wishes
  const passwords = [
    canaries.password,
    canaries.awkwardPassword,
    canaries.unicodePassword,
    canaries.shortPassword,
    canaries.longPassword,
  ]
  const clientSecret = {
    basic: canaries.clientSecret,
    body: canaries.jsonClientSecret,
    query: canaries.queryClientSecret,
    none: undefined,
  }[clientAuthentication]
  const extras = [
    { secret: true, name: 'x-always', sentWith: 'always' },
    { secret: true, name: 'x-obtaining', sentWith: 'obtaining' },
    { secret: true, name: 'x-refreshing', sentWith: 'refreshing' },
  ] as const
  return {
    settings: makeSettings({
      name,
      tokenEndpoint,
      grantType,
      clientAuthentication,
      basicEncoding: turn % 2 === 0 ? 'form' : 'raw',
      bodyFormat: clientAuthentication === 'body' ? 'json' : 'form',
      clientId: 'client',
      userName: 'ada',
      scope: 'read',
      extraParameters: [...extras],
      extraHeaders: [...extras],
      keepFresh: false,
    }),
    secrets: {
      ...(clientSecret === undefined ? {} : { clientSecret: clientSecret.text }),
      ...(grantType === 'password'
        ? { password: passwords[turn % passwords.length]?.text ?? '' }
        : {}),
      ...(grantType === 'refreshToken' ? { refreshToken: canaries.refreshToken.text } : {}),
      'parameter:always:x-always': canaries.parameter.text,
      'parameter:obtaining:x-obtaining': canaries.obtainParameter.text,
      'parameter:refreshing:x-refreshing': canaries.refreshParameter.text,
      'header:always:x-always': canaries.header.text,
      'header:obtaining:x-obtaining': canaries.obtainHeader.text,
      'header:refreshing:x-refreshing': canaries.refreshHeader.text,
    },
  }
}

/** Every grant that needs no person, with every way to authenticate the client. */
export function everyCombination(canaries: Canaries, tokenEndpoint: string): ProfileDraft[] {
  const alone = grantKinds.filter((kind) => grants[kind].renewal !== 'needs-person')
  const pairs = alone.flatMap((grantType) =>
    authenticationMethods.map((clientAuthentication) => ({ grantType, clientAuthentication })),
  )
  return pairs.map(({ grantType, clientAuthentication }, turn) =>
    draftWithSecrets(canaries, {
      name: `${grantType} by ${clientAuthentication}`,
      tokenEndpoint,
      grantType,
      clientAuthentication,
      turn,
    }),
  )
}
