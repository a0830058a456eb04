import { describe, expect, test } from 'vitest'
import { forgetKeyLog, refusedVariables } from '../../../src/main/shell/refused-variables.ts'

const dangerous = [
  'SSLKEYLOGFILE',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'NODE_DEBUG',
  'NODE_DEBUG_NATIVE',
]

const harmless = [
  'PATH',
  'https_proxy',
  'GTK_MODULES',
  'LANG',
  'ELECTRON_OZONE_PLATFORM_HINT',
  'NODE_OPTIONS',
  'SSLKEYLOG',
  'MY_SSLKEYLOGFILE',
]

describe('the packaged app', () => {
  test.each(dangerous)('does not start with %s', (name) => {
    expect(refusedVariables({ [name]: '/tmp/planted' }, 'linux')).toEqual([name])
  })

  test.each(harmless)('starts with %s', (name) => {
    expect(refusedVariables({ [name]: '/tmp/planted' }, 'linux')).toEqual([])
  })

  test('starts with one that is empty, as a shell leaves it', () => {
    expect(refusedVariables({ SSLKEYLOGFILE: '', NODE_DEBUG: undefined }, 'linux')).toEqual([])
  })

  test('names each that is set, in order and without its value', () => {
    const env = { SSLKEYLOGFILE: 'planted', PATH: 'planted', NODE_DEBUG: 'planted' }
    expect(refusedVariables(env, 'darwin')).toEqual(['NODE_DEBUG', 'SSLKEYLOGFILE'])
  })

  test('reads names as its system does', () => {
    expect(refusedVariables({ SslKeyLogFile: 'planted' }, 'win32')).toEqual(['SSLKEYLOGFILE'])
    expect(refusedVariables({ sslkeylogfile: 'planted' }, 'linux')).toEqual([])
  })
})

test('the file for the keys of TLS is forgotten, and nothing else', () => {
  const env = { SSLKEYLOGFILE: 'planted', NODE_DEBUG: 'http' }
  forgetKeyLog(env)
  expect(env).toEqual({ NODE_DEBUG: 'http' })
})
