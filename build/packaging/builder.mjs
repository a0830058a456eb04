import { importApart } from '../isolated-install.mjs'
import { Problem } from '../problem.mjs'
import { builderConfig } from './builder-config.mjs'

/** @typedef {import('./edition.mjs').Edition} Edition */

/** The formats that electron-builder makes for a release, by platform. */
const RELEASE_TARGETS = /** @type {Readonly<Record<string, readonly string[]>>} */ ({
  linux: ['AppImage'],
  win32: ['nsis', 'portable'],
  darwin: ['dmg', 'zip'],
})

/**
 * Puts app and runtime together with electron-builder and, for a release, makes the packages that
 * are its own.
 * @param {string} appFolder as {@link import('./app-folder.mjs').writeAppFolder} laid it out
 * @param {string} output
 * @param {Edition} edition
 * @param {{ version: string, electron: string }} runtime its archive or its folder
 * @throws {Problem} with what electron-builder said
 */
export async function runBuilder(appFolder, output, edition, { version, electron }) {
  const { default: builder } = await importApart('packager', 'electron-builder')
  const targets = edition.kind === 'release' ? RELEASE_TARGETS[process.platform] : ['dir']
  const arch = builder.archFromString(process.arch)
  try {
    await builder.build({
      projectDir: appFolder,
      targets: builder.Platform.fromString(process.platform).createTarget(
        [...(targets ?? [])],
        arch,
      ),
      publish: 'never',
      config: builderConfig(edition, {
        output,
        electronVersion: version,
        electron,
        arch: process.arch,
      }),
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Problem(`electron-builder could not make the packages: ${reason}`)
  }
}
