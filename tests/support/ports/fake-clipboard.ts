import type { Clipboard } from '../../../src/main/engine/ports.ts'

export interface FakeClipboard extends Clipboard {
  /** What another program would paste. */
  read(): string
}

export function createFakeClipboard(): FakeClipboard {
  let content = ''
  return {
    read: () => content,
    async writeText(text) {
      content = text
    },
  }
}
