import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asTyped,
  forgetKeyLog,
  refusedSwitches,
  refusedVariables,
} from '../../../src/main/shell/start-check.ts'
import { seedOr } from '../../support/deep.ts'

const dangerous = [
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--inspect',
  '--inspect=0.0.0.0:9229',
  '--inspect-brk',
  '--inspect-publish-uid=http',
  '--debug-brk',
  '--log-net-log=/tmp/net.json',
  '--net-log-capture-mode=IncludeSensitive',
  '--ssl-key-log-file=/tmp/keys',
  '--trace-startup=net',
  '--trace-config-file=/tmp/what.json',
  '--enable-tracing=net',
  '--enable-tracing-output=/tmp/trace',
  '--enable-background-tracing=/tmp/rules',
  '--ignore-certificate-errors',
  '--ignore-certificate-errors-spki-list=abc',
  '--allow-insecure-localhost',
  '--proxy-server=attacker:8080',
  '--proxy-pac-url=http://attacker/pac',
  '--proxy-bypass-list=*',
  '--no-proxy-server',
  '--js-flags=--allow-natives-syntax',
  '--host-rules=MAP * attacker',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--no-sandbox',
  '--disable-gpu-sandbox',
  '--no-zygote-sandbox',
  '--single-process',
  '--disable-web-security',
  '--load-extension=/tmp/extension',
  '--renderer-cmd-prefix=gdb',
  '--gpu-launcher=/tmp/program',
  '--browser-subprocess-path=/tmp/program',
  '--auth-server-allowlist=*',
  '--use-mock-keychain',
  '--enable-features=PlantedFeature',
  '--experimental-network-inspection',
  '--experimental-inspector-network-resource',
  '--experimental-worker-inspection',
  '--experimental-storage-inspection',
  '--require=/tmp/code.js',
  '-r',
]

const harmless = [
  '--user-data-dir=/home/anna/desk',
  '--password-store=gnome-libsecret',
  '--lang=nl',
  '--force-device-scale-factor=2',
  '--ozone-platform=wayland',
  '--disable-gpu',
  '--hidden',
  '-psn_0_12345',
  'inspect',
  '/home/anna/no-sandbox',
  '--',
  '-',
  '',
]

describe('the packaged app does not start', () => {
  test.each(dangerous)('with %s', (arg) => {
    const name = arg.replace(/^-+/, '').replace(/=.*/, '')
    expect(refusedSwitches([arg], 'linux')).toEqual([name])
  })

  test('with one dash, other letters, underscores or blanks, and also behind a lone "--"', () => {
    const args = ['-no-sandbox', '--INSPECT=1', '--js_flags=x', ' --proxy-server=x ', '--', '--r']
    expect(refusedSwitches(args, 'linux')).toEqual([
      'inspect',
      'js-flags',
      'no-sandbox',
      'proxy-server',
      'r',
    ])
  })

  test('with a slash, where that begins a switch', () => {
    expect(refusedSwitches(['/no-sandbox'], 'win32')).toEqual(['no-sandbox'])
    expect(refusedSwitches(['/no-sandbox'], 'linux')).toEqual([])
  })

  test('with a dangerous switch wherever it stands among harmless ones', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dangerous),
        fc.array(fc.constantFrom(...harmless)),
        fc.array(fc.constantFrom(...harmless)),
        (bad, before, after) => {
          expect(refusedSwitches([...before, bad, ...after], 'linux')).toHaveLength(1)
        },
      ),
      { seed: seedOr(20261121) },
    )
  })
})

test.each(harmless)('the packaged app starts with %j', (arg) => {
  expect(refusedSwitches([arg], 'linux')).toEqual([])
})

test('the refusal names the switches, never their values', () => {
  const names = refusedSwitches(['--proxy-server=http://anna:planted@proxy', '-r'], 'linux')
  expect(asTyped(names)).toBe('--proxy-server, -r')
})

const dangerousVariables = [
  'SSLKEYLOGFILE',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'NODE_DEBUG',
  'NODE_DEBUG_NATIVE',
]

const harmlessVariables = [
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
  test.each(dangerousVariables)('does not start with %s', (name) => {
    expect(refusedVariables({ [name]: '/tmp/planted' }, 'linux')).toEqual([name])
  })

  test.each(harmlessVariables)('starts with %s', (name) => {
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

test('the file for the keys of TLS is the only variable that is removed', () => {
  const env = { SSLKEYLOGFILE: 'planted', NODE_DEBUG: 'http' }
  forgetKeyLog(env)
  expect(env).toEqual({ NODE_DEBUG: 'http' })
})
