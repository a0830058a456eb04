import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FeedConfiguration } from '../../../src/main/updates/feed-configuration.ts'

const project = path.join(import.meta.dirname, '../../..')

/** The built app as a distributor packages it who tells of new versions; `remove` it when done. */
export async function createConfiguredApp(configuration: FeedConfiguration) {
  const folder = await mkdtemp(path.join(tmpdir(), 'configured-app-'))
  await cp(path.join(project, 'out'), path.join(folder, 'out'), {
    recursive: true,
    filter: (source) => !source.endsWith('.map'),
  })
  const about = JSON.parse(await readFile(path.join(project, 'package.json'), 'utf8'))
  const { name, productName, version, type, main } = about
  const own = JSON.stringify({ name, productName, version, type, main })
  await writeFile(path.join(folder, 'package.json'), own)
  await writeFile(path.join(folder, 'update-feed.json'), JSON.stringify(configuration))
  return { folder, version, remove: () => rm(folder, { recursive: true, force: true }) }
}
