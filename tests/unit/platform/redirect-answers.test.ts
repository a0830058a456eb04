import { expect, test } from 'vitest'
import { createRedirectAnswers } from '../../../src/main/platform/redirect-answers.ts'
import { pageTexts } from '../../support/ports/redirect-listener-suite.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded', host: '127.0.0.1:1' }

test('a redirect counts even if its browser is gone before the last byte has been read', async () => {
  const taken: (string | null)[] = []
  const answer = createRedirectAnswers({
    accepts: (parameters) => parameters.get('state') === 'right',
    expected: new URL('http://127.0.0.1:1/callback'),
    port: () => 1,
    texts: pageTexts,
    noParameters: () => {},
    redirected: (parameters) => taken.push(parameters.get('code')),
  })
  let closes = () => {}
  async function* body() {
    yield Buffer.from('code=the-code&state=right')
    closes()
  }
  await answer(
    { method: 'POST', url: '/callback', headers: form, iterator: body },
    {
      writeHead: () => ({ end: () => {} }),
      once: (_, listener) => {
        closes = listener
      },
    },
  )
  expect(taken).toEqual(['the-code'])
})
