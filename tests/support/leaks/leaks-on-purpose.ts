import { type Encoding, encodingNames } from './encodings.ts'

/** One change of one module that lets a secret out in one place, and nowhere else. */
export interface Leak {
  /** Below `src`. */
  readonly module: string
  /** What stands there, once. */
  readonly find: string
  /** What takes its place; `LEAK` stands for the secret as text. */
  readonly put: string
  /** Where it must be found. */
  readonly place: RegExp
  /** Where a place takes no other; else each leak has the next one. */
  readonly encoding?: Encoding
}

const fs = "process.getBuiltinModule('node:fs')"
const os = "process.getBuiltinModule('node:os')"

/** The places where a secret could get out. */
export const leaks: readonly Leak[] = [
  {
    module: 'main/platform/log.ts',
    find: 'at: new Date().toISOString(), ...line',
    put: 'at: new Date().toISOString(), ...line, note: LEAK',
    place: /^data\/log\.jsonl$/,
  },
  {
    module: 'main/vault/record-file.ts',
    find: 'JSON.stringify({ format: recordFormat, vaultId, id, generation',
    put: 'JSON.stringify({ format: recordFormat, note: LEAK, vaultId, id, generation',
    place: /^data\/vault\/(records|quarantine)\//,
  },
  {
    module: 'main/shell/window.ts',
    find: 'JSON.stringify(placement)',
    put: 'JSON.stringify({ ...placement, note: LEAK })',
    place: /^data\/window\.json$/,
  },
  {
    module: 'main/vault/quarantine.ts',
    find: "toString('hex')}`",
    put: `toString('hex')}\${LEAK}\``,
    place: /^data: the name of a file$/,
    encoding: 'hex',
  },
  {
    module: 'main/vault/durable-file.ts',
    find: 'export async function writeDurably(',
    put: `export async function writeDurably(...all) {
      ${fs}.writeFileSync(${os}.tmpdir() + '/td', LEAK)
      return writeIndeed(...all)
    }
    async function writeIndeed(`,
    place: /^temp\/td$/,
    encoding: 'UTF-16',
  },
  {
    module: 'main/platform/http.ts',
    find: 'const request = net.request({',
    put: `${fs}.writeSync(1, LEAK); const request = net.request({`,
    place: /^standard output or error$/,
  },
  {
    module: 'main/platform/net-error.ts',
    find: 'export function problemOfNetError(',
    put: `export function problemOfNetError(name) { ${fs}.writeSync(2, LEAK); return problem(name) }
    function problem(`,
    place: /^standard output or error$/,
  },
  {
    module: 'main/shell/locking.ts',
    find: 'export function lockAutomatically(',
    put: `import { Notification as Shown } from 'electron'
    export function lockAutomatically(...all) {
      setInterval(() => { if (LEAK !== '') new Shown({ title: 'Hello', body: LEAK }).show() }, 500)
      return lockOnEvents(...all)
    }
    function lockOnEvents(`,
    place: /^notification /,
  },
  {
    module: 'main/shell/page-channel.ts',
    find: 'const data = events[',
    put: 'window.setTitle(LEAK); const data = events[',
    place: /^title /,
  },
  {
    module: 'main/shell/page-channel.ts',
    find: 'name: event.name, data }',
    put: 'name: event.name, data, note: LEAK }',
    place: /^to-page token-desk:event/,
    encoding: 'base64, first of three',
  },
  {
    module: 'main/shell/page-channel.ts',
    find: 'JSON.stringify(await route(event, name, input))',
    put: 'JSON.stringify({ ...(await route(event, name, input)), note: LEAK })',
    place: /^to-page answer to /,
  },
  {
    module: 'main/platform/utility-processes.ts',
    find: "stdio: 'ignore'",
    put: "stdio: 'ignore', env: { ...process.env, NOTE: LEAK }",
    place: /^environment of a process$|^process-environment /,
    encoding: 'base64url',
  },
  {
    module: 'main/platform/utility-processes.ts',
    find: 'return utilityProcess.fork(',
    put: 'return (process.title = LEAK, utilityProcess).fork(',
    place: /^arguments of a process$/,
    encoding: 'form',
  },
  {
    // Electron hands these on by a channel of its own, which no other program sees.
    module: 'main/platform/utility-processes.ts',
    find: 'file), []',
    put: 'file), [LEAK]',
    place: /^process-message /,
  },
  {
    module: 'main/ipc/handlers.ts',
    find: 'copyText(engine.report(id))',
    put: 'copyText(engine.report(id) + LEAK)',
    place: /^clipboard /,
  },
  {
    module: 'main/ipc/handlers.ts',
    find: 'changeMarks: async ({ id, marks }) => {',
    put: 'changeMarks: async ({ id, marks }) => { await keeper.copyText(LEAK)',
    place: /^clipboard /,
  },
  {
    module: 'main/shell/settings-file.ts',
    find: 'read: () => settings,',
    put: `read: () => {
      ${fs}.writeFileSync(${os}.homedir() + '/.token-desk', LEAK)
      return settings
    },`,
    place: /^home\/\.token-desk$/,
  },
  {
    module: 'main/platform/clock.ts',
    find: 'export function createClock(',
    put: `import { app as own } from 'electron'
    export function createClock() {
      setInterval(() => ${fs}.writeFileSync(own.getPath('crashDumps') + '/last.dmp', LEAK), 500)
      return clock()
    }
    function clock(`,
    place: /^data\/Crashpad\/last\.dmp$/,
  },
  {
    module: 'preload/index.ts',
    find: 'ipcRenderer.invoke(requestChannel, name, input)',
    put: "ipcRenderer.invoke(requestChannel, name, name === 'cancelRequest' ? { ...input, note: LEAK } : input)",
    place: /^to-main token-desk:request cancelRequest$/,
  },
  {
    module: 'preload/index.ts',
    find: 'const forward =',
    put: "setInterval(() => document.body?.setAttribute('data-note', LEAK), 100); const forward =",
    place: /^the page$/,
    encoding: 'hex',
  },
  {
    module: 'preload/index.ts',
    find: 'return () => ipcRenderer.off',
    put: "setInterval(() => sessionStorage.setItem('note', LEAK), 100); return () => ipcRenderer.off",
    place: /^the page$/,
    encoding: 'percent',
  },
  {
    module: 'preload/index.ts',
    find: 'const bridge: TextBridge = {',
    put: 'setInterval(() => LEAK && console.log(LEAK), 500); const bridge: TextBridge = {',
    place: /^page-console /,
  },
  {
    module: 'main/platform/tray-icon.ts',
    find: 'tray.setToolTip(tooltip)',
    put: 'tray.setToolTip(tooltip + LEAK)',
    place: /^tray setToolTip$/,
  },
  {
    module: 'main/platform/tray-icon.ts',
    find: 'const { label, click } = line',
    put: 'const { click } = line; const label = line.label + LEAK',
    place: /^tray setContextMenu$/,
  },
  {
    module: 'main/platform/browser.ts',
    find: 'await openExternal(url.href)',
    put: 'await openExternal(url.href + LEAK)',
    place: /^opened address$|^arguments of a process$/,
    encoding: 'percent',
  },
  {
    module: 'main/platform/redirect-page.ts',
    find: '<footer>Token Desk</footer>',
    put: `<footer>\${LEAK}</footer>`,
    place: /^the page$/,
    encoding: 'base64, first of three',
  },
  {
    module: 'main/engine/sign-in-wait.ts',
    find: "host: new URL(server.authorizationEndpoint ?? '').host",
    put: "host: LEAK + new URL(server.authorizationEndpoint ?? '').host",
    place: /^to-page /,
  },
]

export const encodingOf = (index: number): Encoding =>
  leaks[index]?.encoding ?? encodingNames[index % encodingNames.length] ?? 'raw'
