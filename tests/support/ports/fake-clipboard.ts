import type { Clipboard } from '../../../src/main/engine/ports.ts'
import { Failure } from '../../../src/shared/errors.ts'

export interface FakeClipboard extends Clipboard {
  /** What another program would paste. */
  read(): string
  /** Another program copies. */
  put(text: string): void
  /** Nothing can be read or written from now on, or again. */
  setBroken(isBroken: boolean): void
}

export function createFakeClipboard(): FakeClipboard {
  let content = ''
  let isBroken = false
  async function unlessBroken<Value>(work: () => Value): Promise<Value> {
    if (isBroken) throw new Failure({ code: 'clipboard-unavailable' })
    return work()
  }
  const write = (text: string) =>
    unlessBroken(() => {
      content = text
    })
  return {
    read: () => content,
    put: (text) => {
      content = text
    },
    setBroken: (next) => {
      isBroken = next
    },
    writeText: write,
    writeSecret: write,
    readText: () => unlessBroken(() => content),
    clear: () => write(''),
  }
}
