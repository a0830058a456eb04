import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const projectFolder = path.join(import.meta.dirname, '../../..')

interface Dependency {
  readonly name: string
  readonly version: string
  readonly integrity: string
  readonly hasInstallScript?: boolean
}

export interface Run {
  readonly child: ChildProcess
  /** The exit code and all that was written, once it has ended. */
  readonly ended: Promise<{
    readonly code: number | null
    readonly stdout: string
    readonly stderr: string
  }>
}

/** A project with the real scripts and packages of its own, in a home where nothing is set up. */
export interface ScratchProject {
  readonly folder: string
  /** The environment of somebody who uses this registry. */
  environment(registry: string): NodeJS.ProcessEnv
  run(command: readonly string[], env: NodeJS.ProcessEnv): Run
  /** What lies in the project folder. */
  contents(): Promise<readonly string[]>
  remove(): Promise<void>
}

export const projectFiles = ['build', 'package-lock.json', 'package.json'] as const

/** @param npmrc the user's settings of npm */
export async function createScratchProject(
  dependencies: readonly Dependency[],
  npmrc = '',
): Promise<ScratchProject> {
  const base = await mkdtemp(path.join(tmpdir(), 'scratch-project-'))
  const folder = path.join(base, 'project')
  const home = path.join(base, 'home')
  await mkdir(home)
  await cp(path.join(projectFolder, 'build'), path.join(folder, 'build'), { recursive: true })
  const about = {
    name: 'scratch',
    version: '1.0.0',
    devDependencies: Object.fromEntries(dependencies.map(({ name, version }) => [name, version])),
  }
  const locked = dependencies.map(({ name, ...about }) => [
    `node_modules/${name}`,
    { ...about, dev: true },
  ])
  const lock = {
    ...about,
    lockfileVersion: 3,
    packages: { '': about, ...Object.fromEntries(locked) },
  }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(about))
  await writeFile(path.join(folder, 'package-lock.json'), JSON.stringify(lock))
  await writeFile(path.join(home, '.npmrc'), npmrc)
  return {
    folder,
    environment: (registry) => ({
      PATH: process.env['PATH'],
      HOME: home,
      DISPLAY: ':0',
      npm_config_cache: path.join(home, 'cache'),
      npm_config_registry: registry,
    }),
    run: ([command = '', ...args], env) => run(command, args, folder, env),
    contents: async () => (await readdir(folder)).sort(),
    remove: () => rm(base, { recursive: true }),
  }
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Run {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString()
  })
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString()
  })
  return {
    child,
    ended: once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr })),
  }
}

/** Makes a folder that serves as a user's own Electron as far as getting ready goes. */
export async function createOwnElectron(parent: string): Promise<string> {
  const folder = path.join(parent, 'own-electron')
  await mkdir(folder)
  await symlink(process.execPath, path.join(folder, 'electron'))
  return folder
}
