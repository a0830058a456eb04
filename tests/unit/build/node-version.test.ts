import { expect, test } from 'vitest'
import { judgeNode } from '../../../build/node-version.mjs'

test.each(['22.12.0', '22.20.1', '24.0.0', '26.12.0'])(
  'Node %s is what is asked for',
  (version) => {
    expect(judgeNode(version)).toEqual({ kind: 'fine' })
  },
)

test.each(['20.19.0', '20.20.2', '21.7.3', '22.0.0', '22.11.0'])(
  'Node %s is warned of in one line, and goes on',
  (version) => {
    const judged = judgeNode(version)
    expect(judged).toMatchObject({ kind: 'old' })
    expect(JSON.stringify(judged)).toContain(`Node.js ${version} is older than 22.12`)
  },
)

test.each(['20.18.3', '20.0.0', '18.20.4', '8.17.0'])('Node %s is refused', (version) => {
  expect(judgeNode(version)).toMatchObject({
    kind: 'too-old',
    text: `Node.js ${version} is too old: install Node.js 22.12 or newer and run this command again.`,
  })
})
