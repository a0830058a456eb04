import { expect, test } from 'vitest'
import { browserMajor } from '../../../build/page-browser.mjs'

test.each([
  ['Chromium 156.0.8078.114 built on Debian GNU/Linux 12 (bookworm)', 156],
  ['Google Chrome 154.0.8037.71 ', 154],
  ['Chromium 99.0.4844.51', 99],
])('reads the version of a browser: %s', (text, major) => {
  expect(browserMajor(text)).toBe(major)
})

test.each(['', 'command not found', 'Chromium', 'Error 12.1'])(
  'knows no version where none is said: %j',
  (text) => {
    expect(browserMajor(text)).toBeNaN()
  },
)
