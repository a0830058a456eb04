import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CARRIER } from '../fallback-runtime.mjs'
import { root } from '../paths.mjs'
import { billOf } from '../sbom.mjs'
import { shippedPackages } from '../shipped.mjs'
import { digest, filesIn } from './tree.mjs'

/** @typedef {import('./edition.mjs').Edition} Edition */

const SYSTEMS = /** @type {Readonly<Record<string, string>>} */ ({
  darwin: 'macos',
  win32: 'windows',
})

/** The target of the packages made here, as in file names. */
export const SYSTEM = `${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`

/**
 * Writes the bill of materials of a package beside it.
 * @param {string} output
 * @param {Edition} edition
 */
export function writeBill(output, { kind, name, version, license }) {
  const packages = shippedPackages(root).map((shipped) =>
    // An evaluation contains another Electron; the bill names the package that carries it.
    kind === 'evaluation' && shipped.name === 'electron' ? { ...shipped, ...CARRIER } : shipped,
  )
  const bill = billOf({ name, version, license }, packages)
  const file = join(output, `${name}-${version}-${SYSTEM}.sbom.cdx.json`)
  writeFileSync(file, `${JSON.stringify(bill, undefined, 2)}\n`)
}

/** The file of the packages' checksums, in the format of `sha256sum --check`. */
export const CHECKSUMS_FILE = `SHA256SUMS-${SYSTEM}`

/** @param {string} output the folder with the packages; its own folders are none */
export function writeChecksums(output) {
  const packages = filesIn(output).filter((path) => !/[\\/]/.test(path) && path !== CHECKSUMS_FILE)
  const lines = packages.map((path) => `${digest('sha256', join(output, path))}  ${path}\n`)
  writeFileSync(join(output, CHECKSUMS_FILE), lines.join(''))
}
