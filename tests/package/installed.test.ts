import { execFileSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { debianVersion } from '../../build/packaging/deb-control.mjs'
import { SHARE_FILE } from '../../build/packaging/desktop-entry.mjs'
import { digest, filesIn, pathsIn } from '../../build/packaging/tree.mjs'
import { shareFileOf } from '../../src/main/import/files/share-file.ts'
import { isDeep } from '../support/deep.ts'
import { plantCanaries } from '../support/leaks/canaries.ts'
import { draftWithSecrets } from '../support/leaks/drafts.ts'
import { edition, madePackages } from './support/made.ts'
import { createPerson, type Person } from './support/person.ts'

/** Why nothing can be installed here; nothing if it can. */
function obstacle(): string | undefined {
  if (process.platform !== 'linux') return 'installing is tested on Debian and its relatives alone'
  if (process.getuid?.() !== 0) return 'only root can install a package'
  try {
    accessSync('/usr/bin/dpkg', constants.X_OK)
    return undefined
  } catch {
    return 'this system has no dpkg'
  }
}

/** What on this system has the package's name. */
function itsTraces(): readonly string[] {
  const places = ['/etc', '/opt', '/usr', '/var']
  const named = ['-xdev', '-name', `*${edition.name}*`]
  const found = execFileSync('find', [...places, ...named], { encoding: 'utf8' })
  return found.split('\n').filter((file) => file !== '')
}

function dpkg(...args: readonly string[]): string {
  return execFileSync('dpkg', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The same package as of an older version, which had a file that is gone now. */
function olderPackage(deb: string, folder: string): string {
  const tree = path.join(folder, 'older')
  execFileSync('dpkg-deb', ['--raw-extract', deb, tree])
  const control = path.join(tree, 'DEBIAN', 'control')
  const text = readFileSync(control, 'utf8').replace(/^Version: .*$/m, `Version: ${olderVersion}`)
  writeFileSync(control, text)
  writeFileSync(path.join(tree, droppedFile.slice(1)), 'of the older version\n')
  const older = path.join(folder, 'older.deb')
  execFileSync('dpkg-deb', ['--root-owner-group', '-Znone', '--build', tree, older])
  rmSync(tree, { recursive: true })
  return older
}
const olderVersion = '0.0.1~evaluation'
const droppedFile = `/usr/lib/${edition.name}/dropped-since.txt`

function writeShareFile({ home }: Person): string {
  const wishes = { name: 'Of Ada', tokenEndpoint: 'https://login.example/token' }
  const { settings } = draftWithSecrets(plantCanaries(), wishes)
  const file = path.join(home, `From Ada.${SHARE_FILE.extension}`)
  writeFileSync(file, shareFileOf(settings, []))
  return file
}

/** What the person's data folder holds: the checksums of its files by their names. */
function dataOf({ home }: Person): ReadonlyMap<string, string> {
  const folder = path.join(home, '.config', edition.productName)
  return new Map(filesIn(folder).map((file) => [file, digest('sha256', path.join(folder, file))]))
}

/** The caches of the desktop that dpkg's triggers have made of what packages brought. */
function desktopCaches(): string {
  const files = ['/usr/share/applications/mimeinfo.cache', '/usr/share/mime/globs2']
  return files.map((file) => readFileSync(file, 'utf8')).join('')
}

let person: Person

beforeAll(async () => {
  if (process.platform === 'linux') person = await createPerson()
})
afterAll(async () => {
  if (obstacle() === undefined) dpkg('--purge', '--force-all', edition.name)
  await person?.remove()
})

test('a person installs the Debian package, gets a token through the window, and removes it', async ({
  skip,
}) => {
  const why = obstacle()
  if (why !== undefined) skip(why)
  const deb = madePackages().deb
  const brought = execFileSync('dpkg-deb', ['--fsys-tarfile', deb], { maxBuffer: 2 ** 29 })
  const files = execFileSync('tar', ['--list'], { input: brought, encoding: 'utf8' })
    .split('\n')
    .filter((each) => each.startsWith('./'))
    .map((each) => each.slice(1).replace(/\/$/, ''))
  const foreign = files.filter((file) => existsSync(file))
  expect(files.length - foreign.length).toBeGreaterThan(40)

  dpkg('--install', olderPackage(deb, person.home))
  expect(dpkg('--status', edition.name)).toContain(`Version: ${olderVersion}`)
  expect(existsSync(droppedFile)).toBe(true)
  const program = `/usr/bin/${edition.name}`
  const helper = statSync(`/usr/lib/${edition.name}/chrome-sandbox`)
  expect({ owner: helper.uid, mode: helper.mode & 0o7777 }).toEqual({ owner: 0, mode: 0o4755 })

  const use = await person.run(person.onDesktop('use-app.mjs', program, 'practice'))
  const seen = JSON.parse(use.said)
  expect(seen.trouble).toBeUndefined()
  expect(seen.walls).toEqual({
    filtersSystemCalls: true,
    gainsNoPrivileges: true,
    seesNoOtherProcesses: true,
  })
  expect(seen.read).toContain('Valid')
  expect(seen.read.join('\n')).not.toMatch(/can’t store secrets|kept only/)
  expect(seen.copied).toMatch(/^Authorization: Bearer [\w-]+\.[\w-]+\.[\w-]+$/)
  expect(seen.ended).toEqual({ code: 0, signal: null })

  const made = dataOf(person)
  expect([...made.keys()]).toContain('window.json')

  dpkg('--install', deb)
  expect(dpkg('--status', edition.name)).toContain('Status: install ok installed')
  expect(dpkg('--status', edition.name)).toContain(`Version: ${debianVersion(edition.version)}`)
  expect(existsSync(droppedFile)).toBe(false)
  expect(dataOf(person)).toEqual(made)
  const caches = desktopCaches()
  expect(caches).toContain(`*.${SHARE_FILE.extension}`)
  expect(caches).toContain(`${SHARE_FILE.mimeType}=${edition.name}.desktop`)

  // Where only root can make namespaces, it is the helper of the package that walls the page in.
  const shareFile = writeShareFile(person)
  const elsewhere = await person.runWithoutNamespaces(
    person.onDesktop('use-app.mjs', program, 'open', shareFile),
  )
  const seenThere = JSON.parse(elsewhere.said)
  expect(seenThere.trouble).toBeUndefined()
  expect(seenThere.read.join('\n')).toContain('File: From Ada.tokendesk')
  expect(seenThere.read.join('\n')).toContain('What Token Desk understood')
  expect(seenThere.walls).toEqual(seen.walls)

  dpkg('--remove', edition.name)
  // Folders that others use too are still there, and nothing else of it is.
  expect(files.filter((file) => existsSync(file))).toEqual(foreign)
  expect(itsTraces()).toEqual([])
  expect(desktopCaches()).not.toMatch(new RegExp(`${SHARE_FILE.extension}|${edition.name}`))

  // What the person has made is the person's own.
  const data = path.join(person.home, '.config', edition.productName)
  expect(JSON.parse(readFileSync(path.join(data, 'window.json'), 'utf8'))).toHaveProperty('bounds')
  const [token = ''] = seen.copied.split(' ').slice(-1)
  for (const file of pathsIn(person.home).map((each) => path.join(person.home, each))) {
    if (statSync(file).isFile()) expect(readFileSync(file).includes(token), file).toBe(false)
  }
}, 300_000)

test.runIf(isDeep && process.platform === 'linux')(
  'the tarball works where it was unpacked, for a user who may make namespaces',
  async ({ skip }) => {
    const trial = await person.run(['unshare', '--user', '--map-root-user', 'true'])
    if (trial.code !== 0) skip('ordinary users can make no namespaces here')
    execFileSync('tar', ['-xzf', madePackages().tarball, '-C', person.home])
    const program = path.join(person.home, path.basename(madePackages().unpacked), edition.name)
    expect(statSync(path.join(path.dirname(program), 'chrome-sandbox')).mode & 0o7000).toBe(0)
    const file = writeShareFile(person)
    const seen = JSON.parse(
      (await person.run(person.onDesktop('use-app.mjs', program, 'open', file))).said,
    )
    expect(seen.trouble).toBeUndefined()
    expect(seen.read.join('\n')).toContain('What Token Desk understood')
    expect(seen.walls).toEqual({
      filtersSystemCalls: true,
      gainsNoPrivileges: true,
      seesNoOtherProcesses: true,
    })
    expect(seen.ended).toEqual({ code: 0, signal: null })
  },
  200_000,
)
