import { readdir, readFile, readlink } from 'node:fs/promises'
import path from 'node:path'
import { type Encoding, type Needle, needlesOf } from './encodings.ts'

/** What must be found nowhere. */
export interface Secret {
  /** What a finding calls it, in the place of its text. */
  readonly name: string
  /** Each betrays it: the whole, and parts that occur nowhere else. */
  readonly marks: readonly string[]
}

export interface Finding {
  readonly place: string
  readonly secret: string
  readonly encoding: Encoding
}

/** Searches for secrets. What it says of them is their names, never their texts. */
export interface Scanner {
  scan(place: string, content: Uint8Array | string): readonly Finding[]
  /** Every file below a folder: its content, its name and where it points to. */
  scanFolder(folder: string, name?: string): Promise<readonly Finding[]>
}

interface Sought extends Needle {
  readonly secret: string
}

/** Shorter ones would be found by chance. */
const minNeedleLength = 6
const firstTwo = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

/** Texts are named by their place in the list; anything else by its name. */
export function createScanner(secrets: readonly (Secret | string)[]): Scanner {
  const byStart = new Map<number, Sought[]>()
  for (const [index, each] of secrets.entries()) {
    const { name, marks } =
      typeof each === 'string' ? { name: `secret ${index}`, marks: [each] } : each
    for (const needle of marks.flatMap(needlesOf)) {
      if (needle.bytes.length < minNeedleLength) throw new Error(`${name} is too short to look for`)
      const start = firstTwo(needle.bytes, 0)
      byStart.set(start, [...(byStart.get(start) ?? []), { ...needle, secret: name }])
    }
  }
  // One pass for all needles: most places are ruled out by their first two bytes.
  const isStart = new Uint8Array(0x10000)
  for (const start of byStart.keys()) isStart[start] = 1

  function scan(place: string, content: Uint8Array | string): readonly Finding[] {
    const bytes = Buffer.from(content)
    const found = new Map<string, Finding>()
    for (let at = 0; at + 1 < bytes.length; at += 1) {
      const start = firstTwo(bytes, at)
      if (isStart[start] === 0) continue
      for (const { bytes: needle, secret, encoding } of byStart.get(start) ?? []) {
        const end = at + needle.length
        if (end > bytes.length || bytes.compare(needle, 0, needle.length, at, end) !== 0) continue
        found.set(`${secret} ${encoding}`, { place, secret, encoding })
      }
    }
    return [...found.values()]
  }

  return {
    scan,
    async scanFolder(folder, name = '') {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const inNames = entries.flatMap((entry) => scan(`${name}: the name of a file`, entry.name))
      const inside = await Promise.all(
        entries.map(async (entry) => {
          const file = path.join(entry.parentPath, entry.name)
          const place = `${name}/${path.relative(folder, file)}`
          // A file may go while it is looked for.
          if (entry.isSymbolicLink()) return scan(place, await readlink(file).catch(() => ''))
          return entry.isFile() ? scan(place, await readFile(file).catch(() => '')) : []
        }),
      )
      return [...inNames, ...inside.flat()]
    },
  }
}
