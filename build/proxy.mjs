/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {readonly string[]} names the first that says something is taken
 * @returns {string | undefined}
 */
function firstOf(env, names) {
  return names.map((name) => env[name]?.trim()).find((value) => value && value !== 'null')
}

/** @param {string | undefined} address @returns {string | undefined} as URLs are written */
function asUrl(address) {
  if (address === undefined || /^[a-z][a-z\d+.-]*:\/\//i.test(address)) return address
  return `http://${address}`
}

/**
 * Returns what has to be in the environment for `@electron/get` to go through the user's proxy.
 * It downloads with Node's `fetch`, which reads no proxy variable unless it is asked to; npm's own
 * settings are known inside npm's scripts alone.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Readonly<Record<string, string>>} nothing where there is no proxy
 */
export function proxySettings(env) {
  const forAll = firstOf(env, ['all_proxy', 'ALL_PROXY'])
  // The reader of these settings supports no SOCKS.
  const general = forAll === undefined || /^socks/i.test(forAll) ? undefined : forAll
  const http = asUrl(firstOf(env, ['http_proxy', 'HTTP_PROXY', 'npm_config_proxy']) ?? general)
  const https = asUrl(
    firstOf(env, ['https_proxy', 'HTTPS_PROXY', 'npm_config_https_proxy', 'npm_config_proxy']) ??
      general ??
      http,
  )
  if (https === undefined) return {}
  const except = firstOf(env, ['no_proxy', 'NO_PROXY', 'npm_config_noproxy'])
  return {
    ELECTRON_GET_USE_PROXY: 'true',
    // Both spellings, because the lower one is read first.
    HTTPS_PROXY: https,
    https_proxy: https,
    ...(http === undefined ? {} : { HTTP_PROXY: http, http_proxy: http }),
    ...(except === undefined ? {} : { NO_PROXY: except, no_proxy: except }),
  }
}

/**
 * @param {unknown} text of an error
 * @returns {string} its first line that says something, without the password of a proxy
 */
export function firstLine(text) {
  const lines = String(text)
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  // Node warns of other things in the same place.
  const [line = ''] = lines.filter((each) => !/^\((?:node:\d+\)|Use `node )/.test(each))
  return line.replaceAll(/\/\/[^\s/@]+@/g, '//').slice(0, 300)
}
