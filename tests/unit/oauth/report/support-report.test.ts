import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type NamedSecret,
  type ReportedExchange,
  supportReport,
} from '../../../../src/main/oauth/report/support-report.ts'
import { encodings, leaksOf, partsIn } from '../../../support/corpus/leaks.ts'
import { isDeep, seedOr, sized } from '../../../support/deep.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const jsonType = { 'content-type': 'application/json' }
const sentAt = Date.UTC(2026, 10, 21, 12, 0, 0, 7)

interface Parts {
  readonly request?: Partial<ReportedExchange['request']>
  readonly body?: string | Uint8Array | 'too-large'
  readonly headers?: Record<string, string>
  readonly outcome?: ReportedExchange['outcome']
}

function exchangeOf({ request, body = '', headers = jsonType, outcome }: Parts): ReportedExchange {
  return {
    request: {
      method: 'POST',
      url: 'https://login.example.com/token',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
      ...request,
    },
    sentAt,
    endedAt: sentAt + 412,
    answer: {
      kind: 'answer',
      status: 400,
      headers,
      body: typeof body === 'string' && body !== 'too-large' ? bytes(body) : body,
    },
    outcome: outcome ?? { kind: 'bad-request', status: 400, oauthError: null },
  }
}

const secret: NamedSecret = { name: 'client secret', value: 'Tr0ub4dor&3/+ é💶="<x>' }
const secrets = [secret]
const reportOf = (parts: Parts, hidden: readonly NamedSecret[] = secrets) =>
  supportReport([exchangeOf(parts)], hidden)

describe('a report', () => {
  it('shows the request and the response in readable form', () => {
    const id = Buffer.from(`my id:${secret.value}`).toString('base64')
    const report = reportOf({
      request: {
        url: 'https://login.example.com/token?tenant=a%20b',
        headers: {
          accept: 'application/json',
          authorization: `Basic ${id}`,
          'content-type': 'application/x-www-form-urlencoded',
          'x-api-key': 'k-1',
        },
        body: new URLSearchParams({
          grant_type: 'password',
          username: 'somebody@example.com',
          password: 'not among the secrets',
        }).toString(),
      },
      headers: { ...jsonType, date: 'Sat, 21 Nov 2026 12:00:00 GMT', 'set-cookie': 'sid=123' },
      body: '{"error":"invalid_grant","error_description":"No such user","n":[1,{"x":null}]}',
      outcome: { kind: 'user-refused', status: 400, oauthError: 'invalid_grant' },
    })
    expect(report).toBe(
      [
        'Token Desk: report for support',
        'Secrets and tokens are replaced by their length.',
        '',
        'Request, sent 2026-11-21 12:00:00.007 UTC',
        'POST https://login.example.com/token',
        'In the address, after "?":',
        '  tenant: a b',
        'Headers:',
        '  accept: application/json',
        '  authorization: Basic, in base64: my id:[client secret, 21 characters]',
        '  content-type: application/x-www-form-urlencoded',
        '  x-api-key: [x-api-key, 3 characters]',
        'Body, as a form:',
        '  grant_type: password',
        '  username: somebody@example.com',
        '  password: [password, 21 characters]',
        '',
        'Answer, after 412 ms',
        'Status: 400',
        'Headers:',
        '  content-type: application/json',
        '  date: Sat, 21 Nov 2026 12:00:00 GMT',
        '  set-cookie: [not shown, 7 characters]',
        'Body, as JSON:',
        '  error: invalid_grant',
        '  error_description: No such user',
        '  n:',
        '    - 1',
        '    -',
        '      x: null',
        '',
        'Token Desk understood: user-refused, status: 400, oauthError: invalid_grant',
        '',
      ].join('\n'),
    )
  })

  it('knows a body in JSON', () => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({
      grant_type: 'x',
      client_secret: secret.value,
      resource: ['a', 'b'],
    })
    const report = reportOf({ request: { headers, body } })
    expect(report).toContain(
      'Body, as JSON:\n  grant_type: x\n  client_secret: [client secret, 21 ',
    )
    expect(report).toContain('  resource: a\n  resource: b\n')
  })

  it('shows of other credentials than Basic only the kind', () => {
    const shown = (authorization: string) => reportOf({ request: { headers: { authorization } } })
    expect(shown('Bearer abcdef')).toContain('authorization: Bearer [not shown, 6 characters]')
    expect(shown('abcdef')).toContain('authorization: [not shown, 6 characters]')
    expect(shown('Basic ~~~')).toContain('authorization: Basic [not shown, 3 characters]')
  })

  it('numbers several requests', () => {
    const report = supportReport([exchangeOf({}), exchangeOf({})], secrets)
    expect(report).toContain('Request 1 of 2, sent')
    expect(report).toContain('Request 2 of 2, sent')
  })

  it('reports a missing response', () => {
    const none = { ...exchangeOf({}), answer: { kind: 'no-answer' } } as const
    expect(supportReport([none], secrets)).toMatch(/^No answer came; given up after \d+ ms$/m)
  })

  it('lists repeated names of an answer, because its reader sees one', () => {
    const report = reportOf({ body: '{"scope":"read","scope":"write"}' })
    expect(report).toContain('  scope appears more than once\n')
  })

  it('reports a body that is empty, too large or no text', () => {
    expect(reportOf({ body: '' })).toContain('Body: empty')
    expect(reportOf({ body: 'too-large' })).toContain('Body: more than 1 MiB, not read')
    expect(reportOf({ body: new Uint8Array([0xff, 0xfe, 0x41]) })).toContain('Body: 3 bytes that')
  })

  it('shows the visible text of a page, and no value of its fields', () => {
    const body = `<html><head><style>p{}</style><script>var t="Zm9v"</script></head><!-- c --><p>Please&nbsp;sign
      in</p><input type="hidden" value="hidden-value">`
    const report = reportOf({ headers: { 'content-type': 'text/html' }, body })
    expect(report).toContain('  Please sign in\n')
    expect(report).not.toMatch(/Zm9v|hidden-value|p\{|<p>/)
  })

  it('is at most 64 KiB long for any response', () => {
    const long = 'ä b '.repeat(50_000)
    const members = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`m${at}`, 'x y']))
    for (const body of [long, JSON.stringify(members), JSON.stringify({ long })]) {
      const headers = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`via${at}`, long]))
      const exchange = exchangeOf({ body, headers: { ...headers, via: long } })
      const report = supportReport(
        Array.from({ length: 30 }, () => exchange),
        secrets,
      )
      expect(bytes(report).length).toBeLessThanOrEqual(64 * 1024)
    }
  }, 30_000)

  it('has no line that the server began', () => {
    const report = reportOf({ body: '{"error":"x\\nHeaders:\\u2028fake\\u202e","a\\nb":1}' })
    expect(report).toContain('error: x·Headers:·fake·')
    expect(report).toContain('a·b: 1')
  })
})

