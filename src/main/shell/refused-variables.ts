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
 *   check can run. Whoever sets these can already run programs as the user.
 * - `NODE_TLS_REJECT_UNAUTHORIZED`, `SSL_CERT_FILE`: Chromium, which sends the requests, reads neither.
 */
const refused = [
  // The keys of TLS connections are written down.
  'SSLKEYLOGFILE',
  // A log of what Chromium or Node do is written.
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'NODE_DEBUG',
  'NODE_DEBUG_NATIVE',
] as const

/**
 * The names of the variables with which the packaged app does not start; sorted, without their
 * values. An empty one counts as not set. Windows does not tell upper from lower case.
 */
export function refusedVariables(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): readonly string[] {
  const same = (name: string) => (platform === 'win32' ? name.toUpperCase() : name)
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value !== '')
  const names = new Set(set.map(([name]) => same(name)))
  return refused.filter((name) => names.has(name)).sort()
}

/**
 * Removes from the environment the variable by which Chromium writes down the keys of TLS
 * connections, also while developing: nothing here needs it. Chromium reads it when its network
 * service starts, which is after the app's own first lines.
 */
export function forgetKeyLog(env: NodeJS.ProcessEnv): void {
  delete env['SSLKEYLOGFILE']
}
