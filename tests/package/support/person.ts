import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { chmod, chown, copyFile, cp, mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { undoAtExit } from '../../../build/cleanup.mjs'
import { endGroup } from '../../../build/command.mjs'
import { createUser, ownUser } from './user.ts'
import { startWithoutNamespaces } from './without-namespaces.ts'

const project = path.join(import.meta.dirname, '../../..')
const session = path.join('tests', 'package', 'session')
const limitMs = 150_000

export interface Ended {
  readonly code: number | null
  /** Standard output. */
  readonly said: string
  /** Standard error. */
  readonly complained: string
}

/** Nothing where whoever runs the tests is the person. */
export type Identity =
  | { readonly uid: number; readonly gid: number }
  | { readonly uid?: never; readonly gid?: never }

/** Somebody without special rights, whom the tests have made if they run as root. */
export interface Person {
  readonly home: string
  /** What makes a program that is spawned this person's. */
  readonly identity: Identity
  /** Runs a program as this person. `env` is added to a bare environment. */
  run(command: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended>
  /** The same where only root can make namespaces of users. For tests that run as root. */
  runWithoutNamespaces(command: readonly string[]): Promise<Ended>
  /** A command that runs a script of `tests/package/session`. */
  script(name: string, ...args: readonly string[]): readonly string[]
  /** The same on a desktop of the person's own. */
  onDesktop(script: string, ...args: readonly string[]): readonly string[]
  remove(): Promise<void>
}

/** What the programs wrote. Those that take too long are ended, with all that they started. */
async function ended(child: ChildProcess): Promise<Ended> {
  const texts = { said: '', complained: '' }
  child.stdout?.on('data', (text: Buffer) => {
    texts.said += text.toString()
  })
  child.stderr?.on('data', (text: Buffer) => {
    texts.complained += text.toString()
  })
  const timer = setTimeout(() => endGroup(child, 'SIGKILL'), limitMs)
  const [code] = await once(child, 'close')
  clearTimeout(timer)
  return { code, ...texts }
}

/** Whether everybody may run the program and enter the folders that lead to it. */
async function isForEverybody(file: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)('stat', ['--format=%A', file])
  const folder = path.dirname(file)
  return stdout.trim().endsWith('x') && (folder === file || (await isForEverybody(folder)))
}

/** Copies what runs a session to where the person can read it: the project may be root's alone. */
async function copyScripts(home: string): Promise<{ readonly node: string; readonly at: string }> {
  const at = path.join(home, 'scripts')
  await mkdir(path.join(at, 'build'), { recursive: true })
  for (const name of await readdir(path.join(project, 'build'))) {
    if (!name.endsWith('.mjs')) continue
    await copyFile(path.join(project, 'build', name), path.join(at, 'build', name))
  }
  await cp(path.join(project, session), path.join(at, session), { recursive: true })
  if (await isForEverybody(process.execPath)) return { node: process.execPath, at }
  const node = path.join(at, 'node')
  await copyFile(process.execPath, node)
  return { node, at }
}

/** As root a new user of the system; otherwise whoever runs the tests. The home is new. */
export async function createPerson(): Promise<Person> {
  const home = await mkdtemp(path.join(tmpdir(), 'person-'))
  const removal = undoAtExit(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }))
  const isRoot = process.getuid?.() === 0
  const user = isRoot ? createUser(home) : ownUser()
  const identity: Identity = isRoot ? { uid: user.userId, gid: user.groupId } : {}
  const { node, at } = await copyScripts(home)
  await chmod(home, 0o755)
  await chown(home, user.userId, user.groupId)
  const children = new Set<ChildProcess>()
  const watch = (child: ChildProcess): Promise<Ended> => {
    children.add(child)
    return ended(child).finally(() => children.delete(child))
  }
  const bare = {
    HOME: home,
    LANG: 'C.UTF-8',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    DISPLAY: process.env['DISPLAY'],
  }
  const command = (name: string, ...args: readonly string[]) => [
    node,
    path.join(at, session, name),
    ...args,
  ]
  return {
    home,
    identity,
    run: ([program = '', ...args], env = {}) =>
      watch(
        spawn(program, args, {
          cwd: home,
          detached: true,
          env: { ...bare, ...env },
          stdio: ['ignore', 'pipe', 'pipe'],
          ...identity,
        }),
      ),
    runWithoutNamespaces: async (command) =>
      watch(await startWithoutNamespaces(command, user, { cwd: home, env: bare })),
    script: command,
    onDesktop: (script, ...args) => [
      node,
      path.join(at, 'build', 'desktop-session.mjs'),
      ...command(script, ...args),
    ],
    remove: async () => {
      // A user whose programs still run can't be removed.
      const gone = [...children].map((child) => once(child, 'close'))
      for (const child of children) endGroup(child, 'SIGKILL')
      await Promise.all(gone)
      user.remove()
      removal.now()
    },
  }
}
