import { basename, dirname } from 'node:path'
import { run } from '../command.mjs'
import { Problem } from '../problem.mjs'

/**
 * Packs a folder as `tar` of GNU does, the same each time.
 * @param {string} folder
 * @param {string} file a `.tar.gz`
 * @param {{ level: number, time: number }} options `level` of gzip; `time` in seconds since 1970
 * @throws {Problem} with what tar said
 */
export async function packTarball(folder, file, { level, time }) {
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
