import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { shippedPackages } from './shipped.mjs'

/** Where the page finds the list: a script of its own, as the policy lets nothing be fetched. */
export const LICENCES_MODULE = '/licences.js'

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
        const script = `export const licences = ${JSON.stringify(list)}\n`
        writeFileSync(join(root, 'out', 'renderer', LICENCES_MODULE), script)
      },
    },
  }
}
