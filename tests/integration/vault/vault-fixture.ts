import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { KeyStore, Opener } from '../../../src/main/engine/ports.ts'
import type { StoredProfile } from '../../../src/main/engine/stored-profile.ts'
import { createVault, type Vault } from '../../../src/main/vault/vault.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { createFakeKeyStore, type FakeKeyStore } from '../../support/ports/fake-key-store.ts'

export interface OpenedVault {
  readonly store: Vault
  readonly profiles: readonly StoredProfile[]
}

/** A vault of this test's own, in a folder of its own. */
export interface VaultFixture {
  readonly folder: string
  readonly keyStore: FakeKeyStore
  path(...names: readonly string[]): string
  /** As the app does at its start. */
  open(keyStore?: KeyStore, opener?: Opener): Promise<OpenedVault>
  /** As the app does when the user types a passphrase. */
  openBy(passphrase: string): Promise<OpenedVault>
  /** Every file below the folder but the lock, with its bytes in hex. */
  files(): Promise<Readonly<Record<string, string>>>
  /** Changes a JSON file on disk, with the checksum left as it was. */
  edit(name: string, change: (file: Record<string, unknown>) => void): Promise<void>
}

/** Every file below a folder but the lock of a vault, with its bytes in hex. */
export async function filesBelow(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files: [string, string][] = []
  for (const entry of entries) {
    if (!entry.isFile() || entry.name === 'lock.json') continue
    const path = join(entry.parentPath, entry.name)
    files.push([relative(folder, path), await readFile(path, 'hex')])
  }
  return Object.fromEntries(files.sort(([a], [b]) => a.localeCompare(b)))
}

/** So that a passphrase takes no time. */
const scryptCost = { N: 16, r: 1, p: 1 }

export async function openVaultIn(
  folder: string,
  keyStore: KeyStore,
  opener?: Opener,
): Promise<OpenedVault> {
  const store = createVault({ folder, keyStore, log: createMemoryLog(), scryptCost })
  return { store, profiles: await store.open(opener) }
}

export function useVault(): VaultFixture {
  let parent = ''
  let keyStore = createFakeKeyStore()
  const folder = () => join(parent, 'vault')
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'vault-'))
    keyStore = createFakeKeyStore()
  })
  afterEach(() => rm(parent, { recursive: true, force: true }))
  const fixture: VaultFixture = {
    get folder() {
      return folder()
    },
    get keyStore() {
      return keyStore
    },
    path: (...names) => join(folder(), ...names),
    open: (other = keyStore, opener) => openVaultIn(folder(), other, opener),
    openBy: (passphrase) => openVaultIn(folder(), keyStore, { kind: 'passphrase', passphrase }),
    files: () => filesBelow(folder()),
    async edit(name, change) {
      const file = JSON.parse(await readFile(fixture.path(name), 'utf8'))
      change(file)
      await writeFile(fixture.path(name), JSON.stringify(file))
    },
  }
  return fixture
}