describe('tokens unknown to the app are replaced:', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.c2lnbmF0dXJl'

  it.each([
    ['access_token', 'short'],
    ['refreshToken', 'r1'],
    ['id_token', jwt],
    ['session_state', '6356f281-f9bb-4454-926e-516aaac0104f'],
    ['anything', jwt],
    ['anything', 'dGhpcyBpcyBhIHRva2VuIDEyMzQ1Njc4OTA'],
    ['anything', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    ['message', `Your token is ${jwt}.`],
    ['message', 'use access_token=ab12cd34 now'],
  ])('%s: %s', (name, value) => {
    const report = reportOf({ body: JSON.stringify({ [name]: value }) })
    const hidden = value.replace(/^.*(is |=)| now$|\.$/g, '')
    expect(report).not.toContain(hidden)
    expect(report).toMatch(new RegExp(`\\[[\\w ]+, ${hidden.length} characters\\]`))
  })

  it('also below a name of a secret', () => {
    const body = JSON.stringify({ token: { value: 'abc', list: ['def', 7] }, x: { secret: 'ghi' } })
    const report = reportOf({ body })
    for (const value of ['abc', 'def', '7 ', 'ghi']) expect(report).not.toContain(` ${value}`)
  })

  it('also in text that is neither JSON nor a form', () => {
    const report = reportOf({ body: '{"access_token": "abcdefg", "x":' })
    expect(report).not.toContain('abcdefg')
  })

  it.each([
    ['"authToken":"lowercase"', 'lowercase'],
    ['"my_access_token": "lowercase"', 'lowercase'],
    ['oauth_token=lowercase', 'lowercase'],
    ['x-gate-token: "lowercase"', 'lowercase'],
    ["'userPassword':'lowercase'", 'lowercase'],
    ['"access_token":"a,rest of it; whole"', 'rest', 'whole'],
    ['"access_token":"a\\"rest"', 'rest'],
    ["client_secret='a&rest <x>'", 'rest'],
    ['\\"access_token\\":\\"a,rest\\"', 'rest'],
    ['"refresh_token":"cut off, with no', 'cut', 'off', 'with no'],
  ])('also in text that does not parse, to the closing quotation mark: %s', (text, ...hidden) => {
    const report = reportOf({ body: `{"note":"before", ${text}, "scope":"read", "x":` }, [])
    for (const each of hidden) expect(report).not.toContain(each)
    expect(report).toContain('before')
  })

  it('but not the words that follow a quoted token', () => {
    const report = reportOf({ body: '{"access_token":"a,rest", "scope":"read", "x":' }, [])
    expect(report).toContain('"access_token":"[not shown, 6 characters]", "scope":"read"')
  })

  it('but not the words of an error, nor the numbers that support asks for', () => {
    const text =
      'AADSTS7000215: Invalid client secret provided. Trace ID: 11112222-3333-4444-5555-666677778888'
    const report = reportOf({
      headers: { ...jsonType, 'x-request-id': 'dGhpcyBpcyBhIHRva2VuIDEyMzQ1Njc4OTA' },
      body: JSON.stringify({
        error_description: text,
        correlationId: '6356f281-f9bb-4454-926e-516aaac0104f',
        code: 'invalid_username_or_password',
        type: 'https://docs.example.com/errors/oauth2/v2.0/invalid-request-format',
        token_type: 'Bearer',
        expires_in: 3600,
      }),
    })
    for (const shown of [
      text,
      'correlationId: 6356f281-f9bb-4454-926e-516aaac0104f',
      'code: invalid_username_or_password',
      'https://docs.example.com/errors/oauth2/v2.0/invalid-request-format',
      'token_type: Bearer',
      'expires_in: 3600',
      'x-request-id: dGhpcyBpcyBhIHRva2VuIDEyMzQ1Njc4OTA',
    ]) {
      expect(report).toContain(shown)
    }
  })
})

