import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { shippedPackages } from './shipped.mjs'

/** Where the page finds the list: a script of its own, as the policy lets nothing be fetched. */
export const LICENCES_MODULE = '/licences.js'

/** @param {string} json @returns {string} the same in ASCII, as all scripts are built */
function inAscii(json) {
  return json.replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/**
 * Writes the licences of all that is shipped beside the built page. It belongs to the page's
 * build, which is the last of the three, and runs when its files are written.
 * @returns {import('vite').Plugin}
 */
export function licencesPlugin() {
  return {
    name: 'token-desk:licences',
    apply: 'build',
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const list = shippedPackages(root).map(({ name, version, licence, text }) => ({
          name,
          version,
          licence,
          text,
        }))
        const script = `export const licences = ${inAscii(JSON.stringify(list))}\n`
        writeFileSync(join(root, 'out', 'renderer', LICENCES_MODULE), script)
      },
    },
  }
}
