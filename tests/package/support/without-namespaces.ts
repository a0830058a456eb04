import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { readlink, writeFile } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { User } from './user.ts'

/** Waits for a line, then takes away the room for namespaces, becomes the user and goes on. */
const script = `read line
exec sh -c 'echo 0 > /proc/sys/user/max_user_namespaces &&
  exec setpriv --reuid="$USER_ID" --regid="$GROUP_ID" --clear-groups "$@"' sh "$@"`

/**
 * Starts a program where an ordinary user can make no namespaces, as on some distributions. To
 * leave the rest of the system alone, that is a namespace of its own, with the same users as
 * outside. As root.
 */
export async function startWithoutNamespaces(
  command: readonly string[],
  { userId, groupId }: User,
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<ChildProcessByStdio<Writable, Readable, Readable>> {
  const child = spawn('unshare', ['--user', 'sh', '-c', script, 'sh', ...command], {
    cwd,
    detached: true,
    env: { ...env, USER_ID: String(userId), GROUP_ID: String(groupId) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const background = await readlink('/proc/self/ns/user')
  while ((await readlink(`/proc/${child.pid}/ns/user`)) === background) await wait(10)
  for (const map of ['uid_map', 'gid_map']) {
    await writeFile(`/proc/${child.pid}/${map}`, '0 0 4294967295')
  }
  child.stdin.end('\n')
  return child
}
