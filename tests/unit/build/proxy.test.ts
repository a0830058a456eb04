import { describe, expect, test } from 'vitest'
import { firstLine, proxySettings } from '../../../build/proxy.mjs'

describe('the settings for the download of Electron', () => {
  test('are none without a proxy', () => {
    for (const env of [{}, { HTTPS_PROXY: '' }, { npm_config_proxy: 'null' }, { NO_PROXY: '*' }]) {
      expect(proxySettings(env)).toEqual({})
    }
  })

  test.each([
    [{ HTTPS_PROXY: 'http://a:1' }, 'http://a:1'],
    [{ https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:2' }, 'http://a:1'],
    [{ HTTP_PROXY: 'http://a:1' }, 'http://a:1'],
    [{ http_proxy: 'http://a:1', https_proxy: 'http://b:2' }, 'http://b:2'],
    [{ npm_config_https_proxy: 'http://a:1', npm_config_proxy: 'http://b:2' }, 'http://a:1'],
    [{ npm_config_proxy: 'http://a:1' }, 'http://a:1'],
    [{ HTTPS_PROXY: 'http://a:1', npm_config_https_proxy: 'http://b:2' }, 'http://a:1'],
    [{ ALL_PROXY: 'http://a:1' }, 'http://a:1'],
    // As curl takes it.
    [{ HTTPS_PROXY: 'proxy.example:8080' }, 'http://proxy.example:8080'],
    [{ HTTPS_PROXY: ' http://u:p@a:1 ' }, 'http://u:p@a:1'],
  ])('of %j lead to %s', (env, proxy) => {
    expect(proxySettings(env)).toMatchObject({
      ELECTRON_GET_USE_PROXY: 'true',
      HTTPS_PROXY: proxy,
      https_proxy: proxy,
    })
  })

  test('leave out what does not go through the proxy', () => {
    const proxy = { HTTPS_PROXY: 'http://a:1' }
    expect(proxySettings({ ...proxy, npm_config_noproxy: 'b.example' })).toMatchObject({
      NO_PROXY: 'b.example',
      no_proxy: 'b.example',
    })
    expect(proxySettings({ ...proxy, no_proxy: 'c.example', NO_PROXY: 'd' })).toMatchObject({
      NO_PROXY: 'c.example',
    })
  })

  test('accept no SOCKS proxy', () => {
    expect(proxySettings({ ALL_PROXY: 'socks5://a:1' })).toEqual({})
  })
})

test('of an error the first line is shown that says something, without the password of a proxy', () => {
  expect(firstLine('\n\n  Error: it failed\n    at there')).toBe('Error: it failed')
  expect(firstLine('no way through http://ada:secret@proxy.example:8080/')).toBe(
    'no way through http://proxy.example:8080/',
  )
  expect(firstLine('')).toBe('')
  const warned =
    '(node:7) ExperimentalWarning: new\n(Use `node --trace-warnings ...` to show)\nError: x'
  expect(firstLine(warned)).toBe('Error: x')
  expect(firstLine('x'.repeat(1000))).toHaveLength(300)
})
