import { createRandom, createRandomBytes } from '../../src/main/platform/random.ts'
import { createFixedRandom, createFixedRandomBytes } from '../support/engine/fixed-random.ts'
import { describeRandom, describeRandomBytes } from '../support/ports/random-suite.ts'

describeRandom('fake', createFixedRandom)
describeRandom('the system', createRandom)
describeRandomBytes('fake', createFixedRandomBytes)
describeRandomBytes('the system', createRandomBytes)
