import { createHash } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { createMainWords } from '../../../src/main/i18n/i18n.ts'
import {
  type RedirectPage,
  redirectPageHeaders,
  redirectPageHtml,
} from '../../../src/main/platform/redirect-page.ts'
import { languages } from '../../../src/shared/language.ts'

const names = ['accepted', 'refused', 'unclear', 'noAnswer', 'otherAddress'] as const

describe.each(languages)('the pages after a sign-in in %s', (language) => {
  const { t } = createMainWords(language)
  const textOf = (page: RedirectPage) => ({
    title: t(`redirectPage.${page}.title`),
    body: t(`redirectPage.${page}.body`),
  })

  it.each(names)('say what happened in their own language: %s', (name) => {
    const html = redirectPageHtml(name, { language, textOf })
    expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`))
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html).toContain(`<h1>${textOf(name).title}</h1>`)
    expect(html).toContain(`<title>${textOf(name).title} – Token Desk</title>`)
    for (const paragraph of textOf(name).body.split('\n\n')) {
      expect(html).toContain(`<p>${paragraph}</p>`)
    }
  })

  it.each(names)('load, send and run nothing: %s', (name) => {
    const html = redirectPageHtml(name, { language, textOf })
    expect(html).not.toMatch(/<script|<form|<img|<iframe|<a |\son\w+=|@import|url\(|https?:/i)
    expect(html.match(/\b(src|href)="[^"]*"/g)).toEqual(['href="data:,"'])
  })
})

test('a text is shown as it is and becomes no mark-up', () => {
  const texts = { language: 'en', textOf: () => ({ title: '<b>&"', body: '</p><script>\n\nb' }) }
  const html = redirectPageHtml('accepted', texts)
  expect(html).toContain('<h1>&lt;b&gt;&amp;&quot;</h1>')
  expect(html).toContain('<p>&lt;/p&gt;&lt;script&gt;</p>\n<p>b</p>')
})

test('the policy allows the style of the page alone', () => {
  const html = redirectPageHtml('accepted', {
    language: 'en',
    textOf: () => ({ title: 'a', body: 'b' }),
  })
  const [, style = ''] = /<style>(.*)<\/style>/s.exec(html) ?? []
  const hash = createHash('sha256').update(style).digest('base64')
  expect(redirectPageHeaders['content-security-policy'].split('; ')).toEqual([
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'sandbox',
  ])
})
