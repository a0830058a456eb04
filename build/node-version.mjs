/** Node's releases from this one on are what the project is made for, and what Electron's packages ask for. */
const WANTED = /** @type {const} */ ([22, 12])
/** Older ones are refused: the scripts and the tests use what came with this one. */
const OLDEST = /** @type {const} */ ([20, 19])

/** @param {string} version @param {readonly [number, number]} least @returns {boolean} */
function isAtLeast(version, [minMajor, minMinor]) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > minMajor || (major === minMajor && minor >= minMinor)
}

/**
 * Judges the Node that runs the scripts. Its modules must be readable by any Node.
 * @param {string} version as in `process.versions.node`
 * @returns {{ readonly kind: 'fine' } | { readonly kind: 'old' | 'too-old', readonly text: string }}
 */
export function judgeNode(version) {
  if (isAtLeast(version, WANTED)) return { kind: 'fine' }
  const wanted = WANTED.join('.')
  if (isAtLeast(version, OLDEST)) {
    const text = `Node.js ${version} is older than ${wanted}, which Token Desk is made for: it works as long as the packages from npm allow it.`
    return { kind: 'old', text }
  }
  const text = `Node.js ${version} is too old: install Node.js ${wanted} or newer and run this command again.`
  return { kind: 'too-old', text }
}
