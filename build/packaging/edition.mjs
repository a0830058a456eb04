import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'

/**
 * The names and the kind of a package. The evaluation has an Electron that must not be released; it
 * has its own names, so that it can be installed beside a release and shares neither program nor
 * data with it.
 * @typedef {object} Edition
 * @property {'release' | 'evaluation'} kind
 * @property {string} name of the package and the program: lower case, hyphens
 * @property {string} productName what people read; the user's data folder has this name
 * @property {string} version
 * @property {string} appId by which macOS and Windows know the app
 * @property {string} license an SPDX identifier
 */

/**
 * @param {Edition['kind']} kind
 * @returns {Edition}
 */
export function editionOf(kind) {
  /** @type {{ name: string, productName: string, version: string, license: string }} */
  const { name, productName, version, license } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  if (kind === 'release') {
    return { kind, name, productName, version, appId: 'desk.token.TokenDesk', license }
  }
  return {
    kind,
    name: `${name}-evaluation`,
    productName: `${productName} Evaluation`,
    version: `${version}-evaluation`,
    appId: 'desk.token.TokenDeskEvaluation',
    license,
  }
}
