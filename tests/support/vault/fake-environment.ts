import { randomUUID } from 'node:crypto'
import type { Environment } from '../../../src/main/vault/lock-file.ts'

/** A few computers with a few processes each, all at the same time of day. */
export interface FakeWorld {
  start(host: string, pid: number): Environment
  end(host: string, pid: number): void
  /** Lets milliseconds pass, with what is to be done every now and then. */
  pass(milliseconds: number): void
}

export function createFakeWorld(): FakeWorld {
  const running = new Set<string>()
  const repeated = new Set<{ every: number; due: number; host: string; work: () => void }>()
  let now = 1_767_225_600_000
  const nameOf = (host: string, pid: number) => `${host}/${pid}`
  return {
    start(host, pid) {
      running.add(nameOf(host, pid))
      return {
        host,
        pid,
        session: randomUUID(),
        now: () => now,
        isRunning: (other) => running.has(nameOf(host, other)),
        every(milliseconds, work) {
          const each = {
            every: milliseconds,
            due: now + milliseconds,
            host: nameOf(host, pid),
            work,
          }
          repeated.add(each)
          return () => repeated.delete(each)
        },
      }
    },
    end(host, pid) {
      running.delete(nameOf(host, pid))
      for (const each of repeated) if (each.host === nameOf(host, pid)) repeated.delete(each)
    },
    pass(milliseconds) {
      now += milliseconds
      for (const each of repeated) {
        if (each.due > now) continue
        each.due = now + each.every
        each.work()
      }
    },
  }
}
