import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './paths.mjs'
import { Problem, runScript } from './problem.mjs'
import { shippedPackages } from './shipped.mjs'

/** The path of the bill of materials, below the project folder. */
const SBOM_FILE = join('out', 'sbom.cdx.json')

/** @param {string} name @param {string} version @returns {string} https://github.com/package-url/purl-spec */
function purl(name, version) {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version}`
}

/** @param {string} integrity as in a lock file @returns {{ alg: string, content: string }} */
function hashOf(integrity) {
  const [algorithm = '', digest = ''] = integrity.split('-')
  const alg = algorithm.replace(/^sha/, 'SHA-')
  return { alg, content: Buffer.from(digest, 'base64').toString('hex') }
}

/** @param {string} text @returns {string} a UUID (RFC 9562 §5.8) that is the same for the same text */
function uuidFrom(text) {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/**
 * The bill of materials of the built app (CycloneDX 1.6): what of others' work is in it. The
 * same build gives the same bill, so there is no time in it.
 * @param {{ name: string, version: string, license: string }} about this app
 * @param {readonly import('./shipped.mjs').ShippedPackage[]} packages
 */
export function billOf(about, packages) {
  const components = packages.map(({ name, version, licence, author, integrity }) => ({
    type: name === 'electron' ? 'framework' : 'library',
    'bom-ref': purl(name, version),
    name,
    version,
    ...(author === '' ? {} : { author }),
    hashes: [hashOf(integrity)],
    licenses: [{ license: { id: licence } }],
    purl: purl(name, version),
  }))
  const app = purl(about.name, about.version)
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidFrom(JSON.stringify([app, components]))}`,
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': app,
        name: about.name,
        version: about.version,
        licenses: [{ license: { id: about.license } }],
        purl: app,
      },
    },
    components,
    // A bundle lists its packages, but not their dependents.
    dependencies: [{ ref: app, dependsOn: components.map((each) => each['bom-ref']) }],
  }
}

/**
 * Writes the bill of the app that is built.
 * @param {string} [folder] the project folder
 * @returns {string} where it is
 * @throws {Problem} when the app is not built
 */
function writeSbom(folder = root) {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const packages = shippedPackages(folder)
  if (packages.length < 2) throw new Problem('The app is not built: run "npm run build" first.')
  const file = join(folder, SBOM_FILE)
  writeFileSync(file, `${JSON.stringify(billOf(about, packages), undefined, 2)}\n`)
  return file
}

/** @returns {boolean} whether this file is the program that was started */
function isProgram() {
  const started = process.argv[1]
  return started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)
}

if (isProgram()) {
  await runScript(async () => {
    process.stdout.write(`${writeSbom()}\n`)
    return 0
  })
}
