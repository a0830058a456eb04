import { execFile } from 'node:child_process'
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

async function readByAnotherProgram(): Promise<string> {
  const [program, ...args] =
    process.platform === 'darwin' || process.platform === 'win32'
      ? paste[process.platform]
      : paste.linux
  const { stdout } = await execute(program, args, { maxBuffer: 1024 * 1024 })
  return stdout
}

describeClipboard('fake', async () => {
  const clipboard = createFakeClipboard()
  return { clipboard, read: async () => clipboard.read(), stop: async () => {} }
})

describeClipboard('the desktop, read by another program', async () => {
  const host = await startElectronHost()
  return { clipboard: host.clipboard, read: readByAnotherProgram, stop: host.stop }
})
