import { describe } from 'vitest'
import { itDeliversAnswers } from './http-answers-suite.ts'
import { itSaysWhyThereIsNoAnswer } from './http-failures-suite.ts'
import { type HttpUnderTest, useHttp } from './http-fixture.ts'
import { itKeepsToItself } from './http-privacy-suite.ts'

/** Everything the engine relies on, against real servers of this computer. */
export function describeHttp(name: string, start: () => Promise<HttpUnderTest>): void {
  describe(`http: ${name}`, () => {
    const fixture = useHttp(start)
    itDeliversAnswers(fixture)
    itSaysWhyThereIsNoAnswer(fixture)
    itKeepsToItself(fixture)
  })
}
