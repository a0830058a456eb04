import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { iconsFolder } from '../icons.mjs'
import { desktopFields, SHARE_FILE } from './desktop-entry.mjs'
import { setFuses } from './fuses.mjs'

/** @typedef {import('./edition.mjs').Edition} Edition */

/**
 * The part of the hooks' context in electron-builder that is used here.
 * @typedef {object} PackContext
 * @property {string} appOutDir
 * @property {NodeJS.Platform} electronPlatformName
 * @property {{ executableName: string, appInfo: { productFilename: string } }} packager
 */

/** @param {PackContext} context @returns {string} where Electron looks for an app */
function resourcesOf({ appOutDir, electronPlatformName }) {
  return electronPlatformName === 'darwin'
    ? join(appOutDir, 'Electron.app', 'Contents', 'Resources')
    : join(appOutDir, 'resources')
}

/** @param {PackContext} context @returns {string} what holds the fuses */
function programOf({ appOutDir, electronPlatformName, packager }) {
  const { executableName, appInfo } = packager
  if (electronPlatformName === 'darwin') return join(appOutDir, `${appInfo.productFilename}.app`)
  const name = electronPlatformName === 'win32' ? `${appInfo.productFilename}.exe` : executableName
  return join(appOutDir, name)
}

/**
 * The configuration of electron-builder. The Linux packages other than the AppImage are made
 * without it (decision 26).
 * @param {Edition} edition
 * @param {{ output: string, electronVersion: string, electron: string, arch: string }} where
 *   `electron` is the archive or the folder of the runtime
 */
export function builderConfig(edition, { output, electronVersion, electron, arch }) {
  const { appId, productName, name } = edition
  const isSigned = Boolean(process.env['CSC_LINK'])
  return {
    appId,
    productName,
    copyright: 'MIT License',
    directories: { output, buildResources: iconsFolder },
    artifactName: `${name}-\${version}-\${os}-\${arch}.\${ext}`,
    electronVersion,
    electronDist: electron,
    // Chromium's own words, for example in the menu of a text field, in the app's languages.
    electronLanguages: ['en', 'nl', 'pt-BR'],
    asar: true,
    npmRebuild: false,
    // The second exists where a distributor announces new versions.
    files: ['out/**', 'update-feed.json'],
    publish: null,
    fileAssociations: [
      {
        ext: SHARE_FILE.extension,
        name: 'Token Desk share file',
        description: 'Token Desk share file',
        mimeType: SHARE_FILE.mimeType,
        icon: 'document',
        role: 'Editor',
      },
    ],
    linux: {
      executableName: name,
      icon: join(iconsFolder, 'linux', 'app'),
      category: 'Utility',
      syncDesktopName: true,
      desktop: { entry: desktopFields(edition) },
    },
    win: { icon: join(iconsFolder, 'token-desk.ico'), executableName: productName },
    nsis: {
      // Installs for the user alone, without an administrator; the data stays when it is removed.
      oneClick: false,
      perMachine: false,
      allowElevation: false,
      deleteAppDataOnUninstall: false,
      artifactName: `${name}-\${version}-windows-\${arch}-setup.\${ext}`,
      installerLanguages: ['en_US', 'nl_NL', 'pt_BR'],
    },
    portable: { artifactName: `${name}-\${version}-windows-\${arch}-portable.\${ext}` },
    mac: {
      icon: join(iconsFolder, 'token-desk.icns'),
      category: 'public.app-category.utilities',
      // The least that Electron 44 and later run on.
      minimumSystemVersion: '13.0',
      // It loads only libraries of the same developer: without one, not even Electron's own.
      hardenedRuntime: isSigned,
      gatekeeperAssess: false,
      entitlements: join(iconsFolder, '..', 'packaging', 'entitlements.plist'),
      entitlementsInherit: join(iconsFolder, '..', 'packaging', 'entitlements.plist'),
      // Without a certificate of a developer the signature only says that nothing was changed.
      ...(isSigned ? {} : { identity: '-' }),
      notarize: Boolean(process.env['APPLE_ID'] || process.env['APPLE_API_KEY']),
    },
    /** @param {PackContext} context removes what Electron brings to run any folder */
    afterExtract: async (context) => {
      for (const each of ['app', 'default_app.asar']) {
        await rm(join(resourcesOf(context), each), { recursive: true, force: true })
      }
    },
    /** @param {PackContext} context */
    afterPack: (context) => setFuses(programOf(context), context.electronPlatformName, arch),
  }
}
