import { execFileSync } from 'node:child_process'
import { lstatSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { importApart } from '../../build/apart.mjs'
import { SHARE_FILE } from '../../build/packaging/desktop-entry.mjs'
import { FUSES, readFuses } from '../../build/packaging/fuses.mjs'
import { CHECKSUMS_FILE } from '../../build/packaging/papers.mjs'
import { digest, filesIn } from '../../build/packaging/tree.mjs'
import { resolveElectron } from '../../build/runtime.mjs'
import { edition, isFallback, madePackages, unpackDeb } from './support/made.ts'

const megabyte = 1e6

describe.runIf(process.platform === 'linux')('what npm run package makes for Linux', () => {
  test('is a folder, a tarball and a Debian package, named as an evaluation', () => {
    const { folder, unpacked, tarball, deb, bill } = madePackages()
    expect(lstatSync(unpacked).isDirectory()).toBe(true)
    for (const file of [tarball, deb, bill]) {
      expect(lstatSync(file).size, file).toBeGreaterThan(0)
      expect(path.basename(file)).toContain('evaluation')
    }
    expect(filesIn(folder).filter((file) => !file.includes('/')).length).toBe(4)
  })

  test('has every fuse set as it was meant, read back from the program', async () => {
    const { program } = madePackages()
    const { WasmTrapHandlers, ...eight } = FUSES
    expect(await readFuses(program)).toEqual(isFallback ? eight : { ...eight, WasmTrapHandlers })
    // The runtime as it came is otherwise, so reading can tell the difference.
    expect(await readFuses(resolveElectron().executable)).toMatchObject({
      RunAsNode: true,
      OnlyLoadAppFromAsar: false,
    })
  })

  test('loads an archive with the built files, without maps, tests or packages', async () => {
    const { archive, unpacked } = madePackages()
    const { default: asar } = await importApart('packager', '@electron/asar')
    const files: readonly string[] = asar.listPackage(archive, { isPack: false })
    for (const file of [
      '/package.json',
      '/out/main/index.js',
      '/out/main/practice-server.js',
      '/out/main/tray/tray.png',
      '/out/main/tray/tray@2x.png',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
      '/out/renderer/licences.js',
    ]) {
      expect(files).toContain(file)
    }
    expect(
      files.filter((file) => /\.map$|node_modules|\.ts$|^\/(?!out|package)/.test(file)),
    ).toEqual([])
    // Nobody tells an evaluation of new versions, so it asks nobody.
    expect(files).not.toContain('/update-feed.json')
    expect(filesIn(path.join(unpacked, 'resources'))).toEqual(['app.asar'])
    const about = JSON.parse(asar.extractFile(archive, 'package.json').toString())
    expect(about).toMatchObject({
      productName: 'Token Desk Evaluation',
      version: expect.stringMatching(/^\d+\.\d+\.\d+-evaluation$/),
    })
  })

  test('is at most 8 MB without the runtime', () => {
    const { unpacked } = madePackages()
    const runtime = new Set(filesIn(path.dirname(resolveElectron().executable)))
    const own = filesIn(unpacked).filter(
      (file) => !runtime.has(file) && !file.startsWith('LICENSE') && file !== edition.name,
    )
    const bytes = own.reduce((sum, file) => sum + lstatSync(path.join(unpacked, file)).size, 0)
    expect(own).toContain('resources/app.asar')
    expect(bytes).toBeLessThanOrEqual(8 * megabyte)
  })

  test('comes with checksums that fit and a bill that names what is in it', () => {
    const { folder, bill } = madePackages()
    const lines = readFileSync(path.join(folder, CHECKSUMS_FILE), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      const [sum = '', file = ''] = line.split('  ')
      expect(digest('sha256', path.join(folder, file)), file).toBe(sum)
    }
    const { metadata, components } = JSON.parse(readFileSync(bill, 'utf8'))
    expect(metadata.component).toMatchObject({ name: edition.name, version: edition.version })
    const names = components.map(({ name }: { name: string }) => name)
    expect(names).toEqual(expect.arrayContaining(['oidc-provider', 'react', 'zod']))
    expect(names.includes('electron')).toBe(!edition.kind.startsWith('evaluation'))
  })

  test('the tarball holds the folder, and its files belong to nobody in particular', () => {
    const { tarball, unpacked } = madePackages()
    const list = execFileSync('tar', ['--list', '--verbose', '--numeric-owner', '-f', tarball], {
      encoding: 'utf8',
    })
    const lines = list.trim().split('\n')
    expect(lines.filter((line) => !/^\S+ 0\/0 /.test(line))).toEqual([])
    const top = path.basename(unpacked)
    expect(lines.some((line) => line.endsWith(` ${top}/resources/app.asar`))).toBe(true)
  })
})

describe.runIf(process.platform === 'linux')('the Debian package', () => {
  function control(field: string): string {
    return execFileSync('dpkg-deb', ['--field', madePackages().deb, field], {
      encoding: 'utf8',
    }).trim()
  }

  test('sorts before the release, and needs the libraries that the program loads', () => {
    expect(control('Package')).toBe('token-desk-evaluation')
    expect(control('Version')).toMatch(/^\d+\.\d+\.\d+~evaluation$/)
    expect(control('Depends').split(', ')).toEqual(
      expect.arrayContaining(['libgtk-3-0t64 | libgtk-3-0', 'libnss3', 'libsecret-1-0']),
    )
    expect(control('Description')).toContain('for evaluation')
  })

  test('has no script that would run as root', () => {
    const list = execFileSync('dpkg-deb', ['--ctrl-tarfile', madePackages().deb])
    const files = execFileSync('tar', ['--list'], { input: list, encoding: 'utf8' })
    expect(files.trim().split('\n').sort()).toEqual(['./', './control', './md5sums'])
  })

  test('gives root alone the right to change it, and one helper more rights', () => {
    const list = execFileSync('dpkg-deb', ['--contents', madePackages().deb], {
      encoding: 'utf8',
      maxBuffer: 2 ** 24,
    })
    const lines = list.trim().split('\n')
    expect(lines.filter((line) => !/^\S+ root\/root /.test(line))).toEqual([])
    const modes = new Set(
      lines.map((line) => line.slice(0, 10)).filter((mode) => !mode.startsWith('l')),
    )
    expect([...modes].sort()).toEqual(['-rw-r--r--', '-rwsr-xr-x', '-rwxr-xr-x', 'drwxr-xr-x'])
    const special = lines.filter((line) => line.startsWith('-rws'))
    expect(special).toHaveLength(1)
    expect(special[0]).toMatch(/\/chrome-sandbox$/)
  })

  test('tells the desktop in three languages what it is and which files are its own', () => {
    const unpacked = unpackDeb()
    const share = path.join(unpacked.folder, 'usr/share')
    const entry = readFileSync(path.join(share, `applications/${edition.name}.desktop`), 'utf8')
    const mime = readFileSync(path.join(share, `mime/packages/${edition.name}.xml`), 'utf8')
    const icons = filesIn(path.join(share, 'icons/hicolor'))
    unpacked.remove()

    expect(entry).toMatch(/^Name=Token Desk Evaluation$/m)
    for (const key of ['GenericName', 'Comment', 'Keywords']) {
      const texts = ['', '[nl]', '[pt_BR]'].map((language) =>
        entry.split('\n').find((line) => line.startsWith(`${key}${language}=`)),
      )
      expect(new Set(texts.map((line) => line?.split('=')[1])).size, key).toBe(3)
    }
    expect(entry).toContain(`MimeType=${SHARE_FILE.mimeType};`)
    expect(entry).toMatch(/^Exec=\/usr\/bin\/token-desk-evaluation %F$/m)
    expect(mime).toContain(`<mime-type type="${SHARE_FILE.mimeType}">`)
    expect(mime).toContain('<glob pattern="*.tokendesk"/>')
    expect(mime.match(/<comment/g)).toHaveLength(3)
    expect(icons).toContain(`48x48/apps/${edition.name}.png`)
    expect(icons).toContain('scalable/mimetypes/application-x-token-desk-share.svg')
  })
})
