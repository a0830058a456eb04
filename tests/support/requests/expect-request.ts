import { expect } from 'vitest'
import type { Expected } from './cases.ts'
import {
  clientIn,
  decodeForm,
  type Field,
  type HttpMessage,
  headerOf,
  parametersIn,
} from './decode.ts'

const sorted = (fields: readonly Field[]) => [...fields].map((field) => field.join('\n')).sort()

const count = (all: readonly string[], value: string) =>
  all.filter((each) => each.includes(value)).length

/** Fails unless a server that reads by the standards finds exactly what is expected. */
export function expectRequest(message: HttpMessage, expected: Expected): void {
  const query = message.query === null ? [] : decodeForm(message.query)
  const body = parametersIn(message)
  const authorization = headerOf(message, 'authorization')
  const { client } = expected

  expect(message.method).toBe('POST')
  expect(message.path).toBe(expected.path)
  expect(headerOf(message, 'accept')).toBe('application/json')
  expect(headerOf(message, 'content-type')).toBe(expected.contentType)
  expect(sorted(query)).toEqual(sorted(expected.query))
  expect(sorted(body)).toEqual(sorted(expected.body))
  expect(sorted(message.headers.filter(([name]) => name.startsWith('x-')))).toEqual(
    sorted(expected.headers),
  )
  const pair = authorization && clientIn(authorization, client?.encoding ?? 'form')
  expect(pair).toBe(client?.pair)

  const parameters = [...query, ...body]
  const names = parameters.map(([name]) => name)
  // RFC 6749 §2.3: never two ways at once.
  if (authorization !== undefined) {
    expect(names).not.toContain('client_secret')
    expect(names).not.toContain('client_id')
  }
  // RFC 6749 §3.2: once each; RFC 8707 §2 has the one exception.
  const single = names.filter((name) => name !== 'resource')
  expect(new Set(single).size).toBe(single.length)
  const places = [
    message.path,
    ...parameters.flat(),
    ...message.headers.map(([, value]) => value),
    pair ?? '',
  ]
  for (const { value, isSent } of expected.secrets)
    expect(count(places, value)).toBe(isSent ? 1 : 0)
}
