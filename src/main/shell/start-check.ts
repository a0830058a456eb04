import type { App, Dialog } from 'electron'
import { nearestLanguage } from '../../shared/language.ts'
import { createMainWords } from '../i18n/i18n.ts'

/**
 * Command-line switches that open this app to others or weaken whom it trusts: debuggers, records
 * of the traffic, other certificates, proxies and addresses, a weaker sandbox, other programs in
 * the place of Chromium's own. A name that ends in `*` stands for all that begin so.
 */
const refused = [
  // Debuggers and remote control.
  'inspect*',
  'debug*',
  'remote-debugging-*',
  'remote-allow-origins',
  'enable-automation',
  // Node's inspector, extended to requests, workers and storage.
  'experimental-network-inspection',
  'experimental-inspector-network-resource',
  'experimental-worker-inspection',
  'experimental-storage-inspection',
  'load-extension',
  'js-flags',
  'require',
  'import',
  // Records of the traffic.
  'log-net-log',
  'net-log-*',
  'ssl-key-log-file',
  // Chromium's traces: started by a switch, by a file with their configuration, or by rules.
  'trace-*',
  'enable-tracing*',
  'enable-background-tracing',
  'enable-logging',
  'log-file',
  'enable-crash-reporter*',
  'crash-dumps-dir',
  // Another certificate, server or route is trusted.
  'ignore-certificate-errors*',
  'ignore-urlfetcher-cert-requests',
  'allow-insecure-localhost',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'proxy-*',
  'no-proxy-server',
  'winhttp-proxy-resolver',
  'host-rules',
  'host-resolver-rules',
  'auth-server-whitelist',
  'auth-server-allowlist',
  'auth-negotiate-delegate-whitelist',
  'auth-negotiate-delegate-allowlist',
  'use-mock-keychain',
  // A weaker sandbox around the page.
  'no-sandbox',
  'disable-sandbox',
  'disable-setuid-sandbox',
  'disable-gpu-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'allow-sandbox-debugging',
  'no-zygote*',
  'single-process',
  'in-process-gpu',
  'disable-web-security',
  'disable-site-isolation-trials',
  'disable-features',
  'enable-features',
  'enable-blink-features',
  'enable-experimental-web-platform-features',
  'bypasscsp-schemes',
  // Another program runs in the place of one of ours.
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'ppapi-plugin-launcher',
] as const

/** Node's short form of `--require`. */
const refusedLetters: readonly string[] = ['r']

function isRefused(name: string): boolean {
  return refused.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  )
}

/**
 * Returns the names of the switches in `args` (those of a process, without the program) with which
 * the packaged app does not start; sorted, each once, without their values, which may be secrets.
 * Stricter than Chromium, which stops reading at `--`: this app is never given anything that
 * has to stand behind that. `/name` counts on Windows alone, where Chromium reads it.
 */
export function refusedSwitches(
  args: readonly string[],
  platform: NodeJS.Platform,
): readonly string[] {
  const form = platform === 'win32' ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/
  const names = args.flatMap((arg) => {
    const name = form.exec(arg.trim())?.[1]?.toLowerCase().replaceAll('_', '-')
    if (name === undefined) return []
    return isRefused(name) || refusedLetters.includes(name) ? [name] : []
  })
  return [...new Set(names)].sort()
}

/** Returns the switches of these names as they are typed. */
export function asTyped(names: readonly string[]): string {
  return names.map((name) => `${name.length === 1 ? '-' : '--'}${name}`).join(', ')
}

/**
 * Environment variables that do what a refused switch does: record the traffic or the keys of its
 * connections, or write Chromium's or Node's log.
 *
 * Not refused, on purpose:
 * - `NODE_OPTIONS`, `NODE_EXTRA_CA_CERTS`, `ELECTRON_RUN_AS_NODE`: switched off inside the program
 *   (build/packaging/fuses.mjs).
 * - `http_proxy` and its relatives: the usual way for a desktop or company to name its proxy; TLS
 *   keeps a proxy from reading anything.
 * - `GTK_MODULES`, `GIO_EXTRA_MODULES`, `GTK_PATH`: desktops set them for accessibility and menus.
 *   `LD_PRELOAD`, `CHROME_DEVEL_SANDBOX` and `NODE_COMPILE_CACHE` have had their effect before any
 *   check can run. A program that can set these can already run others as the user.
 * - `NODE_TLS_REJECT_UNAUTHORIZED`, `SSL_CERT_FILE`: Chromium, which sends the requests, reads neither.
 */
const refusedNames = [
  // Records of the keys of TLS connections.
  'SSLKEYLOGFILE',
  // Logs of Chromium and Node.
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'NODE_DEBUG',
  'NODE_DEBUG_NATIVE',
] as const

/**
 * Returns the names of the variables with which the packaged app does not start; sorted, without
 * their values. An empty one counts as not set. Windows ignores upper and lower case.
 */
export function refusedVariables(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): readonly string[] {
  const same = (name: string) => (platform === 'win32' ? name.toUpperCase() : name)
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value !== '')
  const names = new Set(set.map(([name]) => same(name)))
  return refusedNames.filter((name) => names.has(name)).sort()
}

/**
 * Removes the variable that makes Chromium record the keys of TLS connections from the environment,
 * also while developing: nothing here needs it. Chromium reads it when its network
 * service starts, which is after the app's own first lines.
 */
export function forgetKeyLog(env: NodeJS.ProcessEnv): void {
  delete env['SSLKEYLOGFILE']
}

/**
 * Returns true if the app may start with its command line and environment. Packaged, it refuses
 * switches and variables that open it to others: it names them and ends. While developing they are
 * allowed, because debugging and tests need them, except for the record of TLS keys. Call before
 * anything else.
 */
export function mayStart(
  app: Pick<App, 'isPackaged' | 'getPreferredSystemLanguages' | 'getName' | 'exit'>,
  dialog: Pick<Dialog, 'showErrorBox'>,
): boolean {
  const variables = refusedVariables(process.env, process.platform)
  forgetKeyLog(process.env)
  if (!app.isPackaged) return true
  const names = refusedSwitches([...process.execArgv, ...process.argv.slice(1)], process.platform)
  if (names.length === 0 && variables.length === 0) return true
  const { t } = createMainWords(nearestLanguage(app.getPreferredSystemLanguages()))
  const reasons = [
    names.length > 0 && t('start.refused', { switches: asTyped(names) }),
    variables.length > 0 && t('start.refusedVariables', { variables: variables.join(', ') }),
  ].filter((reason) => reason !== false)
  // Before the app is ready Linux has no dialog; Electron then writes to the standard error.
  dialog.showErrorBox(app.getName(), reasons.join('\n\n'))
  app.exit(1)
  return false
}
