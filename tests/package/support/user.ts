import { execFileSync } from 'node:child_process'
import { undoAtExit } from '../../../build/cleanup.mjs'

/** A user of this system. */
export interface User {
  readonly userId: number
  readonly groupId: number
  remove(): void
}

function idOf(name: string, kind: '--user' | '--group'): number {
  return Number(execFileSync('id', [kind, name], { encoding: 'utf8' }))
}

/** Makes a user without rights, who is gone again when the tests end, however they end. As root. */
export function createUser(home: string): User {
  const name = `token-desk-${process.pid}`
  execFileSync('useradd', ['--no-create-home', '--home-dir', home, '--user-group', name])
  const removal = undoAtExit(() => execFileSync('userdel', [name]))
  return {
    userId: idOf(name, '--user'),
    groupId: idOf(name, '--group'),
    remove: removal.now,
  }
}

/** Whoever runs the tests. */
export function ownUser(): User {
  return {
    userId: process.getuid?.() ?? -1,
    groupId: process.getgid?.() ?? -1,
    remove: () => undefined,
  }
}
