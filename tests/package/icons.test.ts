import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { drawIcons, iconsFolder } from '../../build/icons.mjs'
import { filesIn } from '../../build/packaging/tree.mjs'

const signature = '89504e470d0a1a0a'

/** Returns the width and height in a PNG's header. */
function sizeOf(png: Buffer): string {
  expect(png.subarray(0, 8).toString('hex')).toBe(signature)
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`
}

function read(name: string): Buffer {
  return readFileSync(path.join(iconsFolder, name))
}

// Another processor may round a pixel differently.
test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'every icon is made from the drawings, and there is no other',
  async () => {
    const drawn = await drawIcons()
    for (const [name, content] of drawn) expect(read(name).equals(content), name).toBe(true)
    const there = filesIn(iconsFolder).filter((file) => !file.startsWith('source'))
    expect(there.filter((file) => !drawn.has(file))).toEqual([])
  },
)

describe('icons that systems read', () => {
  test.each(['token-desk.ico', 'document.ico'])('%s has a picture for each scale', (name) => {
    const icon = read(name)
    expect([icon.readUInt16LE(0), icon.readUInt16LE(2)]).toEqual([0, 1])
    const sizes = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
      const at = 6 + 16 * index
      const offset = icon.readUInt32LE(at + 12)
      const size = sizeOf(icon.subarray(offset, offset + icon.readUInt32LE(at + 8)))
      const width = icon.readUInt8(at) || 256
      expect(size).toBe(`${width}x${width}`)
      return width
    })
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
  })

  test.each(['token-desk.icns', 'document.icns'])('%s has every entry that macOS needs', (name) => {
    const icon = read(name)
    expect(icon.toString('latin1', 0, 4)).toBe('icns')
    expect(icon.readUInt32BE(4)).toBe(icon.length)
    const kinds: Record<string, string> = {}
    for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4)) {
      kinds[icon.toString('latin1', at, at + 4)] = sizeOf(icon.subarray(at + 8))
    }
    expect(kinds).toEqual({
      icp4: '16x16',
      icp5: '32x32',
      ic07: '128x128',
      ic08: '256x256',
      ic09: '512x512',
      ic10: '1024x1024',
      ic11: '32x32',
      ic12: '64x64',
      ic13: '256x256',
      ic14: '512x512',
    })
  })

  test('the tray has pictures for simple and double resolution', () => {
    expect(sizeOf(read('tray/trayTemplate.png'))).toBe('16x16')
    expect(sizeOf(read('tray/trayTemplate@2x.png'))).toBe('32x32')
    expect(sizeOf(read('tray/tray.png'))).toBe('24x24')
    expect(sizeOf(read('tray/tray@2x.png'))).toBe('48x48')
  })
})
