import { describe, expect, test } from 'vitest'
import { html } from '../../../src/main/practice-server/html.ts'
import { formAction } from '../../../src/main/practice-server/page.ts'
import { pageTexts } from '../../../src/main/practice-server/page-texts.ts'
import { persons } from '../../../src/main/practice-server/persons.ts'
import { consentPage } from '../../../src/main/practice-server/sign-in-pages.ts'
import { languages } from '../../../src/shared/language.ts'

test('values are escaped, and HTML among them is not', () => {
  const inner = html`<b>${'<&>'}</b>`
  expect(html`<a title="${`"'`}">${inner}${[inner, html`!`]}</a>`.source).toBe(
    '<a title="&quot;&#39;"><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b>!</a>',
  )
})

describe('a form may end', () => {
  test.each([
    ['at the redirect address', 'http://127.0.0.1:1234/callback', "'self' http://127.0.0.1:1234"],
    ['at a name', 'http://localhost/callback', "'self' http://localhost"],
    ['at IPv6, which a policy can’t name', 'http://[::1]:1234/callback', "'self' http:"],
    ['in an app', 'token-desk:/callback', "'self' token-desk:"],
    ['nowhere else', undefined, "'self'"],
    ['at no address that is none', "x; script-src 'unsafe-inline'", "'self'"],
  ])('%s', (_where, address, sources) => {
    expect(formAction(address)).toBe(sources)
  })
})

/** The texts with their paths and placeholders. */
function shape(texts: object, path = ''): readonly string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${path}${key} ${(value.match(/\{\{\w+\}\}/g) ?? []).join()}`]
      : shape(value, `${path}${key}.`),
  )
}

test.each(languages)('the texts in %s are complete, plain and typeset', (language) => {
  expect(shape(pageTexts[language])).toEqual(shape(pageTexts.en))
  expect(JSON.stringify(Object.values(pageTexts[language]))).not.toMatch(/'|\.\.\.|\\"| {2}/)
})

test('a scope that no text explains is shown by its name', () => {
  const inLanguage = { language: 'en', texts: pageTexts.en }
  const page = consentPage(inLanguage, {
    person: persons[0],
    other: undefined,
    scopes: ['constructor'],
    returnsTo: undefined,
  })
  expect(page).toContain('<span>constructor <code>constructor</code></span>')
  expect(page).not.toContain('{{')
})
