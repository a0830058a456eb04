import { createRandom } from '../../src/main/platform/random.ts'
import { createFixedRandom } from '../support/engine/fixed-random.ts'
import { describeRandom } from '../support/ports/random-suite.ts'

describeRandom('fake', createFixedRandom)
describeRandom('the system', createRandom)
