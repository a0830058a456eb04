import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { qrPath } from '../../../../../src/renderer/features/profile-detail/QrCode.tsx'

/** Pixels of a module: a camera sees many of each. */
const scale = 3

/** Paints the path as the browser does, black on white, and returns what a decoder reads. */
function readQr(text: string): string | null {
  const drawn = qrPath(text)
  if (drawn === null) return null
  const width = drawn.size * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  const squares = [...drawn.path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)]
  // Nothing else is in the path.
  expect(squares.map(([square]) => square).join('')).toBe(drawn.path)
  for (const [, x, y] of squares) {
    for (let row = 0; row < scale; row += 1) {
      const start = (Number(y) * scale + row) * width + Number(x) * scale
      for (let pixel = start; pixel < start + scale; pixel += 1) {
        pixels.fill(0, pixel * 4, pixel * 4 + 3)
      }
    }
  }
  return jsQR(pixels, width, width, { inversionAttempts: 'dontInvert' })?.data ?? null
}

describe('the QR code of an address', () => {
  it.each([
    'https://login.example.com/device',
    'https://login.example.com/device?user_code=WDJB-MJHT',
    'https://bücher.example/gerät?user_code=ÄÖÜ&naam=%C3%A9',
    `https://login.example.com/${'device/'.repeat(60)}?user_code=WDJB-MJHT`,
  ])('is read as that address by another program: %s', (address) => {
    expect(readQr(address)).toBe(address)
  })

  it('has the white edge that cameras need', () => {
    const drawn = qrPath('https://login.example.com/device')
    const places = [...(drawn?.path.matchAll(/M(\d+) (\d+)/g) ?? [])].flatMap(([, x, y]) => [
      Number(x),
      Number(y),
    ])
    expect(Math.min(...places)).toBe(4)
    expect(Math.max(...places)).toBe((drawn?.size ?? 0) - 5)
  })

  it('is left out for an address that is too long for one', () => {
    expect(qrPath(`https://login.example.com/${'a'.repeat(4000)}`)).toBeNull()
  })
})
