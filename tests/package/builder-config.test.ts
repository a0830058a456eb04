import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { apartFolder } from '../../build/isolated-install.mjs'
import { builderConfig } from '../../build/packaging/builder-config.mjs'
import { editionOf } from '../../build/packaging/edition.mjs'

const packager = createRequire(path.join(apartFolder('packager'), 'package.json'))
const { validateConfiguration } = packager('app-builder-lib/out/util/config/config.js')

const where = { output: '/out', electronVersion: '45.0.0', electron: '/electron.zip', arch: 'x64' }
const config = builderConfig(editionOf('release'), where)

/** As electron-builder itself does before it makes anything, of all systems at once. */
function check(changed: object): Promise<void> {
  return validateConfiguration(changed, { isEnabled: false })
}

describe('the configuration for a release', () => {
  test('has only what electron-builder knows, for every system', async () => {
    await expect(check(config)).resolves.toBeUndefined()
    for (const part of ['mac', 'win', 'nsis', 'portable', 'linux'] as const) {
      const misspelt = { ...config, [part]: { ...config[part], installForEverybody: true } }
      await expect(check(misspelt), part).rejects.toThrow(part)
    }
  })

  test('publishes nothing, installs for one user, and requests few rights on macOS', () => {
    expect(config.publish).toBeNull()
    expect(config.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false })
    expect(config.fileAssociations.map(({ ext }) => ext)).toEqual(['tokendesk'])
  })

  test('asks macOS for the version that Electron needs', () => {
    expect(config.mac.minimumSystemVersion).toBe('13.0')
  })

  test.each([
    ['without a certificate', undefined, { identity: '-', hardenedRuntime: false }],
    ['with one', 'certificate', { hardenedRuntime: true }],
  ])('%s macOS can still load the libraries of the app', (_, certificate, signing) => {
    const before = process.env['CSC_LINK']
    if (certificate === undefined) delete process.env['CSC_LINK']
    else process.env['CSC_LINK'] = certificate
    const { mac } = builderConfig(editionOf('release'), where)
    if (before === undefined) delete process.env['CSC_LINK']
    else process.env['CSC_LINK'] = before
    expect(mac).toMatchObject(signing)
    expect('identity' in mac).toBe(certificate === undefined)
  })
})
