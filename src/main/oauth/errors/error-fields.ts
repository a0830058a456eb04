import { isObject, plainName } from '../formats/json.ts'
import { isListedCode, meaningOfCode } from './error-codes.ts'

/** The error that a server reports. */
export interface ServerError {
  /** The code of RFC 6749 §5.2, or its equivalent; `null` if there is none. */
  readonly code: string | null
  /** The server's texts for people; may echo secrets, must never be shown. */
  readonly texts: readonly string[]
}

/** By their plain names. */
type Members = readonly (readonly [name: string, value: unknown])[]

const plainMembers = (members: Iterable<readonly [string, unknown]>): Members =>
  [...members].map(([name, value]) => [plainName(name), value] as const)

/** Names of codes, the most specific first; the last ones also occur in successful answers. */
const codeNames = [
  'error',
  'errorcode',
  'errcode',
  'errortype',
  'errorsubtype',
  'suberror',
  'code',
  'status',
  'name',
  'type',
  'errors',
]

/** Names that an honest server never sends beside a token, unless their value denies an error. */
const errorNames: ReadonlySet<string> = new Set([
  'error',
  'errors',
  'errorcode',
  'errcode',
  'errortype',
  'fault',
])

const denials: ReadonlySet<string> = new Set(['', '0', 'false', 'null', 'none', 'no', 'ok'])

/** Words for a failure without a reason. */
const failureWords: ReadonlySet<string> = new Set(['error', 'fail', 'failed', 'failure'])

/** Returns true if the value of one of the `errorNames` denies an error. */
function isDenial(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === 0) return true
  if (typeof value === 'string') {
    const word = value.trim().toLowerCase()
    return denials.has(word) || word === 'success' || /^0+$/.test(word)
  }
  if (Array.isArray(value)) return value.every(isDenial)
  return isObject(value) && Object.values(value).every(isDenial)
}

const isNo = (value: unknown) =>
  value === false || value === 0 || (typeof value === 'string' && /^(false|0|no)$/i.test(value))

const isFailureWord = (value: unknown) =>
  typeof value === 'string' && failureWords.has(value.trim().toLowerCase())

const isKnownCode = (value: unknown) => typeof value === 'string' && meaningOfCode(value) !== null

/** Returns true for a number or a word that a service uses for success. */
function isSuccessCode(value: unknown): boolean {
  if (isDenial(value)) return true
  const text = String(value).toLowerCase()
  return /^2\d\d$/.test(text) || text === 'success' || text === 'succeeded' || text === 'true'
}

/**
 * Returns true if these members report a failure, under any status and beside any other members.
 */
function saysFailure(members: Members): boolean {
  return members.some(([name, value]) => {
    if (errorNames.has(name)) return !isDenial(value)
    if (name === 'ok' || name === 'success') return isNo(value)
    if (name === 'status') return isFailureWord(value) || isKnownCode(value)
    return name === 'code' && isKnownCode(value)
  })
}

const tokenNames: ReadonlySet<string> = new Set(['accesstoken', 'token'])
const hasToken = (members: Members) =>
  members.some(([name, value]) => tokenNames.has(name) && typeof value === 'string' && value !== '')

/** `code` and `status` also occur in successful answers, so they count only without a token. */
function saysFailureSoftly(members: Members): boolean {
  return members.some(([name, value]) => {
    const isScalar = typeof value === 'string' || typeof value === 'number'
    return (name === 'code' || name === 'status') && isScalar && !isSuccessCode(value)
  })
}

const maxTextLength = 4000
const maxTexts = 40