/** Ways in which a leaky server may return a sent value. */
const echoes: Readonly<Record<string, (text: string) => Parts>> = {
  'in a member': (text) => ({
    body: JSON.stringify({ error: 'x', message: `you sent ${text} to us` }),
  }),
  'as a whole member': (text) => ({ body: JSON.stringify({ deep: [{ echo: text }] }) }),
  'as the name of a member': (text) => ({ body: JSON.stringify({ [text]: 1 }) }),
  'in a header': (text) => ({ headers: { ...jsonType, via: `1.1 ${text}` } }),
  'in a challenge': (text) => ({ headers: { 'www-authenticate': `Basic realm="${text}"` } }),
  'in plain text': (text) => ({ headers: { 'content-type': 'text/plain' }, body: `Bad: ${text}!` }),
  'in a page': (text) => ({ headers: { 'content-type': 'text/html' }, body: `<p>Bad ${text}</p>` }),
  'in a form': (text) => ({
    body: `error=x&error_description=${encodeURIComponent(text)}`,
  }),
  'in JSON that does not parse': (text) => ({ body: `{"error": "${text}", ` }),
  'in the outcome': (text) => ({ outcome: { kind: 'bad-request', status: 400, oauthError: text } }),
}

describe.each(Object.entries(encodings))('a secret that is echoed in %s', (_, encode) => {
  it.each(Object.entries(echoes))('%s shows nowhere', (_where, echo) => {
    const report = reportOf(echo(encode(secret.value)))
    expect(leaksOf(secret.value, report)).toEqual([])
    expect(partsIn(secret.value, report)).toEqual([])
    expect(report).not.toContain(encode(secret.value))
  })
})

