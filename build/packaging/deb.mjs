import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { findProgram, run } from '../command.mjs'
import { iconsFolder, LINUX_SIZES } from '../icons.mjs'
import { Problem } from '../problem.mjs'
import {
  controlFile,
  debianArchitecture,
  debianVersion,
  dependenciesFrom,
  neededGlibc,
} from './deb-control.mjs'
import { changelog, copyrightFile, lintianOverrides, manualPage } from './deb-documents.mjs'
import { desktopEntry, mimeDescription, SHARE_FILE } from './desktop-entry.mjs'
import { neededLibraries } from './elf.mjs'
import { metainfo, metainfoFile } from './metainfo.mjs'
import { digest, filesIn, normalise, sizeOf } from './tree.mjs'

/** @typedef {import('./edition.mjs').Edition} Edition */

/** @param {string} file @param {string | Buffer} content */
function write(file, content) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** @param {string} text @returns {Buffer} compressed as Debian requires of documents, without a time */
function packed(text) {
  return gzipSync(text, { level: 9 })
}

/** @param {string} tree @param {Edition} edition puts in place what the desktop reads */
function addDesktopFiles(tree, edition) {
  const share = join(tree, 'usr', 'share')
  const { name } = edition
  write(join(share, 'applications', `${name}.desktop`), desktopEntry(edition, `/usr/bin/${name}`))
  write(join(share, 'mime', 'packages', `${name}.xml`), mimeDescription())
  const icons = join(share, 'icons', 'hicolor')
  const kinds = /** @type {const} */ ([
    ['app', 'apps', name],
    ['document', 'mimetypes', SHARE_FILE.mimeType.replace('/', '-')],
  ])
  for (const [drawing, context, icon] of kinds) {
    for (const size of LINUX_SIZES) {
      const folder = join(icons, `${size}x${size}`, context)
      mkdirSync(folder, { recursive: true })
      const made = join(iconsFolder, 'linux', drawing, `${size}x${size}.png`)
      copyFileSync(made, join(folder, `${icon}.png`))
    }
    const scalable = join(icons, 'scalable', context)
    mkdirSync(scalable, { recursive: true })
    copyFileSync(join(iconsFolder, 'source', `${drawing}.svg`), join(scalable, `${icon}.svg`))
  }
}

/** @param {string} tree @param {Edition} edition @param {number} time adds the documents */
function addDocuments(tree, edition, time) {
  const { name } = edition
  const share = join(tree, 'usr', 'share')
  write(join(share, 'doc', name, 'copyright'), copyrightFile())
  write(join(share, 'doc', name, 'changelog.gz'), packed(changelog(edition, time)))
  write(join(share, 'man', 'man1', `${name}.1.gz`), packed(manualPage(edition, time)))
  write(join(share, 'lintian', 'overrides', name), lintianOverrides(edition))
  write(join(share, 'metainfo', metainfoFile(edition)), metainfo(edition, time))
}

/** @param {string} folder of the app @param {string} program @returns {readonly string[]} */
function dependenciesOf(folder, program) {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile())
  // All of them: what only a library of Chromium's needs is needed as well.
  const libraries = names.flatMap((name) => neededLibraries(readFileSync(join(folder, name))))
  return dependenciesFrom(libraries, new Set(names), neededGlibc(readFileSync(program)))
}

/**
 * Makes a package for Debian and its relatives. It has no scripts: nothing of ours runs as root
 * when it is installed or removed; triggers of dpkg register icons and file types.
 * @param {string} unpacked the folder of the app with its runtime
 * @param {string} work an empty folder on the same disk
 * @param {string} output the folder for the package
 * @param {Edition} edition
 * @param {{ compression: readonly string[], time: number }} options `compression` as dpkg-deb's
 *   switches; `time` in seconds since 1970
 * @returns {Promise<string>} the package
 * @throws {Problem} when it can't be made
 */
export async function makeDeb(unpacked, work, output, edition, { compression, time }) {
  if (findProgram('dpkg-deb') === undefined) {
    throw new Problem(
      'dpkg-deb is missing: install dpkg, or make the packages on Debian or Ubuntu.',
    )
  }
  const { name, version } = edition
  const tree = join(work, 'deb')
  const place = join('usr', 'lib', name)
  mkdirSync(join(tree, 'usr', 'lib'), { recursive: true })
  cpSync(unpacked, join(tree, place), { recursive: true, verbatimSymlinks: true })
  mkdirSync(join(tree, 'usr', 'bin'), { recursive: true })
  symlinkSync(join('..', 'lib', name, name), join(tree, 'usr', 'bin', name))
  addDesktopFiles(tree, edition)
  addDocuments(tree, edition, time)

  const program = join(tree, place, name)
  const sums = filesIn(tree).map((path) => `${digest('md5', join(tree, path))}  ${path}\n`)
  const control = controlFile(edition, {
    arch: process.arch,
    installedBytes: sizeOf(tree),
    depends: dependenciesOf(join(tree, place), program),
  })
  write(join(tree, 'DEBIAN', 'control'), control)
  write(join(tree, 'DEBIAN', 'md5sums'), sums.join(''))
  normalise(tree, time)
  // SECURITY: where a system lets ordinary users make no namespaces, Chromium's sandbox needs
  // this helper of root's; without it the app would not start.
  chmodSync(join(tree, place, 'chrome-sandbox'), 0o4755)

  const arch = debianArchitecture(process.arch)
  const file = join(output, `${name}_${debianVersion(version)}_${arch}.deb`)
  const args = ['--root-owner-group', ...compression, '--build', tree, file]
  const { code, stderr } = await run('dpkg-deb', args, {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(time) },
  })
  if (code !== 0) throw new Problem(`dpkg-deb could not make ${file}: ${stderr.trim()}`)
  return file
}
