import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { debianArchitecture } from '../../../build/packaging/deb-control.mjs'
import { editionOf } from '../../../build/packaging/edition.mjs'
import { SYSTEM } from '../../../build/packaging/release-docs.mjs'
import { resolveElectron } from '../../../build/runtime.mjs'

export const edition = editionOf('evaluation')

/** What `npm run package -- --evaluation` makes. */
export function madePackages() {
  const folder = inject('packages') ?? ''
  const base = `${edition.name}-${edition.version}-${SYSTEM}`
  const unpacked = path.join(folder, base)
  const debVersion = edition.version.replace('-', '~')
  return {
    folder,
    unpacked,
    program: path.join(unpacked, edition.name),
    archive: path.join(unpacked, 'resources', 'app.asar'),
    tarball: `${unpacked}.tar.gz`,
    deb: path.join(folder, `${edition.name}_${debVersion}_${debianArchitecture(process.arch)}.deb`),
    bill: path.join(folder, `${base}.sbom.cdx.json`),
  }
}

/** Whether what is packed is the older Electron, which knows one fuse less. */
export const isFallback = resolveElectron().kind === 'fallback'

/** Unpacks the Debian package to a place that everybody can read. */
export function unpackDeb() {
  const folder = mkdtempSync(path.join(tmpdir(), 'unpacked-deb-'))
  execFileSync('dpkg-deb', ['--extract', madePackages().deb, folder])
  const place = path.join(folder, 'usr', 'lib', edition.name)
  return {
    folder,
    program: path.join(place, edition.name),
    resources: path.join(place, 'resources'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
