// Runs Electronegativity over the folder that is named and prints what it found, as JSON. A
// program of its own, because the checker asks the network for translations and for a list of
// versions, and a test must not.
const { createRequire } = require('node:module')
const { join } = require('node:path')

for (const name of ['node:http', 'node:https']) {
  require(name).request = () => {
    throw new Error('The checker stays off the network.')
  }
}

const [, , checkers = '', folder = '', version = ''] = process.argv
/**
 * @typedef {{ id: string, file: string, location: { line: number } }} Issue
 * @type {(options: object) => Promise<{ issues: Issue[], errors: unknown[] }>}
 */
const run = createRequire(join(checkers, 'package.json'))('@doyensec/electronegativity')
const silent = () => undefined
console.log = silent
console.warn = silent

run({
  input: folder,
  isRelative: true,
  severitySet: 'informational',
  confidenceSet: 'tentative',
  customScan: [],
  // It would ask the network which versions there are.
  excludeFromScan: ['availablesecurityfixesglobalcheck'],
  electronVersionOverride: version,
}).then(({ issues, errors }) => {
  const found = issues.map(({ id, file, location }) => ({ id, file, line: location.line }))
  process.stdout.write(JSON.stringify({ found, errors }))
})
