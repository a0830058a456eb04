import fc from 'fast-check'
import { encoded } from './make-token.ts'
import { standardTokens } from './standard-tokens.ts'

const digits = fc.constantFrom(
  '0',
  '-1',
  '1767225600',
  '1767225600000',
  '"1767225600"',
  '"2026-01-01T00:00:00Z"',
  '253402300800',
  '-62167219201',
  '9007199254740993',
  '12345678901234567890',
  '1e400',
  '-1E-400',
  '0.1234567890123456789',
)
const names = fc.oneof(
  fc.constantFrom('exp', 'nbf', 'iat', 'updated_at', 'iss', 'aud', 'alg', '__proto__', 'crit', '1'),
  fc.string({ maxLength: 8 }),
)
const scalar = fc.oneof(
  digits,
  fc.constantFrom('null', 'true', 'false', '{}', '[]', '{"a":1,"a":2}', '{"__proto__":[]}'),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => JSON.stringify(text)),
  fc.double().map(String),
)
const nested = fc.tuple(fc.nat(70), fc.boolean(), scalar).map(([depth, isList, inner]) => {
  const [open, close] = isList ? ['[', ']'] : ['{"x":', '}']
  return `${open.repeat(depth)}${inner}${close.repeat(depth)}`
})
const value = fc.oneof({ weight: 6, arbitrary: scalar }, { weight: 1, arbitrary: nested })
const space = fc.constantFrom('', '', '', ' ', '\r\n\t')

/** Source of an object that may say a name twice. */
export const objectSource = fc
  .tuple(fc.array(fc.tuple(names, space, value), { maxLength: 6 }), space)
  .map(([members, end]) => {
    const sources = members.map(
      ([name, gap, source]) => `${JSON.stringify(name)}${gap}:${source}${gap}`,
    )
    return `{${end}${sources.join(',')}${end}}`
  })

const header = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('{"alg":"HS256"}', '{"alg":"None","alg":1}') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{"alg":"HS256","b64":false,"crit":["b64"]}',
      '{"alg":"dir","enc":"A256GCM","cty":"JWT"}',
      '{"user":1}',
    ),
  },
  { weight: 2, arbitrary: objectSource },
)
const part = fc.oneof(
  { weight: 5, arbitrary: objectSource.map(encoded) },
  { weight: 1, arbitrary: objectSource },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 20 }).map(encoded) },
  { weight: 1, arbitrary: fc.base64String({ maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constant('') },
)
const twoParts = fc.array(part, { minLength: 2, maxLength: 2 })
const fourParts = fc.array(part, { minLength: 4, maxLength: 4 })
const someParts = fc.array(part, { minLength: 1, maxLength: 5 })
const built = fc
  .tuple(header, fc.oneof(twoParts, fourParts, someParts))
  .map(([first, parts]) => [encoded(first), ...parts].join('.'))

const whole = fc.oneof(
  { weight: 6, arbitrary: built },
  { weight: 1, arbitrary: fc.constantFrom(...standardTokens.map(({ token }) => token)) },
)

/** A token with a few characters changed, left out, doubled or put in. */
const mutated = fc
  .tuple(
    whole,
    fc.array(
      fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('.', '"', '=', '\n', '\0', 'é', 'e', '{')),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  )
  .map(([token, changes]) =>
    changes.reduce((text, [place, length, put]) => {
      const at = place % (text.length + 1)
      return text.slice(0, at) + put + text.slice(at + length)
    }, token),
  )

/** As people paste it. */
const dressed = fc
  .tuple(
    fc.constantFrom('', 'Bearer ', '"', '\ufeff', 'Authorization: Bearer ', '{"access_token":"'),
    whole,
    fc.constantFrom('', '\n', '",', '"}', '…', ' and more.'),
  )
  .map((texts) => texts.join(''))

/** Texts that may be taken for a token, of everyday size. */
export const anyToken = fc.oneof(
  { weight: 4, arbitrary: whole },
  { weight: 4, arbitrary: mutated },
  { weight: 2, arbitrary: dressed },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)
