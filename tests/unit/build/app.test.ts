import { expect, test } from 'vitest'
import { readVerbosity } from '../../../build/app.mjs'

test('keeps the log of Chromium quiet unless it is asked for', () => {
  expect(readVerbosity(['a.json'], {})).toEqual({ switches: ['--log-level=3'], args: ['a.json'] })
  expect(readVerbosity(['a.json', '--verbose'], {})).toEqual({ switches: [], args: ['a.json'] })
  expect(readVerbosity(['a.json'], { TOKEN_DESK_VERBOSE: '1' }).switches).toEqual([])
})
