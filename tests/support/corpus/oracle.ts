import { isUtf8 } from 'node:buffer'
import { type Node, type ParseError, parseTree } from 'jsonc-parser'
import type { TokenAnswer } from '../../../src/main/oauth/response/response-body.ts'
import type { IssuedToken } from '../../../src/main/oauth/response/token-response.ts'

/**
 * A second opinion on accepted answers: the rules of `docs/answers.md` once more, from
 * the outside, on another parser, and sharing no line with what it judges.
 */
interface Member {
  readonly name: string
  readonly value: unknown
}

const normal = (name: string) => name.toLowerCase().split(/[_-]/).join('')

function depthOf(node: Node): number {
  const inner = Math.max(0, ...(node.children ?? []).map(depthOf))
  return node.type === 'object' || node.type === 'array' ? inner + 1 : inner
}

function plainValue(node: Node | undefined): unknown {
  if (node === undefined) return undefined
  if (node.type === 'array') return (node.children ?? []).map(plainValue)
  if (node.type === 'object') return { isObject: true }
  return node.value
}

const membersOf = (object: Node): Member[] =>
  (object.children ?? []).map(({ children: [name, value] = [] }) => ({
    name: String(name?.value),
    value: plainValue(value),
  }))

interface Levels {
  readonly outer: readonly Member[]
  readonly data: readonly Member[]
}

function readJson(text: string): Levels | string {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: true })
  if (errors.length > 0 || root?.type !== 'object') return 'is no JSON object'
  if (depthOf(root) > 64) return 'nests too deep'
  const isData = ({ children: [name] = [] }: Node) => name?.value === 'data'
  const data = root.children?.findLast(isData)?.children?.[1]
  return { outer: membersOf(root), data: data?.type === 'object' ? membersOf(data) : [] }
}

function readAnyForm(text: string, type: string): Levels | string {
  if (/html/i.test(type)) return 'is called HTML'
  if (text.trim().startsWith('<')) return 'is markup'
  const outer = [...new URLSearchParams(text.trim())].map(([name, value]) => ({ name, value }))
  return { outer, data: [] }
}

function readLevels({ headers, body }: TokenAnswer): Levels | string {
  if (body === 'too-large' || body.length > 1_048_576) return 'is too large'
  if (!isUtf8(body)) return 'is not UTF-8'
  const text = new TextDecoder().decode(body)
  const isJson = /^\s*\{/.test(text)
  return isJson ? readJson(text) : readAnyForm(text, headers['content-type'] ?? '')
}

const named = (members: readonly Member[], ...names: string[]) =>
  members.filter(({ name }) => names.includes(normal(name)))

const texts = (members: readonly Member[]) =>
  members.map(({ value }) => value).filter((value) => typeof value === 'string' && value !== '')

const known = ['accesstoken', 'token', 'tokentype', 'expiresin', 'refreshtoken', 'scope', 'error']

function sayTwice(members: readonly Member[]): boolean {
  const names = members.map(({ name }) => name).filter((name) => known.includes(normal(name)))
  return new Set(names).size < names.length
}

const bearers = [
  'bearer',
  'bearertoken',
  'application access token',
  'user access token',
  'bot',
  'user',
]

function isBearer({ value }: Member): boolean {
  if (value === null || value === '') return true
  return typeof value === 'string' && bearers.includes(value.toLowerCase())
}

const refusals = /^(invalid_|unauthorized_client|unsupported_grant_type|access_denied|server_error)/

const saysNo = ({ name, value }: Member) =>
  (name === 'error' && (value === true || (typeof value === 'string' && refusals.test(value)))) ||
  ((name === 'ok' || name === 'success') && value === false)

function isRightLife(life: number | null, members: readonly Member[]): boolean {
  if (life === null) return true
  if (!Number.isInteger(life) || life < 1 || life > 316_224_000) return false
  return named(members, 'expiresin', 'expirein').some(({ value }) => {
    const isDigits = typeof value === 'string' && /^\d+$/.test(value)
    if (typeof value !== 'number' && !isDigits) return false
    return life === Math.floor(Number(value)) || life === Math.floor(Number(value) / 1000)
  })
}

const visible = /^[\x21-\x7e]+$/
const printable = /^[\x20-\x7e]+$/

/** The refresh token that an answer holds under its proper name, if it can be sent. */
function properRefreshToken(members: readonly Member[]): unknown {
  const value = members.findLast(({ name }) => name === 'refresh_token')?.value
  return typeof value === 'string' && value.trim() !== '' && printable.test(value) ? value : null
}

/** Returns the objection to having taken this token from this answer; `null` if there is none. */
export function objectionTo(answer: TokenAnswer, token: IssuedToken): string | null {
  if (answer.status < 200 || answer.status > 299) return 'the status says no'
  const levels = readLevels(answer)
  if (typeof levels === 'string') return `the answer ${levels}`
  const isOutside = levels.outer.some(
    ({ name, value }) => name === 'access_token' && typeof value === 'string' && value !== '',
  )
  const isInside = !isOutside && texts(named(levels.data, 'accesstoken', 'token')).length > 0
  const members = isInside ? [...levels.outer, ...levels.data] : levels.outer
  if ([...levels.outer, ...levels.data].some(saysNo)) return 'an error stands beside it'
  if (sayTwice(levels.outer) || (isInside && sayTwice(levels.data))) return 'a name is repeated'
  const tokens = texts(named(members, 'accesstoken', 'token'))
  if (!tokens.includes(token.accessToken)) return 'that is not its access token'
  if (new Set(tokens).size > 1) return 'there are several access tokens'
  if (!visible.test(token.accessToken)) return 'the access token has unsafe characters'
  if (!named(members, 'tokentype').every(isBearer)) return 'it is no bearer token'
  const { refreshToken } = token
  if (refreshToken !== null) {
    if (!printable.test(refreshToken) || refreshToken.trim() === '')
      return 'an unsafe refresh token'
    if (!texts(named(members, 'refreshtoken')).includes(refreshToken)) return 'whose refresh token?'
  }
  const proper = properRefreshToken(members)
  if (proper !== null && refreshToken !== proper) return 'its refresh token was lost'
  if (!isRightLife(token.expiresIn, members)) return 'it does not live so long'
  const scope = token.scope ?? []
  return scope.every((word) => word !== '' && !/\p{C}|\s/u.test(word)) ? null : 'an unsafe scope'
}
