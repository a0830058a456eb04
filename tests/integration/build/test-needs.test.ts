import { expect, test } from 'vitest'
import { prepareSteps } from '../../../build/test-needs.mjs'
import type { Step } from '../../../build/test-steps.mjs'

const step = (name: string, needs: Partial<Step>): Step => ({
  name,
  ...needs,
  run: () => Promise.reject(new Error('it is not run here')),
})

test.runIf(process.platform === 'linux')(
  'a step whose programs are missing can’t run, and the others can',
  async () => {
    const ready = step('ready', { programs: ['sh'] })
    const lacking = step('lacking', { programs: ['sh', 'no-such-program'] })
    const later = step('later', { deepPrograms: ['another-such-program'] })
    const reasons = await prepareSteps([ready, lacking, later], false)
    expect([...reasons.keys()]).toEqual([lacking])
    expect(reasons.get(lacking)).toMatch(/^this system lacks no-such-program: install no-such/)
    expect([...(await prepareSteps([ready, lacking, later], true)).keys()]).toEqual([
      lacking,
      later,
    ])
  },
)
