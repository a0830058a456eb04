import { importApart } from '../isolated-install.mjs'

/**
 * The switches inside the program, each set on purpose:
 * https://www.electronjs.org/docs/latest/tutorial/fuses
 */
export const FUSES = /** @type {const} */ ({
  // SECURITY: the program runs Token Desk only: no scripts of others under Node, no options of Node
  // from the environment, no debugger, no code outside the archive.
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  OnlyLoadAppFromAsar: true,
  // SECURITY: the archive is compared with the checksum in the program; macOS and Windows alone.
  EnableEmbeddedAsarIntegrityValidation: true,
  EnableCookieEncryption: true,
  // SECURITY: nothing is loaded from file addresses, so they need no rights of their own.
  GrantFileProtocolExtraPrivileges: false,
  // There is no snapshot of our own.
  LoadBrowserProcessSpecificV8Snapshot: false,
  // As V8 is tested; Electron knows it since version 37.
  WasmTrapHandlers: true,
})

/** @typedef {keyof typeof FUSES} FuseName */

const NAMES = /** @type {readonly FuseName[]} */ (Object.keys(FUSES))

/**
 * @param {string} program Electron's, or the folder of an app on macOS
 * @returns {Promise<Readonly<Partial<Record<FuseName, boolean>>>>} the fuses as they stand in it;
 *   one that this Electron does not know is left out
 */
export async function readFuses(program) {
  const { FuseState, FuseV1Options, getCurrentFuseWire } = await importApart(
    'packager',
    '@electron/fuses',
  )
  const wire = await getCurrentFuseWire(program)
  const known = NAMES.filter((name) =>
    [FuseState.ENABLE, FuseState.DISABLE].includes(wire[FuseV1Options[name]]),
  )
  return Object.fromEntries(
    known.map((name) => [name, wire[FuseV1Options[name]] === FuseState.ENABLE]),
  )
}

/**
 * Sets all fuses that this Electron knows.
 * @param {string} program as for {@link readFuses}
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 * @throws {Error} when the program has a fuse that has no value here
 */
export async function setFuses(program, platform, arch) {
  const { FuseV1Options, FuseVersion, flipFuses } = await importApart('packager', '@electron/fuses')
  const known = Object.keys(await readFuses(program))
  const values = NAMES.filter((name) => known.includes(name)).map((name) => [
    FuseV1Options[name],
    FUSES[name],
  ])
  await flipFuses(program, {
    version: FuseVersion.V1,
    // Packaging stops if a later Electron has a fuse that is not listed.
    strictlyRequireAllFuses: true,
    // Apple's own processors start no program whose signature does not fit.
    resetAdHocDarwinSignature: platform === 'darwin' && arch === 'arm64',
    ...Object.fromEntries(values),
  })
}
