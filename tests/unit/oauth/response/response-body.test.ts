import { describe, expect, it } from 'vitest'
import { readBody } from '../../../../src/main/oauth/response/response-body.ts'
import { timeOf } from '../../../support/pace/time-of.ts'

const read = (text: string, type: string) =>
  readBody({ headers: { 'content-type': type }, body: new TextEncoder().encode(text) })

describe('a form without the type of one', () => {
  it.each([
    'access_token=a',
    ' a=b&access_token=a%2Bb&c=\n',
    'error=invalid_grant&error_description=The+token+is+dead.',
  ])('is %j', (text) => {
    expect(read(text, 'text/plain')).toMatchObject({
      kind: 'fields',
      deviations: ['form-encoded'],
    })
  })

  it.each([
    'a=b&c=d',
    'access_token',
    'access_token=a b',
    'access_token=a&<b>',
    'access_token=a&b',
    'see access_token=a&b=c',
    'access_token="a"',
    'access_token=é',
  ])('is not %j', (text) => {
    expect(read(text, 'text/plain')).toMatchObject({
      kind: 'unreadable',
      looksLike: 'something-else',
    })
  })

  it('is never HTML, by its type or by its text', () => {
    expect(read('access_token=a', 'text/html')).toMatchObject({ kind: 'unreadable' })
    expect(read('<p>access_token=a', 'text/html')).toMatchObject({ looksLike: 'web-page' })
  })
})

describe('a page', () => {
  it.each([
    '<input type="password">',
    "<INPUT name=p TYPE = 'password' >",
    '<input type=password>',
    '<form><input type="hidden" name="SAMLRequest" value="x">',
  ])('with %s asks for a sign-in', (field) => {
    const page = `<!doctype html>${'<style>a{}</style>'.repeat(5000)}${field}`
    expect(read(page, 'text/html')).toMatchObject({ looksLike: 'sign-in-page' })
  })

  it('that only mentions a password does not', () => {
    const page = '<html><p>Forgot your password? <input type="text" name="passwords">'
    expect(read(page, 'text/html')).toMatchObject({ looksLike: 'web-page' })
  })
})

describe('a megabyte', () => {
  const megabyte = 2 ** 20
  /** Texts that make a naive reader scan everything again and again. */
  it.each([
    ['quotation marks', `{${'"\\"'.repeat(megabyte / 3)}`],
    ['commas', `{${','.repeat(megabyte)}`],
    ['commas too many', `{"a":[${'[1,],'.repeat(megabyte / 5)}1]}`],
    ['line breaks in strings', `{${'"\n'.repeat(megabyte / 2)}`],
    ['fields', `access_token=${'&a='.repeat(megabyte / 3)}<`],
    ['fields of a form', `access_token=a${'&a=b'.repeat(megabyte / 4)}`],
    ['inputs', `<html>${'<input '.repeat(megabyte / 7)}`],
    ['types', `<html>${'type = '.repeat(megabyte / 7)}`],
    ['blanks', ' '.repeat(megabyte)],
  ])('of %s is looked at once', (_, text) => {
    const body = new TextEncoder().encode(text)
    const read = () => readBody({ headers: {}, body })
    // Looking at it again for each of its parts would take minutes.
    expect(timeOf(read, 2000)).toBeLessThan(2000)
    expect(read().kind).toBe('unreadable')
  })
})
