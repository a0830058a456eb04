import { describe, expect, it } from 'vitest'
import {
  decodeEntity,
  looksLikeSignIn,
  visibleText,
} from '../../../../src/main/oauth/formats/html.ts'
import { timeOf } from '../../../support/pace/time-of.ts'

describe('a page asks for a sign-in', () => {
  it.each([
    ['a field for a password', '<form><input name="u"><INPUT  class="x" type = "Password"></form>'],
    ['the same without quotation marks', '<input type=password>'],
    [
      'a form that posts itself to a SAML server',
      '<form><input type="hidden" name="SAMLRequest" value="x">',
    ],
    ['WS-Federation', '<input name=wctx type=hidden>'],
    ['what a hotspot tells devices', '<!-- <WISPAccessGatewayParam xmlns:xsi="x"> -->'],
    [
      'a refresh to a login',
      '<meta http-equiv="refresh" content="0; url=https://wifi.example/login?x">',
    ],
    [
      'a script that goes to a portal',
      '<script>window.location="http://10.0.0.1:1000/fgtauth?1"</script>',
    ],
    ['a title', '<html><head><title>Sign in to your account</title></head>'],
    ['a title in German', '<title>Anmeldung - Firma</title>'],
  ])('with %s', (_, page) => {
    expect(looksLikeSignIn(page)).toBe(true)
  })
})

describe('a page asks for none', () => {
  it.each([
    [
      'an error of a proxy',
      '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>',
    ],
    ['a block', '<title>Access denied</title><p>You were blocked. Type a password elsewhere.</p>'],
    ['another field', '<input type="text" name="password-hint-shown-below">'],
    [
      'a page that reloads itself',
      '<meta http-equiv="refresh" content="5"><title>Maintenance</title>',
    ],
    ['nothing', ''],
  ])('with %s', (_, page) => {
    expect(looksLikeSignIn(page)).toBe(false)
  })
})

it('takes little time to search any page', () => {
  const pages = [
    '<input ',
    '<input type',
    '<title>',
    'location=',
    ' type = ',
    'http-equiv="refresh" ',
    'a',
  ]
  for (const part of pages) {
    const page = part.repeat(Math.ceil(1_048_576 / part.length))
    expect(timeOf(() => looksLikeSignIn(page), 1000)).toBeLessThan(1000)
  }
})

describe('a character reference', () => {
  it.each([
    ['&quot;', '"'],
    ['&QUOT', '"'],
    ['&#39;', "'"],
    ['&#x27', "'"],
    ['&commat;', '@'],
    ['&#x110000;', '\ufffd'],
    ['&copy;', '&copy;'],
    // A name that every object of JavaScript has
    ['&constructor;', '&constructor;'],
  ])('%s is %s', (reference, character) => {
    expect(decodeEntity(reference)).toBe(character)
  })
})

it('shows the text of a page without scripts, comments and tags', () => {
  const page =
    '<head><style>p {}</style><title>A &amp;lt; B</title></head><!-- note --><p class="x">It&#39;s&nbsp;here</p><input value="x">?a=1&lt=2<scr'
  expect(visibleText(page)).toBe("A &lt; B It's here ?a=1&lt=2")
})
