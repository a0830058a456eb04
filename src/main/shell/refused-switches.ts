/**
 * Switches of the command line that open this app to others or make it trust whom it should
 * not: debuggers, records of the traffic, other certificates, proxies and addresses, a weaker
 * sandbox, other programs in the place of Chromium's own. A name that ends in `*` stands for
 * all that begin so.
 */
const refused = [
  // Somebody else looks in, or steers.
  'inspect*',
  'debug*',
  'remote-debugging-*',
  'remote-allow-origins',
  'enable-automation',
  // Node's inspector, told of requests, workers and storage.
  'experimental-network-inspection',
  'experimental-inspector-network-resource',
  'experimental-worker-inspection',
  'experimental-storage-inspection',
  'load-extension',
  'js-flags',
  'require',
  'import',
  // What is sent is written down.
  'log-net-log',
  'net-log-*',
  'ssl-key-log-file',
  // Chromium's traces: started by a switch, by a file that says what to record, or by rules.
  'trace-*',
  'enable-tracing*',
  'enable-background-tracing',
  'enable-logging',
  'log-file',
  'enable-crash-reporter*',
  'crash-dumps-dir',
  // Another certificate, server or way is taken for the right one.
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
  // The walls around the page come down.
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
 * The names of the switches in `args` (those of a process, without the program) with which the
 * packaged app does not start; sorted, each once, without their values, which may be secrets.
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

/** The switches of these names as they are typed. */
export function asTyped(names: readonly string[]): string {
  return names.map((name) => `${name.length === 1 ? '-' : '--'}${name}`).join(', ')
}
