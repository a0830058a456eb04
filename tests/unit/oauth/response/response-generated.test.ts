import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { applyResult } from '../../../../src/main/engine/apply-result.ts'
import {
  type Exchange,
  outcomeOf,
  type TokenRun,
} from '../../../../src/main/engine/run-exchanges.ts'
import type { TokenAnswer } from '../../../../src/main/oauth/response/response-body.ts'
import {
  readTokenResponse,
  type TokenReading,
} from '../../../../src/main/oauth/response/token-response.ts'
import { outcome } from '../../../../src/shared/outcome.ts'
import { answeredAt, sentAt } from '../../../support/corpus/answer-case.ts'
import {
  byteNoise,
  bytesOf,
  forgivenAnswer,
  jsonNoise,
  spoiledAnswer,
} from '../../../support/corpus/generated-answers.ts'
import { objectionTo } from '../../../support/corpus/oracle.ts'
import { seedOr, sized } from '../../../support/deep.ts'
import { timeOf } from '../../../support/pace/time-of.ts'
import { sampleProfile } from '../../../support/ports/sample-profile.ts'
import { optionsOf } from '../../../support/profiles/settings.ts'

/** Of each kind. */
const count = sized({ usual: 500, deep: 25_000 })
const seeded = { seed: seedOr(20_261_121), numRuns: count }
/** Milliseconds. */
const longest = 50

/** A client secret, an opaque token and a JWT with many claims, as long as they really are. */
const secrets = [30, 300, 3000].map((length) => {
  const random = Buffer.from(
    Array.from({ length }, (_, at) => (at * at * 31 + at * 7 + length) & 255),
  )
  return random.toString('base64url').slice(0, length)
})
const context = { grantType: 'refreshToken', now: answeredAt, rules: [], secrets } as const

const seen = { answers: 0, tokens: 0, slowest: 0 }

/** Reads an answer, within the time that it may take. */
function read(answer: TokenAnswer): TokenReading {
  let reading: TokenReading | undefined
  const work = () => {
    reading = readTokenResponse(answer, context)
  }
  const time = timeOf(work, longest)
  seen.answers += 1
  seen.slowest = Math.max(seen.slowest, time)
  if (time >= longest) throw new Error(`took ${time} ms`)
  if (reading === undefined) throw new Error('was not read')
  if (reading.kind === 'token') seen.tokens += 1
  return reading
}

const profile = sampleProfile()
const held = profile.sealed.token?.refreshToken ?? ''
const tokenRun: TokenRun = { ...profile, what: 'refresh', by: 'renewal', lastOutcome: null }

function ended(answer: TokenAnswer, reading: TokenReading) {
  const { status, headers, body } = answer
  const exchange: Exchange = {
    grant: { kind: 'refreshToken', refreshToken: held },
    settings: profile.settings,
    request: {
      method: 'POST',
      url: optionsOf(profile.settings).refreshEndpoint,
      headers: {},
      body: '',
    },
    sentAt,
    arrivedAt: answeredAt,
    result:
      body === 'too-large' ? { kind: body, status } : { kind: 'answer', status, headers, body },
    reading,
  }
  return applyResult(
    profile,
    tokenRun,
    { exchanges: [exchange], outcome: outcomeOf(exchange) },
    { now: answeredAt, jitter: 0 },
  )
}

/** What holds of every answer, whatever it is. */
function judge(answer: TokenAnswer): TokenReading {
  const reading = read(answer)
  const { sealed } = ended(answer, reading)
  if (reading.kind === 'no-token') {
    outcome.parse(reading.outcome)
    if (sealed !== profile.sealed) throw new Error('a failure took something away')
    return reading
  }
  const objection = objectionTo(answer, reading.token)
  if (objection !== null) throw new Error(objection)
  const kept = sealed === 'locked' ? null : sealed.token?.refreshToken
  if (kept !== (reading.token.refreshToken ?? held)) throw new Error('a refresh token was lost')
  return reading
}

describe(`${4 * count} generated answers`, { timeout: 300_000 }, () => {
  it('are read as they are meant, where all that is wrong can be forgiven', () => {
    fc.assert(
      fc.property(forgivenAnswer, (known) => {
        const { token, deviations } = known
        const headers = { 'content-type': known.type }
        const reading = judge({ status: 200, headers, body: bytesOf(known) })
        return isDeepStrictEqual(reading, { kind: 'token', token, deviations })
      }),
      seeded,
    )
  })

  it('are refused, where one thing spoils a right answer', () => {
    fc.assert(
      fc.property(spoiledAnswer, (answer) => judge(answer).kind === 'no-token'),
      seeded,
    )
  })

  it('are refused or rightly taken, where the values are noise', () => {
    fc.assert(
      fc.property(jsonNoise, (answer) => {
        judge(answer)
      }),
      seeded,
    )
  })

  it('are refused or rightly taken, where the bytes are noise', () => {
    fc.assert(
      fc.property(byteNoise, (answer) => {
        judge(answer)
      }),
      seeded,
    )
  })

  afterAll(() => {
    const { answers, tokens, slowest } = seen
    console.log(`${answers} answers, ${tokens} tokens, the slowest ${slowest.toFixed(1)} ms`)
    expect(answers).toBeGreaterThanOrEqual(4 * count)
  })
})
