import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { plantCanaries } from '../../support/leaks/canaries.ts'
import { createScanner } from '../../support/leaks/scan.ts'

const canaries = Object.values(plantCanaries())
const scanner = createScanner(canaries)

/** How somebody who is not the scanner writes a text, between other things. */
const writers: Readonly<Record<string, (text: string) => string | Buffer>> = {
  raw: (text) => `x${text}y`,
  JSON: (text) => JSON.stringify({ a: `before ${text} after` }),
  percent: (text) => `/path/${encodeURIComponent(text)}?a`,
  form: (text) => new URLSearchParams({ a: 'b', c: text }).toString(),
  'base64, first of three': (text) => Buffer.from(`one${text}`).toString('base64'),
  'base64, second of three': (text) => Buffer.from(`:${text}`).toString('base64'),
  'base64, third of three': (text) => Buffer.from(`id${text};`).toString('base64'),
  base64url: (text) => Buffer.from(`?>${text}`).toString('base64url'),
  hex: (text) => Buffer.from(`a${text}`).toString('hex'),
  'UTF-16': (text) => Buffer.from(`ab${text}c`, 'utf16le'),
}

describe('the search for secrets', () => {
  it('knows at least twenty canaries and ten encodings', () => {
    expect(canaries.length).toBeGreaterThanOrEqual(20)
    expect(Object.keys(writers)).toHaveLength(10)
  })

  it.each(Object.entries(writers))('finds every canary written as %s', (_encoding, write) => {
    for (const { name, text } of canaries) {
      const noise = randomBytes(777)
      const found = scanner.scan('here', Buffer.concat([noise, Buffer.from(write(text)), noise]))
      expect(new Set(found.map((each) => each.secret))).toEqual(new Set([name]))
      expect(found.every(({ place }) => place === 'here')).toBe(true)
    }
  })

  it.each(Object.entries(writers))(
    'finds every canary of which the first or the last half is left, written as %s',
    (_encoding, write) => {
      for (const { name, text } of canaries) {
        // What comes before the signature of a token that can be read is no secret.
        const secret = Array.from(/^ey.*\.([\w-]+)$/.exec(text)?.[1] ?? text)
        const half = Math.max(12, Math.ceil(secret.length / 2))
        for (const part of [secret.slice(0, half), secret.slice(-half)]) {
          const found = scanner.scan('here', write(part.join('')))
          expect(new Set(found.map((each) => each.secret)), name).toEqual(new Set([name]))
        }
      }
    },
  )

  it('finds nothing where there is nothing, and not what only begins like a canary', () => {
    expect(scanner.scan('here', randomBytes(1 << 20))).toEqual([])
    expect(scanner.scan('here', '')).toEqual([])
    const [{ text } = { text: '' }] = canaries
    expect(scanner.scan('here', text.slice(0, 11))).toEqual([])
  })

  it('names a secret and never says it', () => {
    const [canary] = canaries
    const reported = JSON.stringify(scanner.scan('here', canary?.text ?? ''))
    expect(reported).toContain(canary?.name)
    expect(scanner.scan('here', reported)).toEqual([])
  })

  it('takes plain texts too, and refuses those that anything would match', () => {
    expect(
      createScanner(['first secret', 'hunter2-the-secret']).scan('p', 'hunter2-the-secret'),
    ).toEqual([{ place: 'p', secret: 'secret 1', encoding: 'raw' }])
    expect(() => createScanner(['abc'])).toThrow('secret 0 is too short')
  })

  it('reads the content of every file, its name, and where links point to', async () => {
    const [first, second, third] = canaries
    const folder = await mkdtemp(path.join(tmpdir(), 'scan-'))
    await mkdir(path.join(folder, 'a', 'b'), { recursive: true })
    await writeFile(path.join(folder, 'a', 'b', 'content'), `${first?.text}`)
    await writeFile(path.join(folder, `name ${second?.marks.at(-1)}`), '')
    await symlink(`/nowhere/${third?.marks.at(-1)}`, path.join(folder, 'link'))
    const found = await scanner.scanFolder(folder, 'data')
    await rm(folder, { recursive: true })
    expect(new Set(found.map(({ place, secret }) => `${place} ${secret}`))).toEqual(
      new Set([
        `data: the name of a file ${second?.name}`,
        `data/a/b/content ${first?.name}`,
        `data/link ${third?.name}`,
      ]),
    )
  })
})
