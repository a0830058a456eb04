import { describe, expect, it } from 'vitest'
import {
  hasMoreOptions,
  isInMoreOptions,
} from '../../../../../src/renderer/features/profile-form/more-options.ts'
import { presetValues } from '../../../../../src/renderer/features/profile-form/values.ts'
import { openPreset, strictPreset } from '../../make.ts'
import { row, typed } from './typed.ts'

describe('More options', () => {
  it('are folded away as long as all in them is as usual', () => {
    expect(hasMoreOptions(typed({ scope: 'read' }), openPreset)).toBe(false)
  })

  it.each([
    { refreshEndpoint: 'https://login.example.com/renew' },
    { audience: 'reports' },
    { resource: 'https://api.example.com' },
    { bodyFormat: 'json' },
    { encoding: 'raw' },
    { extraParameters: [row('tenant')] },
    { extraHeaders: [row('X-Tenant')] },
  ] as const)('are open where something is in them: %o', (over) => {
    expect(hasMoreOptions(typed(over), openPreset)).toBe(true)
  })

  it('are folded away where what differs is not shown', () => {
    const hidden = { encoding: 'raw', clientAuthentication: 'body' } as const
    expect(hasMoreOptions(typed(hidden), openPreset)).toBe(false)
    const values = { ...typed({ audience: 'reports' }), ...presetValues(strictPreset) }
    expect(hasMoreOptions(values, strictPreset)).toBe(false)
  })

  it('hold the problems of their fields', () => {
    expect(isInMoreOptions('resource')).toBe(true)
    expect(isInMoreOptions('extraHeaders.0.name')).toBe(true)
    expect(isInMoreOptions('tokenEndpoint')).toBe(false)
  })
})
