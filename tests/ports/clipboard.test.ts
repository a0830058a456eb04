import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { describeClipboard } from '../support/ports/clipboard-suite.ts'
import { createFakeClipboard } from '../support/ports/fake-clipboard.ts'
import { startElectronHost } from '../support/ports/host/start-host.ts'

const execute = promisify(execFile)

/** Another program that pastes, by the system's own means. */
const paste = {
  linux: ['xclip', '-selection', 'clipboard', '-out'],
  darwin: ['pbpaste'],
  win32: ['powershell', '-NoProfile', '-Command', 'Get-Clipboard -Raw'],
} as const

/** Another program, which copies its input. */
const copy = {
  linux: ['xclip', '-selection', 'clipboard', '-in'],
  darwin: ['pbcopy'],
  win32: ['clip'],
} as const

const system =
  process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'

async function readByAnotherProgram(): Promise<string> {
  const [program, ...args] = paste[system]
  try {
    return (await execute(program, args, { maxBuffer: 1024 * 1024 })).stdout
  } catch (error) {
    // xclip fails where nothing is to be pasted.
    if (error instanceof Error && error.message.includes('target STRING not available')) return ''
    throw error
  }
}

async function putByAnotherProgram(text: string): Promise<void> {
  const [program, ...args] = copy[system]
  // xclip stays in the background to hand it out; it must not hold our pipes.
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] })
  child.stdin.end(text)
  await once(child, 'exit')
}

describeClipboard('fake', async () => {
  const clipboard = createFakeClipboard()
  return {
    clipboard,
    read: async () => clipboard.read(),
    put: async (text) => clipboard.put(text),
    stop: async () => {},
  }
})

describeClipboard('the desktop, read by another program', async () => {
  const host = await startElectronHost()
  return {
    clipboard: host.clipboard,
    read: readByAnotherProgram,
    put: putByAnotherProgram,
    stop: host.stop,
  }
})
