import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

/**
 * Unpacks the chosen files of a zip archive. Names that lead out of the folder are refused by
 * the reader.
 * @param {string} archive
 * @param {(name: string) => string | undefined} placeFor where a file goes, relative to
 *   `folder`; nothing leaves it out
 * @param {string} folder
 */
export async function unzip(archive, placeFor, folder) {
  // Loaded here, as this file is read before the packages are installed.
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
