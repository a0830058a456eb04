import { run } from './command.mjs'
import { DISK_FULL, Problem } from './problem.mjs'

// The user's settings stay in force, because they may name a proxy or a mirror, except for those
// that change the work of npm.
const SETTINGS = [
  // SECURITY: fetched packages run no scripts.
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-global',
  '--no-dry-run',
  '--no-offline',
  '--package-lock',
  '--no-json',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--no-progress',
  '--loglevel=warn',
  '--install-strategy=hoisted',
  '--workspaces=false',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=500',
  '--fetch-retry-maxtimeout=2000',
]

const LIMIT_MS = 15 * 60_000
const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|FETCH_ERROR|EPIPE|CERT|SELF_SIGNED/i

// npm only warns about files that it can't unpack, and leaves a package with parts missing.
const UNPACKING = /TAR_(?:ENTRY_ERROR|BAD_ARCHIVE|ABORT)/

/**
 * @param {string} stderr what npm printed
 * @param {string} what the packages to install, as the object of a sentence
 * @returns {string} one sentence that names the cause and the next step
 */
export function npmFailure(stderr, what) {
  const code = /npm (?:error|ERR!) code (\S+)/.exec(stderr)?.[1] ?? ''
  if (/ENOSPC|EDQUOT|no space left/i.test(stderr)) return DISK_FULL
  if (code === 'EINTEGRITY') {
    return `What the npm registry sent for ${what} is not what was published (the checksum differs), so nothing was installed: run "npm cache verify", check the registry or proxy you use, and run the command again.`
  }
  if (code === 'E401' || code === 'E403' || code === 'E404') {
    return `The npm registry did not hand out ${what} (${code}): check which registry npm uses with "npm config get registry", and run the command again.`
  }
  if (UNREACHABLE.test(code)) {
    return `The npm registry can't be reached for ${what} (${code}): check the network connection or the proxy, and run the command again.`
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `npm has no permission to install ${what} (${code}): make the project folder and the npm cache yours, and run the command again.`
  }
  const reason = /npm (?:error|ERR!|warn tar) (?!code )(.+)/.exec(stderr)?.[1] ?? 'npm said no more'
  return `npm could not install ${what}: ${reason.trim()}`
}

/**
 * Runs `npm ci` in a folder that holds a package.json and a package-lock.json. npm checks every
 * package against the checksum in the lock file, and runs no script of any.
 * @param {string} folder
 * @param {string} what for the message of a failure
 * @throws {Problem} with one sentence when npm fails
 */
export async function npmCi(folder, what) {
  const args = ['ci', '--prefix', folder, ...SETTINGS]
  // Under "npm start" the same npm is used again; its own file works on every system.
  const npm = process.env['npm_execpath']
  const isWindows = process.platform === 'win32'
  const options = { cwd: folder, timeoutMs: LIMIT_MS }
  const result =
    npm?.endsWith('.js') === true
      ? await run(process.execPath, [npm, ...args], options)
      : isWindows
        ? await run('cmd.exe', ['/d', '/c', 'npm', ...args], options)
        : await run('npm', args, options)
  if (result.code === 127) throw new Problem('npm is missing: install Node.js together with npm.')
  if (result.code !== 0 || UNPACKING.test(result.stderr)) {
    throw new Problem(npmFailure(result.stderr, what))
  }
}
