import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { realDisk, vaultDisk } from '../../src/main/vault/disk.ts'
import { describeDisk } from '../support/ports/disk-suite.ts'
import { createDice } from '../support/vault/dice.ts'
import { createForgetfulDisk } from '../support/vault/forgetful-disk.ts'

async function inFolder(disk: typeof realDisk) {
  const folder = await mkdtemp(join(tmpdir(), 'disk-'))
  return { disk, folder, stop: () => rm(folder, { recursive: true }) }
}

describeDisk('fake', async () => {
  return { disk: createForgetfulDisk(createDice(1)), folder: '/disk', stop: async () => {} }
})
describeDisk('real', () => inFolder(realDisk))
describeDisk("the vault's", () => inFolder(vaultDisk))
