import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { startBuiltApp } from '../../build/code-cache/make.mjs'
import { importApart } from '../../build/isolated-install.mjs'
import { SHARE_FILE } from '../../build/packaging/desktop-entry.mjs'
import { FUSES, readFuses } from '../../build/packaging/fuses.mjs'
import { CHECKSUMS_FILE } from '../../build/packaging/release-docs.mjs'
import { digest, filesIn } from '../../build/packaging/tree.mjs'
import { fallbackRuntime, resolveElectron } from '../../build/runtime.mjs'
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
      '/out/main/index.cjs',
      '/out/main/app.cjs',
      '/out/main/sign-in-plan.cjs',
      '/out/main/page-files.json',
      '/out/main/import.js',
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

  test('has compiled code of main in its archive, which V8 accepts', async () => {
    const { archive } = madePackages()
    const { default: asar } = await importApart('packager', '@electron/asar')
    const folder = mkdtempSync(path.join(tmpdir(), 'archive-'))
    try {
      asar.extractAll(archive, folder)
      const main = path.join(folder, 'out', 'main')
      expect(filesIn(main).filter((name) => name.endsWith('.cache'))).toHaveLength(1)
      const program = fallbackRuntime()
      if (program === undefined) throw new Error('an evaluation is made of the fallback')
      expect(await startBuiltApp(program, main)).toEqual({ isRejected: false })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)

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

  test('the tarball holds the folder, and its files have no owner’s name', () => {
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

/** Of the binutils: what a program is linked with, by the file itself. */
const readelf = '/usr/bin/readelf'

/** What a checker of the desktop's has to say about a file; nothing if it is content. */
function complaints(checker: string, ...args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(checker, args, { encoding: 'utf8' })
  if (error !== undefined) throw error
  return (stdout + stderr).trim()
}

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

  test.runIf(existsSync(readelf))(
    'asks for every package whose libraries it is linked with',
    () => {
      const { folder, remove } = unpackDeb()
      const place = path.join(folder, 'usr', 'lib', edition.name)
      const own = filesIn(place)
      const linked = own.filter((file) => /\.so(\.\d+)*$|^chrome-sandbox$|_handler$/.test(file))
      const files = [edition.name, ...linked].map((file) => path.join(place, file))
      const heads = execFileSync(readelf, ['--dynamic', '--wide', ...files], { encoding: 'utf8' })
      remove()
      const libraries = [...heads.matchAll(/\(NEEDED\).*\[(.+)\]/g)].map(([, name = '']) => name)
      const foreign = new Set(libraries.filter((name) => !own.includes(name)))
      expect(foreign.size).toBeGreaterThan(25)
      const asked = control('Depends').split(/, | \| /)
      // Of the older and the newer name of a package this system has one.
      const names = asked.map((each) => each.replace(/ \(.*$/, ''))
      const { stdout } = spawnSync('dpkg', ['--listfiles', ...names], { encoding: 'utf8' })
      const held = new Set(stdout.split('\n').map((file) => path.basename(file)))
      const unasked = [...foreign].filter((library) => !held.has(library))
      expect(unasked).toEqual([])
      expect(asked).toContainEqual(expect.stringMatching(/^libc6 \(>= 2\.\d\d\)$/))
    },
  )

  test('contains the documents that Debian requires, each compressed without a time', () => {
    const { folder, remove } = unpackDeb()
    const share = path.join(folder, 'usr/share')
    const read = (file: string) => readFileSync(path.join(share, file))
    const packed = [`doc/${edition.name}/changelog.gz`, `man/man1/${edition.name}.1.gz`].map(read)
    const copyright = read(`doc/${edition.name}/copyright`).toString()
    const ctrl = path.join(folder, 'ctrl')
    execFileSync('dpkg-deb', ['--control', madePackages().deb, ctrl])
    const sums = readFileSync(path.join(ctrl, 'md5sums'), 'utf8').trim().split('\n')
    rmSync(ctrl, { recursive: true })
    const wrong = sums.filter((line) => {
      const [sum = '', file = ''] = line.split('  ')
      return digest('md5', path.join(folder, file)) !== sum
    })
    const files = filesIn(folder)
    remove()
    expect(wrong).toEqual([])
    expect(sums.map((line) => line.split('  ')[1]).toSorted()).toEqual(files)
    const [changelog, manual] = packed.map((file) => gunzipSync(file).toString())
    expect(packed.map((file) => file.readUInt32LE(4))).toEqual([0, 0])
    expect(changelog).toMatch(
      /^token-desk-evaluation \(\d+\.\d+\.\d+~evaluation\) unstable; urgency=medium\n/,
    )
    expect(manual).toContain('.SH SYNOPSIS')
    expect(copyright).toContain('License: Expat')
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
    const about = path.join(share, `metainfo/${edition.appId}.metainfo.xml`)
    const metainfo = readFileSync(about, 'utf8')
    const entryFile = path.join(share, `applications/${edition.name}.desktop`)
    const found = {
      'desktop-file-validate': complaints('desktop-file-validate', entryFile),
      appstreamcli: complaints('appstreamcli', 'validate', '--no-net', '--no-color', about),
    }
    unpacked.remove()

    expect(found['desktop-file-validate']).toBe('')
    expect(found.appstreamcli).toContain('✔ Validation was successful')
    expect(metainfo).toContain(`<launchable type="desktop-id">${edition.name}.desktop</launchable>`)
    for (const tag of ['summary', 'p']) {
      const languages = [...metainfo.matchAll(new RegExp(`<${tag}(?: xml:lang="(\\w+)")?>`, 'g'))]
      expect(
        languages.map(([, language]) => language),
        tag,
      ).toEqual([undefined, 'nl', 'pt_BR'])
    }

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
    expect(mime).toContain('<sub-class-of type="application/json"/>')
    expect(icons).toContain(`48x48/apps/${edition.name}.png`)
    expect(icons).toContain('scalable/mimetypes/application-x-token-desk-share.svg')
  })
})
