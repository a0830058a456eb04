import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** Pixels of the screen. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What an X server in memory shows. */
export interface Screen {
  /** The pixels of an area, as the server has them at this moment. */
  pictureOf(area: Area): Buffer
  close(): void
}

/** Where each number is in the head of an X window dump (`XWDFile.h`), big-endian. */
const at = { headSize: 0, bitsPerPixel: 44, bytesPerLine: 48, colours: 76 } as const
const headLength = 100
const bytesPerColour = 12

/**
 * Opens the file in which Xvfb keeps its screen (`-fbdir`): the server draws into it, so that
 * looking costs it nothing and is never late.
 */
export function openScreen(folder: string): Screen {
  const file = openSync(join(folder, 'Xvfb_screen0'), 'r')
  const head = Buffer.alloc(headLength)
  readSync(file, head, 0, headLength, 0)
  const number = (offset: number) => head.readUInt32BE(offset)
  const bytesPerPixel = number(at.bitsPerPixel) / 8
  const start = number(at.headSize) + number(at.colours) * bytesPerColour
  const line = number(at.bytesPerLine)

  return {
    pictureOf({ x, y, width, height }) {
      const picture = Buffer.alloc(width * height * bytesPerPixel)
      const lines = Buffer.alloc(line * height)
      readSync(file, lines, 0, lines.length, start + y * line)
      for (let row = 0; row < height; row += 1) {
        const from = row * line + x * bytesPerPixel
        lines.copy(picture, row * width * bytesPerPixel, from, from + width * bytesPerPixel)
      }
      return picture
    },
    close: () => closeSync(file),
  }
}
