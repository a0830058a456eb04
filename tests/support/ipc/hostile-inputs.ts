import fc from 'fast-check'
import { type RequestName, requests } from '../../../src/shared/contract.ts'
import { makeSettings } from '../profiles/settings.ts'

export const knownNames = Object.keys(requests) as readonly RequestName[]

const id = '4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11'

const draft = {
  settings: makeSettings({
    name: 'Reports',
    tokenEndpoint: 'https://login.example/token',
    grantType: 'clientCredentials',
    clientId: 'client',
    userName: '',
    scope: '',
    keepFresh: false,
  }),
  secrets: { clientSecret: 'planted' },
}

/** Well-formed inputs, as a beginning for others. */
export const properInputs = [{}, { id }, { id, keepFresh: true }, { id, draft }, { draft }] as const

const prototypeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
]

const key = fc.oneof(
  fc.constantFrom(...prototypeNames, 'id', 'draft', 'settings', 'text'),
  fc.string(),
)

/** Whatever a message between processes can hold, and some things that it can't. */
const anything = fc.anything({
  key,
  maxDepth: 4,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
})

/** Where a value stands within another. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([name, each]) => pathsIn(each, [...path, name]))]
}

function withChange(value: unknown, path: readonly string[], change: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined) return change
  const entries = Object.entries(value as object).map(([name, each]) => [
    name,
    name === first ? withChange(each, rest, change) : each,
  ])
  return Object.fromEntries(entries)
}

/** A well-formed input with something else in one place, or with something added. */
const almostProper = fc
  .tuple(fc.constantFrom(...properInputs), fc.nat(), key, anything, fc.boolean())
  .map(([proper, place, name, value, isAdded]) => {
    const paths = pathsIn(proper)
    const path = paths[place % paths.length] ?? []
    // Defined, not assigned: a name may be `__proto__`.
    const added = { ...proper }
    Object.defineProperty(added, name, { value, enumerable: true, configurable: true })
    return isAdded ? added : withChange(proper, path, value)
  })

export const hostileInput = fc.oneof(
  { weight: 5, arbitrary: almostProper },
  { weight: 3, arbitrary: anything },
  { weight: 1, arbitrary: fc.constantFrom(...properInputs) },
)

export const hostileName = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>(...knownNames) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...prototypeNames, '', 'GetSnapshot') },
  { weight: 1, arbitrary: fc.string() },
  { weight: 1, arbitrary: anything },
)
