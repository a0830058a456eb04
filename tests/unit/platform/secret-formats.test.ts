import { expect, test } from 'vitest'
import { secretFormats } from '../../../src/main/platform/secret-formats.ts'

async function formatsOf(platform: NodeJS.Platform) {
  const formats = Object.entries(secretFormats(platform, 'secret text'))
  const read = async (value: string | Blob) =>
    typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer()).toString('hex')
  return Object.fromEntries(
    await Promise.all(formats.map(async ([name, value]) => [name, await read(value)] as const)),
  )
}

const raw = (name: string) => `electron application/osclipboard;format="${name}"`

test('on Windows, neither the history nor the cloud is to take a secret', async () => {
  expect(await formatsOf('win32')).toEqual({
    'text/plain': 'secret text',
    [raw('ExcludeClipboardContentFromMonitorProcessing')]: '31',
    // Zero in four bytes (DWORD) is no.
    [raw('CanIncludeInClipboardHistory')]: '00000000',
    [raw('CanUploadToCloudClipboard')]: '00000000',
    [raw('Clipboard Viewer Ignore')]: '31',
  })
})

test('on macOS, a secret is called concealed', async () => {
  expect(Object.keys(await formatsOf('darwin'))).toEqual([
    'text/plain',
    raw('org.nspasteboard.ConcealedType'),
  ])
})

test('on Linux, the formats mark it as a password manager’s secret', async () => {
  expect(await formatsOf('linux')).toEqual({
    'text/plain': 'secret text',
    [raw('x-kde-passwordManagerHint')]: Buffer.from('secret').toString('hex'),
  })
})
