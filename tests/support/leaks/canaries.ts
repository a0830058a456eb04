import { randomInt } from 'node:crypto'
import { encoded } from '../tokens/make-token.ts'
import type { Secret } from './scan.ts'

/** A secret that occurs nowhere else, whole or in part. */
export interface Canary extends Secret {
  readonly text: string
}

const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
/** Long enough that no part of something else looks like it. */
const partLength = 12

function random(length = partLength): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}

/** Random at both ends, so that a text that was cut off anywhere is still known. */
function canary(name: string, middle = ''): Canary {
  const [start, end] = [random(), random()]
  const text = start + middle + end
  return { name, text, marks: [text, start, end] }
}

function longCanary(name: string, length: number): Canary {
  const text = random(length)
  const parts = text.match(/.{12}/g) ?? []
  return { name, text, marks: [text, ...parts] }
}

/** A readable token: its claims are for everybody to see, its signature makes it a secret. */
function jwtCanary(name: string, claims: object): Canary {
  const signature = encoded(random(32))
  const text = `${encoded('{"alg":"HS256","typ":"JWT"}')}.${encoded(JSON.stringify(claims))}.${signature}`
  return {
    name,
    text,
    marks: [text, signature, signature.slice(0, partLength), signature.slice(-partLength)],
  }
}

const short = random()

/** Those of a run, by where each is planted. */
export function plantCanaries() {
  return {
    clientSecret: canary('client secret'),
    queryClientSecret: canary('client secret for an address', '&=?#/%2F+'),
    jsonClientSecret: canary('client secret for JSON', '"\\{}\u2028</script>'),
    password: canary('password'),
    awkwardPassword: canary('password of many encodings', '+ %2B&=/:@é'),
    unicodePassword: canary('password of many writings', 'Zoë🔑密码ﬁ'),
    shortPassword: { name: 'short password', text: short, marks: [short] } as Canary,
    longPassword: longCanary('long password', 2048),
    parameter: canary('secret parameter, always sent'),
    obtainParameter: canary('secret parameter for obtaining'),
    refreshParameter: canary('secret parameter for refreshing'),
    header: canary('secret header, always sent'),
    obtainHeader: canary('secret header for obtaining'),
    refreshHeader: canary('secret header for refreshing'),
    accessToken: canary('opaque access token', '-._~+/'),
    jwt: jwtCanary('access token that can be read', { sub: 'ada', exp: 4_102_444_800 }),
    refreshToken: canary('refresh token', '-._~+/'),
    rotatedRefreshToken: canary('rotated refresh token'),
    idToken: jwtCanary('ID token', { sub: 'ada', aud: 'token-desk' }),
    passphrase: canary('passphrase', ' of my own '),
    backupPassphrase: canary('passphrase of a backup', ' of my own '),
    wrongPassphrase: canary('mistyped passphrase', ' of my own '),
    pasted: jwtCanary('pasted token', { sub: 'grace', exp: 4_102_444_800 }),
    serverLink: canary('secret in an address of the server'),
    code: canary('authorization code'),
    deviceCode: canary('device code'),
    requestUri: canary('request URI'),
  } as const satisfies Readonly<Record<string, Canary>>
}
export type Canaries = ReturnType<typeof plantCanaries>
