import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SHARE_FILE } from '../../build/packaging/desktop-entry.mjs'
import { pathsIn } from '../../build/packaging/tree.mjs'
import { shareFileOf } from '../../src/main/import/files/share-file.ts'
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

let person: Person

beforeAll(async () => {
  if (obstacle() === undefined) person = await createPerson()
})
afterAll(async () => {
  if (obstacle() !== undefined) return
  dpkg('--purge', '--force-all', edition.name)
  await person.remove()
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

  dpkg('--install', deb)
  expect(dpkg('--status', edition.name)).toContain('Status: install ok installed')
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
  expect(seen.read.join('\n')).not.toMatch(/in memory/)
  expect(seen.copied).toMatch(/^Authorization: Bearer [\w-]+\.[\w-]+\.[\w-]+$/)
  expect(seen.ended).toEqual({ code: 0, signal: null })

  // Where only root can make namespaces, it is the helper of the package that walls the page in.
  const wishes = { name: 'Of Ada', tokenEndpoint: 'https://login.example/token' }
  const { settings } = draftWithSecrets(plantCanaries(), wishes)
  const shareFile = path.join(person.home, `From Ada.${SHARE_FILE.extension}`)
  writeFileSync(shareFile, shareFileOf(settings, []))
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
  const caches = ['/usr/share/applications/mimeinfo.cache', '/usr/share/mime/globs2']
  for (const cache of caches.filter((each) => existsSync(each))) {
    expect(readFileSync(cache, 'utf8')).not.toContain(SHARE_FILE.extension)
  }

  // What the person has made is the person's own.
  const data = path.join(person.home, '.config', edition.productName)
  expect(JSON.parse(readFileSync(path.join(data, 'window.json'), 'utf8'))).toHaveProperty('bounds')
  const [token = ''] = seen.copied.split(' ').slice(-1)
  for (const file of pathsIn(person.home).map((each) => path.join(person.home, each))) {
    if (statSync(file).isFile()) expect(readFileSync(file).includes(token), file).toBe(false)
  }
}, 300_000)