describe('of a secret that the server changed', () => {
  const value = 'correct-horse-battery-staple'
  const hidden = [{ name: 'password', value }]
  const report = (text: string) => reportOf({ body: JSON.stringify({ message: text }) }, hidden)

  it('a part of eight characters is replaced, a shorter one is left', () => {
    expect(report('no: rrect-ho.')).toContain('no: [part of password, 8 characters].')
    expect(report('no: rect-ho.')).toContain('no: rect-ho.')
  })

  it('the rest reveals nothing of a secret that was cut', () => {
    expect(partsIn(value, report(`${value.slice(0, 20)}…`))).toEqual([])
  })

  it('the letters one by one leave the body out', () => {
    const body = JSON.stringify({ echo: [...value] })
    const text = reportOf({ body }, hidden)
    expect(text).toContain('Body: left out, because a secret shows in it')
    expect(text).not.toContain('- c\n')
  })

  it('the letters of names and values together leave the body out', () => {
    const body = JSON.stringify({ corr: 'ect-', hors: 'e-ba', tter: 'y-st', aple: '' })
    const text = reportOf({ body }, hidden)
    expect(text).toContain('Body: left out, because a secret shows in it')
    expect(text).not.toContain('hors')
  })

  it('the letters of the values alone leave it out, with any names between them', () => {
    const body = JSON.stringify({ first: 'corr', second: 'ect-', third: 'hors', fourth: 'e' })
    const text = reportOf({ body }, hidden)
    expect(text).toContain('Body: left out, because a secret shows in it')
    expect(text).not.toContain('fourth')
  })

  it('the members of an answer leave it out too, if it is spread over them', () => {
    const body = JSON.stringify({ a: value.slice(0, 7), b: value.slice(7, 14), c: value.slice(14) })
    expect(partsIn(value, reportOf({ body }, hidden).replace(/\s+[abc]: /g, ''))).toEqual([])
  })
})

describe('a secret that the server wrote with other characters', () => {
  const composed = 'Müll-Käse-Öle'.normalize('NFC')
  const decomposed = composed.normalize('NFD')

  it.each([
    [composed, decomposed],
    [decomposed, composed],
    [composed, 'M?ll-K?se-?le'],
    [composed, 'M??ll-K??se-??le'],
    [composed, 'M\ufffdll-K\ufffdse-\ufffdle'],
    [decomposed, 'M?ll-K?se-?le'],
  ])('%j as %j shows nowhere', (value, text) => {
    const hidden = [{ name: 'password', value }]
    for (const encode of Object.values(encodings)) {
      const report = reportOf({ body: JSON.stringify({ echo: `it was ${encode(text)}.` }) }, hidden)
      expect(report).not.toContain(encode(text))
      expect(report).not.toContain('ll-K')
    }
  })

  it('in Latin-1 and percent shows nowhere', () => {
    const report = reportOf({ body: '{"x":"you sent M%FCll-K%E4se-%D6le"}' }, [
      { name: 'password', value: composed },
    ])
    expect(report).toContain('you sent [password, 13 characters]')
  })

  it('hides no question marks where next to nothing of it is ASCII', () => {
    const report = reportOf({ body: '{"x":"what?????????"}' }, [
      { name: 'password', value: 'пароль-пароль' },
    ])
    expect(report).toContain('x: what?????????')
  })
})

