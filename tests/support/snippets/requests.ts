import fc from 'fast-check'
import type { SnippetRequest } from '../../../src/main/snippets/request.ts'
import { apiAddress } from '../../../src/shared/api-address.ts'
import { seedOr } from '../deep.ts'

const signs = Array.from({ length: 0x7e - 0x20 }, (_, index) => String.fromCharCode(0x21 + index))

/** What means something to one of the languages, where it stands alone and beside others. */
const telling = [
  "'",
  '"',
  '\\',
  '\\"',
  "\\'",
  '$x',
  '$(id)',
  '`id`',
  '%PATH%',
  '%PATH:a=b%',
  '%PATH:mm=&id&%',
  '%PATH:~0,3%',
  '%PATH',
  ':',
  ':*=|id|',
  '%%',
  '%',
  '%1',
  '%*',
  '%20',
  '!x!',
  '!',
  '^',
  '&&id',
  '|',
  ';',
  '#(lf)',
  '#(',
  '#',
  '{b}',
  '[1-3]',
  '{a,b}',
  '<',
  '>',
  '@',
  '~',
  '*',
  '-',
  '//',
  '/*',
  '\\n',
  '\\u0041',
  '\\',
]

/** Any token that a header can carry: visible ASCII, and often what needs care. */
export const anyToken = fc
  .array(fc.oneof(fc.constantFrom(...telling), fc.constantFrom(...signs)), {
    minLength: 1,
    maxLength: 24,
  })
  .map((parts) => parts.join(''))

const part = fc
  .array(fc.oneof(fc.constantFrom(...telling), fc.constantFrom(...signs)), { maxLength: 8 })
  .map((parts) => parts.join('').replaceAll('#', ''))

/** Any address of an API below `origin` that the app takes. */
export const anyAddress = (origin: string) =>
  fc
    .tuple(part, part)
    .map(([path, query]) => apiAddress.safeParse(`${origin}/a${path}?q=${query}`))
    .filter(({ success }) => success)
    .map(({ data = '' }) => data)

/** The same ones each time. */
export function sampleRequests(origin: string, count: number): readonly SnippetRequest[] {
  const requests = fc.record({ token: anyToken, address: anyAddress(origin) })
  return fc.sample(requests, { numRuns: count, seed: seedOr(20261121) })
}
