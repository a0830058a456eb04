import type { AnswerCase } from './answer-case.ts'
import { failures } from './failures.ts'
import { fieldCases } from './fields.ts'
import { otherPlaces } from './other-places.ts'
import { refusalsByGateways } from './refusals-by-gateways.ts'
import { refusalsInWords } from './refusals-in-words.ts'
import { refusalsWithTokens } from './refusals-with-tokens.ts'
import { refusedCases } from './refused.ts'
import { serversOfBusiness } from './servers-of-business.ts'
import { serversOfIdentity } from './servers-of-identity.ts'
import { serversOfPeople } from './servers-of-people.ts'
import { shapes } from './shapes.ts'

/** The whole corpus: one line a file. */
export const answerCases: readonly AnswerCase[] = [
  ...serversOfIdentity,
  ...serversOfBusiness,
  ...serversOfPeople,
  ...shapes,
  ...fieldCases,
  ...refusalsWithTokens,
  ...refusedCases,
  ...failures,
  ...otherPlaces,
  ...refusalsByGateways,
  ...refusalsInWords,
]