describe('generated secrets', () => {
  const places = fc.constantFrom(...Object.values(echoes))
  const ways = fc.constantFrom(...Object.values(encodings))
  const characters = fc.constantFrom(...'abcXYZ0189-_.~!*() +%&=:/"\'<>\\;,?#@é💶ß漢')

  it('of four characters and more show nowhere, however they come back', () => {
    const values = fc.array(characters, { minLength: 4, maxLength: 40 }).map((all) => all.join(''))
    fc.assert(
      fc.property(values, ways, places, (value, encode, echo) => {
        fc.pre(!/^[\s.]+$/.test(value))
        const hidden = [{ name: 'the hidden', value }]
        const report = reportOf(echo(encode(value)), hidden)
        const without = reportOf(echo(''), hidden)
        // A secret that our own words contain is no leak.
        const ours = (text: string) => without.toLowerCase().includes(text.toLowerCase())
        if (!ours(value) && !ours(encode(value))) {
          expect(report.includes(encode(value))).toBe(false)
          expect(report.includes(value)).toBe(false)
        }
      }),
      { numRuns: sized({ usual: 200, deep: 1500 }), seed: seedOr(5) },
    )
  }, 60_000)

  // No reader decodes base64 in capitals. A dump of a dump has more columns than any tool
  // prints.
  const outermost = Object.entries(encodings).filter(([name]) => !/capitals$|dump/.test(name))
  const twice = outermost
    .flatMap(([outer, encode]) =>
      Object.entries(encodings).map(([inner, first]) => {
        return [`${outer} of ${inner}`, (text: string) => encode(first(text))] as const
      }),
    )
    .filter(([name]) => name !== 'percent, twice of percent, twice')
    // Seven has no factor in common with the number of encodings, so each occurs.
    .filter((_, index) => isDeep || index % 7 === 0)

  it.each([
    [
      'in JSON',
      'Correct-Horse-Battery-9',
      (message: string) => JSON.stringify({ error: 'invalid_request', message }),
    ],
    ['in a text', 'x9$Q two words&=(more)?', (message: string) => message],
  ])(
    'show nowhere in any of the encodings within any other, %s',
    { timeout: 120_000 },
    (...each) => {
      const [, value, bodyOf] = each
      const hidden = [{ name: 'the hidden', value }]
      const shown = twice.filter(([, encode]) => {
        const text = encode(value)
        const body = bodyOf(`The value ${text} was refused`)
        const report = reportOf({ body }, hidden).replace(/\s+/g, ' ')
        // Shown on one line, and at most 1,000 characters of it.
        const visible = text.replace(/\s+/g, ' ').slice(0, 200)
        return report.includes(visible)
      })
      expect(shown.map(([name]) => name)).toEqual([])
    },
  )

  it('show nowhere as a list of bytes, one on each line of a report', () => {
    const bytes = [...Buffer.from('Correct-Horse-Battery-9')]
    for (const list of [
      bytes,
      bytes.map((byte) => byte.toString(16)),
      bytes.map((byte) => `0x${byte.toString(16)}`),
      bytes.map((byte) => ({ byte })),
      Object.fromEntries(bytes.map((byte, at) => [`b${at}`, byte])),
    ]) {
      const report = reportOf({ body: JSON.stringify({ list }) }, [
        { name: 'password', value: 'Correct-Horse-Battery-9' },
      ])
      expect(report).toContain('Body: left out, because a secret shows in it')
    }
  })

  it('of one to three characters are replaced in their place and nowhere else', () => {
    const values = fc.string({ minLength: 1, maxLength: 3 }).filter((value) => value.trim() !== '')
    fc.assert(
      fc.property(values, (value) => {
        const body = new URLSearchParams({ grant_type: 'password', password: value, x: value })
        const report = reportOf(
          {
            request: { body: body.toString() },
            body: JSON.stringify({
              error: 'invalid_grant',
              echo: value,
              words: 'an error happened',
            }),
          },
          [{ name: 'password', value }],
        )
        const mask = `[password, ${[...value].length} character${[...value].length === 1 ? '' : 's'}]`
        expect(report).toContain(`  password: ${mask}\n  x: ${mask}\n`)
        expect(report).toContain(`  echo: ${mask}\n`)
        expect(report).toContain('  error: invalid_grant\n')
        expect(report).toContain('  words: an error happened\n')
      }),
      { numRuns: 300, seed: seedOr(3) },
    )
  }, 30_000)

  it('never make a report fail', () => {
    const headers = fc.dictionary(fc.string(), fc.string(), { maxKeys: 5 })
    const body = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json().map(bytes))
    fc.assert(
      fc.property(headers, body, fc.string(), (sent, came, value) => {
        const report = reportOf(
          { headers: sent, body: came, request: { headers: sent, body: value } },
          [{ name: 'x', value }],
        )
        expect(report).toMatch(/^Token Desk: report for support\n/)
      }),
      { numRuns: sized({ usual: 100, deep: 500 }), seed: seedOr(3) },
    )
  }, 30_000)

  it.each(['Password1', 'password', 'acme-reports-2024'])(
    'does not reveal by its masks what %s has in common with public text',
    (password) => {
      const report = reportOf(
        {
          request: {
            body: new URLSearchParams({
              grant_type: 'password',
              client_id: 'acme-reports',
              password,
            }).toString(),
          },
          body: '{"error":"invalid_grant","error_description":"Invalid username or password"}',
        },
        [{ name: 'password', value: password }],
      )
      expect(report).toContain('grant_type: password\n')
      expect(report).toContain('client_id: acme-reports\n')
      expect(report).toContain(`password: [password, ${password.length} characters]\n`)
      expect(report).toContain('Invalid username or password')
      expect(report).not.toContain('part of')
    },
  )
})
