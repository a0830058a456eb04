/**
 * A picture in one of several sizes.
 * @typedef {object} Picture
 * @property {number} size its width and height in pixels
 * @property {Buffer} png
 */

const ICO_HEADER = 6
const ICO_ENTRY = 16

/**
 * Windows' container of icons, with PNG pictures (Windows Vista and later read them):
 * https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 * @param {readonly Picture[]} pictures at most 256 pixels wide
 * @returns {Buffer}
 */
export function icoOf(pictures) {
  const header = Buffer.alloc(ICO_HEADER + ICO_ENTRY * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  pictures.forEach(({ size, png }, index) => {
    const at = ICO_HEADER + ICO_ENTRY * index
    // A byte has no 256: 0 stands for it.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

/**
 * The kinds of entry that hold a PNG, by its width; those of a double resolution come after:
 * https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 */
const ICNS_KINDS = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
  ['ic10', 1024],
])

/** The widths that {@link icnsOf} needs. */
export const ICNS_SIZES = [...new Set(ICNS_KINDS.map(([, size]) => size))]

/**
 * The container of icons of macOS, for simple and double resolution.
 * @param {readonly Picture[]} pictures of all {@link ICNS_SIZES}
 * @returns {Buffer}
 */
export function icnsOf(pictures) {
  const entries = ICNS_KINDS.map(([kind, size]) => {
    const png = pictures.find((picture) => picture.size === size)?.png
    if (png === undefined) throw new RangeError(`no picture of ${size} pixels`)
    return icnsEntry(kind, png)
  })
  return icnsEntry('icns', Buffer.concat(entries))
}

/** @param {string} kind four letters @param {Buffer} content */
function icnsEntry(kind, content) {
  const header = Buffer.alloc(8)
  header.write(kind, 'latin1')
  header.writeUInt32BE(header.length + content.length, 4)
  return Buffer.concat([header, content])
}
