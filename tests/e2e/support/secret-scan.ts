import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** The ways in which a secret may stand somewhere without looking like itself. */
function encodings(secret: string): readonly Buffer[] {
  const bytes = Buffer.from(secret)
  const texts = [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ v: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('hex'),
    // Base64 of a longer text that has the secret in it looks different for each of
    // three alignments; the outermost characters depend on the neighbours.
    ...[0, 1, 2].map((before) =>
      Buffer.concat([Buffer.alloc(before), bytes])
        .toString('base64')
        .slice(4, -4),
    ),
  ]
  return [...texts.map((text) => Buffer.from(text)), Buffer.from(secret, 'utf16le')]
}

export interface Finding {
  readonly place: string
  readonly secretNumber: number
}

/** Where in `content` a secret stands; names it by its number, never by its text. */
export function findSecrets(
  place: string,
  content: Buffer,
  secrets: readonly string[],
): readonly Finding[] {
  return secrets.flatMap((secret, secretNumber) =>
    encodings(secret).some((needle) => content.includes(needle)) ? [{ place, secretNumber }] : [],
  )
}

/** Searches every file below `folder`. */
export async function findSecretsIn(
  folder: string,
  secrets: readonly string[],
): Promise<readonly Finding[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const findings = await Promise.all(
    files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return findSecrets(path.relative(folder, file), await readFile(file), secrets)
    }),
  )
  return findings.flat()
}
