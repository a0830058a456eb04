import { expect, test } from 'vitest'
import { currentFolder, leavePlaceOfDumps } from '../../../src/main/platform/core-dumps.ts'
import { restart, unpackedFrom } from '../../../src/main/shell/quit.ts'

/** The current folder of a process, and what a restart finds there. */
function placeAt(folder: string, platform: NodeJS.Platform = 'linux', missing: string[] = []) {
  let current = folder
  return {
    platform,
    cwd: () => current,
    chdir: (to: string) => {
      if (missing.includes(to)) throw new Error('ENOENT')
      current = to
    },
  }
}

const plain = { execPath: '/opt/token-desk/token-desk', args: ['a.tokendesk'], env: {} }

function restarted(start: typeof plain, place = placeAt('/home/ada')) {
  const inStartFolder = leavePlaceOfDumps(place)
  const relaunched: unknown[] = []
  let hasQuit = false
  const app = {
    relaunch: (options?: unknown) => relaunched.push({ folder: place.cwd(), options }),
    quit: () => {
      hasQuit = true
    },
  }
  restart(app, start, inStartFolder)
  expect(hasQuit).toBe(true)
  return { relaunched, folderAfter: place.cwd() }
}

test('a restart begins where the app was started, so that a relative share file is found', () => {
  expect(restarted(plain)).toEqual({
    relaunched: [{ folder: '/home/ada', options: undefined }],
    folderAfter: '/proc',
  })
})

test.each([
  ['the folder of the start is gone', placeAt('/home/ada', 'linux', ['/home/ada']), '/proc'],
  ['there is no /proc', placeAt('/home/ada', 'linux', ['/proc']), '/home/ada'],
  ['another system', placeAt('/Users/ada', 'darwin'), '/Users/ada'],
] as const)('a restart is possible where %s', (_name, place, folder) => {
  expect(restarted(plain, place)).toEqual({
    relaunched: [{ folder, options: undefined }],
    folderAfter: folder,
  })
})

test('a folder that is gone at the start prevents nothing', () => {
  const place = {
    ...placeAt('/'),
    cwd: () => {
      throw new Error('ENOENT: uv_cwd')
    },
  }
  expect(currentFolder(place)).toBeUndefined()
  let hasRun = false
  leavePlaceOfDumps(place)(() => {
    hasRun = true
  })
  expect(hasRun).toBe(true)
})

test('an unpacked program is started again from the file that it was unpacked from', () => {
  const env = { APPIMAGE: '/home/ada/Token.AppImage', APPDIR: '/tmp/.mount_Token1' }
  const start = { execPath: '/tmp/.mount_Token1/token-desk', args: ['a.tokendesk'], env }
  expect(restarted(start).relaunched).toEqual([
    { folder: '/home/ada', options: { execPath: env.APPIMAGE, args: ['a.tokendesk'] } },
  ])
  const portable = { PORTABLE_EXECUTABLE_FILE: 'D:\\Token Desk.exe' }
  const { execPath } = plain
  expect(unpackedFrom({ execPath, env: portable })).toBe('D:\\Token Desk.exe')
  // Started from the terminal of an editor that is an AppImage.
  expect(unpackedFrom({ execPath, env })).toBeUndefined()
})