/** Returns all words and numbers in a value, and those of each object joined, in order. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string' && value !== '') return [value.slice(0, maxTextLength)]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.slice(0, maxTexts).flatMap(textsIn)
  if (!isObject(value)) return []
  const scalars = Object.values(value).filter((each) => typeof each === 'string')
  const inner = Object.values(value).slice(0, maxTexts).flatMap(textsIn)
  // `{"field": "refresh_token", "code": "invalid"}` says it with two words.
  return scalars.length > 1 ? [...inner, scalars.join(' ').slice(0, maxTextLength)] : inner
}

/** Removes the namespace that Amazon puts before the code. */
const codeText = (value: string | number) => String(value).trim().replace(/^.*#/, '')

/** Returns all values that may be codes: of the members, then of the objects in them. */
function codesIn(members: Members): string[] {
  const own = codeNames.flatMap((wanted) =>
    members
      .filter(([name, value]) => name === wanted && !isDenial(value))
      .flatMap(([, value]) => [value].flat().slice(0, maxTexts))
      .filter((value) => typeof value === 'string' || typeof value === 'number')
      .map(codeText),
  )
  const inner = members.flatMap(([name, value]) => {
    const isError = errorNames.has(name) || name === 'detail' || name === 'data'
    const values = Array.isArray(value) ? value.slice(0, maxTexts) : [value]
    return isError ? values.filter(isObject).map((each) => plainMembers(Object.entries(each))) : []
  })
  return [...own, ...inner.flatMap(codesIn)]
}

/** Names of texts for people. */
const textNames =
  /^(error|fault|data$)|errors$|(message|msg|description|summary|detail|title|reason|hint|info|information|exception)s?$/

/** Returns true for names of tokens and of other values that are no error texts. */
const isNoText = (name: string) => /token|secret|password|timestamp|path|uri|url/.test(name)

function describe(members: Members): ServerError {
  const codes = codesIn(members)
  const words = codes.filter((code) => !/^\d+$/.test(code) && !isFailureWord(code))
  const known = codes.find((code) => meaningOfCode(code) !== null)
  const code = known ?? words[0] ?? codes.find((each) => !isFailureWord(each)) ?? null
  const texts = members
    .filter(([name]) => textNames.test(name) && !isNoText(name))
    .flatMap(([, value]) => textsIn(value))
  return { code, texts: [...codes, ...texts].slice(0, maxTexts) }
}

/** Limits of the search: levels of an answer, and objects on each. */
const maxErrorDepth = 4
const maxObjects = 40

/**
 * Returns the members, and after them those of the objects inside, level by level: some servers
 * wrap a refusal in `response`, `result` or names of their own. Of an object that reports no
 * failure only the texts count: its `name` or `code` may mean anything.
 */
function withDeeper(members: Members): Members {
  const all = [...members]
  let level = [members]
  for (let depth = 1; depth < maxErrorDepth; depth += 1) {
    level = level
      .flatMap((each) => each.filter(([name]) => !isNoText(name)))
      .flatMap(([, value]) => [value].flat())
      .filter(isObject)
      .slice(0, maxObjects)
      .map((object) => plainMembers(Object.entries(object)))
    for (const each of level) {
      const isFailure = saysFailure(each)
      for (const member of each) if (isFailure || textNames.test(member[0])) all.push(member)
    }
  }
  return all
}

/** A code of the standard or of a product within a text. */
const codeInText = /\b[a-z]+(?:_[a-z]+)+\b/gi
/** Codes of RFC 6749 §5.2 that never occur among the words of a website's page. */
const codesOfPages: ReadonlySet<string> = new Set([
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
])
const deadRefreshToken =
  /refresh[ _-]?token.{0,40}(?:\b(?:invalid|expired|revoked)\b|not (?:valid|found))|\b(?:invalid|expired|revoked) refresh[ _-]?token/i

/**
 * Finds the error in a text that is no JSON: a code that stands in it, and the text itself.
 * Of a page (`isPage`) only what no other page would say counts; `null`: nothing.
 */
export function errorInWords(text: string, isPage = false): ServerError | null {
  const words = text.trim()
  if (words === '') return null
  const isCode = (word: string) =>
    isPage ? codesOfPages.has(word.toLowerCase()) : isListedCode(word)
  const code = words.match(codeInText)?.find(isCode) ?? null
  const telling = isPage ? (deadRefreshToken.exec(words)?.[0] ?? '') : words
  const texts = telling === '' ? [] : [telling.slice(0, maxTextLength)]
  return code === null && texts.length === 0 ? null : { code, texts }
}

/**
 * Finds the error in the fields of an answer, in any of the shapes that servers use; `null` if
 * they report none. With a status of success (`isSuccess`), `error`, `errors`, `fault`,
 * `error_code`, `ok: false` and `success: false` still count, even beside a token; `code` and
 * `status` count only without one, or if they name a known error. Values that deny an error
 * (`null`, `false`, `0`, empty) are ignored.
 */
export function serverErrorIn(
  fields: ReadonlyMap<string, unknown>,
  isSuccess: boolean,
): ServerError | null {
  const members = plainMembers(fields)
  const inner = members.flatMap(([name, value]) =>
    name === 'data' && isObject(value) ? plainMembers(Object.entries(value)) : [],
  )
  const all = [...members, ...inner]
  if (saysFailure(all)) return describe(isSuccess ? all : withDeeper(all))
  const isSoft = !isSuccess || !hasToken(all)
  if (isSoft && saysFailureSoftly(members)) return describe(withDeeper(all))
  const deeper = withDeeper(all)
  if (isSuccess) return !hasToken(deeper) && saysFailure(deeper) ? describe(deeper) : null
  const error = describe(deeper)
  return error.code === null && error.texts.length === 0 ? null : error
}
