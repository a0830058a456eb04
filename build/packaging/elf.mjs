// Of the System V ABI, chapter 5: what the loader of a 64-bit little-endian program reads.

const PROGRAM_HEADERS_AT = 32
const HEADER_SIZE_AT = 54
const HEADER_COUNT_AT = 56
const LOADED = 1
const DYNAMIC = 2
const NEEDED = 1
const STRING_TABLE = 5

/** @param {Buffer} file @returns {boolean} */
function isElf64(file) {
  return file.length > 64 && file.readUInt32BE(0) === 0x7f454c46 && file[4] === 2 && file[5] === 1
}

/** @param {Buffer} file @param {number} at @returns {number} */
function word(file, at) {
  return Number(file.readBigUInt64LE(at))
}

/** @param {Buffer} file */
function segmentsOf(file) {
  const first = word(file, PROGRAM_HEADERS_AT)
  const size = file.readUInt16LE(HEADER_SIZE_AT)
  return Array.from({ length: file.readUInt16LE(HEADER_COUNT_AT) }, (_, index) => {
    const at = first + index * size
    return {
      type: file.readUInt32LE(at),
      offset: word(file, at + 8),
      address: word(file, at + 16),
      size: word(file, at + 32),
    }
  })
}

/**
 * @param {Buffer} file
 * @returns {readonly string[]} the shared libraries that it is linked with; none if the file is no
 *   program or library. The output of `ldd` includes their libraries as well.
 */
export function neededLibraries(file) {
  if (!isElf64(file)) return []
  const segments = segmentsOf(file)
  const dynamic = segments.find(({ type }) => type === DYNAMIC)
  if (dynamic === undefined) return []
  const entries = Array.from({ length: Math.floor(dynamic.size / 16) }, (_, index) => {
    const at = dynamic.offset + index * 16
    return { tag: word(file, at), value: word(file, at + 8) }
  })
  const table = entries.find(({ tag }) => tag === STRING_TABLE)?.value
  const holder = segments.find(
    ({ type, address, size }) =>
      type === LOADED && table !== undefined && address <= table && table < address + size,
  )
  if (table === undefined || holder === undefined) return []
  const strings = table - holder.address + holder.offset
  return entries
    .filter(({ tag }) => tag === NEEDED)
    .map(({ value }) => {
      const start = strings + value
      return file.toString('latin1', start, file.indexOf(0, start))
    })
}
