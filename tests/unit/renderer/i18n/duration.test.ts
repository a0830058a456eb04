import { describe, expect, it } from 'vitest'
import {
  liveDuration,
  roughDuration,
  spokenDuration,
} from '../../../../src/renderer/i18n/duration.ts'
import { t } from './english.ts'

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000]

describe('a span while it counts down', () => {
  it.each([
    [6 * day + 23 * hour + 59 * minute, '6 d 23 h'],
    [day, '1 d 00 h'],
    [hour + 5 * minute, '1 h 05 min'],
    [58 * minute + 4 * second, '58 min 04 s'],
    [minute, '1 min 00 s'],
    [59 * second, '59 s'],
    [1, '1 s'],
    [0, '0 s'],
    [-5 * second, '0 s'],
  ])('%i ms is %s', (span, words) => {
    expect(liveDuration(t, span)).toBe(words)
  })
})

describe('a span in a sentence', () => {
  it.each([
    [58 * minute + 59 * second, '58 min'],
    [minute, '1 min'],
    [42 * second, '42 s'],
    [hour + 5 * minute, '1 h 05 min'],
    [7 * day, '7 d 00 h'],
  ])('%i ms is %s', (span, words) => {
    expect(spokenDuration(t, span)).toBe(words)
  })
})

describe('a span where a little more or less does not matter', () => {
  it.each([
    [20 * second, '1 minute'],
    [89 * second, '1 minute'],
    [12 * minute + 10 * second, '12 minutes'],
    [hour - second, '1 hour'],
    [hour + 30 * minute, '1 hour 30 minutes'],
    [2 * hour + minute, '2 hours 1 minute'],
    [day, '1 day'],
    [3 * day + 5 * hour + 40 * minute, '3 days 5 hours'],
  ])('%i ms is %s', (span, words) => {
    expect(roughDuration(t, span)).toBe(words)
  })
})
