import { describe, expect, it } from 'vitest'
import { answerCases } from '../../../support/corpus/all-cases.ts'
import { type AnswerCase, planted } from '../../../support/corpus/answer-case.ts'
import { failures } from '../../../support/corpus/failures.ts'
import { encodings, leaksOf, partsIn } from '../../../support/corpus/leaks.ts'
import { reportOfCase } from '../../../support/corpus/planted-report.ts'
import { isDeep } from '../../../support/deep.ts'

const all = [...new Map([...answerCases, ...failures].map((each) => [each.name, each])).values()]
// Seven has no factor in common with the number of encodings, so each of them occurs.
const cases = isDeep ? all : all.filter((_, index) => index % 7 === 0)
const ways = Object.values(encodings)

/** The same answer from a server that also sends back all that it was sent. */
function echoing(each: AnswerCase, index: number): AnswerCase | null {
  if (typeof each.body !== 'string') return null
  const encode = ways[index % ways.length] ?? String
  const echo = Object.values(planted).map(encode).join(' ')
  const headers = { ...each.headers, via: echo, 'x-echo': echo }
  const isObject = each.body.trimEnd().endsWith('}') && each.body.trimStart().startsWith('{')
  const body = isObject
    ? each.body.replace(/\}\s*$/, `,"echo":${JSON.stringify(echo)}}`)
    : `${each.body} ${echo}`
  return { ...each, headers, body }
}

/** Tokens of the corpus as short as `a` stand in words, too: of these, only the place counts. */
const isTelling = ({ value }: { readonly value: string }) => value.length > 6

describe.each(cases.map((each, index) => [each.name, each, index] as const))(
  '%s',
  (_, each, index) => {
    const answers = [each, echoing(each, index)].filter((one) => one !== null)

    it.each(answers.map((one) => [one === each ? 'as it is' : 'with an echo', one] as const))(
      'makes a report that shows no secret and no token, %s',
      (_how, one) => {
        const { report, secrets } = reportOfCase(one)
        expect(report).toContain(`Status: ${one.status}`)
        for (const secret of secrets.filter(isTelling)) {
          expect(leaksOf(secret.value, report)).toEqual([])
          // Neither our own words nor those of the protocol are a part of a secret.
          const theirs = report.replace(/\[[^\]]*\]|password|refresh_token/gi, '')
          expect(partsIn(secret.value, theirs)).toEqual([])
        }
      },
    )
  },
)
