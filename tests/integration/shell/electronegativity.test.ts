import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { apartFolder } from '../../../build/isolated-install.mjs'
import { isDeep } from '../../support/deep.ts'

const root = path.join(import.meta.dirname, '../../..')
const execute = promisify(execFile)

interface Report {
  readonly found: readonly { readonly id: string; readonly file: string; readonly line: number }[]
  readonly errors: readonly unknown[]
}

async function check(folder: string): Promise<Report> {
  const about = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  const script = path.join(root, 'build/electronegativity.cjs')
  const args = [script, apartFolder('checkers'), folder, about.devDependencies.electron]
  const { stdout } = await execute(process.execPath, args, { maxBuffer: 2 ** 24 })
  return JSON.parse(stdout.slice(stdout.indexOf('{')))
}

/** The findings in these sources, each with the reason why it is right. */
const explained: Readonly<Record<string, string>> = {
  'CSP_GLOBAL_CHECK N/A': 'It looks for a policy in a page; ours is a header of app://.',
  'AUXCLICK_JS_CHECK main/shell/window.ts':
    'It wants a switch of old Electrons; a middle click opens nothing, as windows are denied.',
  'OPEN_EXTERNAL_JS_CHECK main/shell/lock-down.ts':
    'It is called for https at an origin that the distributor named, with an address that was signed.',
  'OPEN_EXTERNAL_JS_CHECK main/on-demand.ts':
    'It is called by the adapter that takes https and loopback addresses alone (tests/ports/browser.test.ts).',
  'PROTOCOL_HANDLER_JS_CHECK main/shell/app-protocol.ts':
    'A reminder to review the protocol: it looks paths up in a list (tests/e2e/app-protocol.spec.ts).',
  'PRELOAD_JS_CHECK main/shell/window.ts': 'A reminder to review the preload: fifteen lines.',
}

/** Each mistake with the check that must see it, in the syntax of today. */
const mistakes: Readonly<Record<string, string>> = {
  NODE_INTEGRATION_JS_CHECK: 'new BrowserWindow({ webPreferences: { nodeIntegration: true } })',
  CONTEXT_ISOLATION_JS_CHECK: 'new BrowserWindow({ webPreferences: { contextIsolation: false } })',
  SANDBOX_JS_CHECK: 'new BrowserWindow({ webPreferences: { sandbox: false } })',
  WEB_SECURITY_JS_CHECK: 'new BrowserWindow({ webPreferences: { webSecurity: false } })',
  INSECURE_CONTENT_JS_CHECK:
    'new BrowserWindow({ webPreferences: { allowRunningInsecureContent: true } })',
  EXPERIMENTAL_FEATURES_JS_CHECK:
    'new BrowserWindow({ webPreferences: { experimentalFeatures: true } })',
  BLINK_FEATURES_JS_CHECK:
    "new BrowserWindow({ webPreferences: { enableBlinkFeatures: 'ExecCommandInJavaScript' } })",
  OPEN_EXTERNAL_JS_CHECK: 'shell.openExternal(address satisfies string)',
  DANGEROUS_FUNCTIONS_JS_CHECK: "eval('open ' + address)",
  CERTIFICATE_ERROR_EVENT_JS_CHECK: "app.on('certificate-error', (event) => event)",
  CERTIFICATE_VERIFY_PROC_JS_CHECK: 'session.setCertificateVerifyProc((_request, ok) => ok(0))',
  HTTP_RESOURCES_JS_CHECK: "window.loadURL('http://elsewhere.example/')",
  CUSTOM_ARGUMENTS_JS_CHECK: "app.commandLine.appendSwitch('ignore-certificate-errors')",
}

describe.runIf(isDeep)('Electronegativity', () => {
  test('reads all the sources and finds nothing that is not explained', async () => {
    const { found, errors } = await check(path.join(root, 'src'))
    expect(errors).toEqual([])
    expect([...new Set(found.map(({ id, file }) => `${id} ${file}`))].sort()).toEqual(
      Object.keys(explained).sort(),
    )
  })

  test('sees each known mistake, had it been made in main', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'known-bad-'))
    await cp(path.join(root, 'src/main/shell'), folder, { recursive: true })
    const lines = Object.values(mistakes).map((mistake, index) => `const m${index} = ${mistake}`)
    const bad = [
      "import { app, BrowserWindow, type Session, shell } from 'electron'",
      'export function everyMistake(window: BrowserWindow, session: Session, address: string) {',
      ...lines,
      '}',
    ].join('\n')
    await writeFile(path.join(folder, 'bad.ts'), bad)
    const { found, errors } = await check(folder)
    await rm(folder, { recursive: true })
    expect(errors).toEqual([])
    const seen = new Set(found.filter(({ file }) => file === 'bad.ts').map(({ id }) => id))
    expect(Object.keys(mistakes).filter((id) => !seen.has(id))).toEqual([])
  })
})
