import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { run } from '../command.mjs'
import { cacheFolder, root } from '../paths.mjs'
import { Problem } from '../problem.mjs'
import { inTemporaryFolder } from '../temporary-folder.mjs'
import { writeAppFolder } from './app-folder.mjs'
import { runBuilder } from './builder.mjs'
import { makeDeb } from './deb.mjs'
import { SYSTEM, writeBill, writeChecksums } from './release-docs.mjs'
import { normalise } from './tree.mjs'
import { addUpdateFeed } from './update-feed-configuration.mjs'

/** @typedef {import('./edition.mjs').Edition} Edition */

/** Working files of electron-builder. */
const NOT_FOR_USERS = /^(builder-.*\.ya?ml|\.icon-.*|latest.*\.yml|.*\.blockmap)$/

/** @returns {Promise<number>} the time that all files in packages get, in seconds since 1970 */
async function sourceTime() {
  const asked = Number(process.env['SOURCE_DATE_EPOCH'])
  if (Number.isSafeInteger(asked) && asked > 0) return asked
  const { code, stdout } = await run('git', ['log', '-1', '--format=%ct'], { cwd: root })
  return code === 0 ? Number(stdout) : Math.floor(Date.now() / 1000)
}

/**
 * Packs a folder as `tar` of GNU does, the same each time.
 * @param {string} folder
 * @param {string} file a `.tar.gz`
 * @param {{ level: number, time: number }} options `level` of gzip; `time` in seconds since 1970
 * @throws {Problem} with what tar said
 */
async function packTarball(folder, file, { level, time }) {
  const { code, stderr } = await run(
    'tar',
    [
      '--sort=name',
      `--mtime=@${time}`,
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      `--use-compress-program=gzip -n -${level}`,
      '--create',
      `--file=${file}`,
      `--directory=${dirname(folder)}`,
      basename(folder),
    ],
    { cwd: dirname(folder) },
  )
  if (code !== 0) throw new Problem(`tar could not write ${file}: ${stderr.trim()}`)
}

/**
 * @param {string} output has the app with its runtime; gets a tarball and a Debian package
 * @param {string} work
 * @param {Edition} edition
 */
async function makeLinuxPackages(output, work, edition) {
  const isRelease = edition.kind === 'release'
  const time = await sourceTime()
  const made = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`
  const folder = join(output, `${edition.name}-${edition.version}-${SYSTEM}`)
  renameSync(join(output, made), folder)
  normalise(folder, time)
  // An evaluation is thrown away soon: made quickly rather than small.
  await packTarball(folder, `${folder}.tar.gz`, { level: isRelease ? 9 : 1, time })
  await makeDeb(folder, work, output, edition, {
    compression: isRelease ? ['-Zxz', '-z9'] : ['-Zgzip', '-z1'],
    time,
  })
}

/**
 * Makes the packages of the built app for this system, with a bill of materials and checksums.
 * They appear complete or not at all, in place of earlier ones.
 * @param {Edition} edition
 * @param {{ version: string, electron: string }} runtime Electron's archive or folder
 * @param {string} output
 * @throws {import('../problem.mjs').Problem} when one can't be made
 */
export async function makePackages(edition, runtime, output) {
  await inTemporaryFolder(cacheFolder, async (work) => {
    const app = join(work, 'app')
    const made = join(work, 'packages')
    mkdirSync(made)
    writeAppFolder(app, edition)
    addUpdateFeed(app, edition)
    await runBuilder(app, made, edition, runtime)
    for (const name of readdirSync(made)) {
      if (NOT_FOR_USERS.test(name)) rmSync(join(made, name), { recursive: true })
    }
    if (process.platform === 'linux') await makeLinuxPackages(made, work, edition)
    writeBill(made, edition)
    writeChecksums(made)
    if (existsSync(output)) rmSync(output, { recursive: true, maxRetries: 3 })
    mkdirSync(join(output, '..'), { recursive: true })
    renameSync(made, output)
  })
}
