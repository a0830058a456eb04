import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decodeDocument, encodeDocument } from '../../../src/main/backup/document.ts'
import { carryOut } from '../../../src/main/backup/work.ts'
import { backedUpProfile, documentOf } from '../../support/backup/documents.ts'
import { isDeep } from '../../support/deep.ts'

const passphrase = 'three slow barges under a bridge'
const document = documentOf(backedUpProfile('Reports'), backedUpProfile('Žluť 漢字'))

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'age-program-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs age on a terminal, which is where it asks for a passphrase, and types it. */
async function age(args: string, times: number): Promise<number | null> {
  const child = spawn('script', ['--quiet', '--return', '--command', `age ${args}`, '/dev/null'], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  child.stdin.end(`${passphrase}\n`.repeat(times))
  const [code] = await once(child, 'exit')
  return code
}

test.runIf(isDeep && process.platform === 'linux')(
  'the program age reads a backup, and a backup that it has encrypted is read',
  async () => {
    const sealed = await carryOut({ kind: 'seal', document, passphrase })
    if (sealed.kind !== 'sealed') throw new Error('it was not sealed')
    await writeFile(path.join(folder, 'ours.age'), sealed.file)
    expect(await age('--decrypt --output plain.json ours.age', 1)).toBe(0)
    const plain = await readFile(path.join(folder, 'plain.json'))
    expect(decodeDocument(plain)).toEqual({ kind: 'document', document })

    await writeFile(path.join(folder, 'plain.json'), encodeDocument(document))
    expect(await age('--passphrase --output theirs.age plain.json', 2)).toBe(0)
    const file = await readFile(path.join(folder, 'theirs.age'))
    expect(await carryOut({ kind: 'open', file, passphrase })).toEqual({ kind: 'opened', document })
  },
  120_000,
)
