import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

export interface PublishedPackage {
  readonly name: string
  readonly version: string
  /** Contents by file name, besides package.json. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
}

export interface LoopbackRegistry {
  readonly url: string
  /** The checksum of a package, as a lock file holds it. */
  integrityOf(name: string): string
  close(): Promise<void>
}

async function pack({ name, version, files }: PublishedPackage): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pack-'))
  try {
    await mkdir(path.join(folder, 'package'))
    await writeFile(path.join(folder, 'package/package.json'), JSON.stringify({ name, version }))
    for (const [file, content] of Object.entries(files)) {
      await writeFile(path.join(folder, 'package', file), content)
    }
    await execute('tar', ['-czf', 'package.tgz', 'package'], { cwd: folder })
    return await readFile(path.join(folder, 'package.tgz'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Serves packages on loopback the way the npm registry does. */
export async function startLoopbackRegistry(
  packages: readonly PublishedPackage[],
): Promise<LoopbackRegistry> {
  const published = new Map(
    await Promise.all(
      packages.map(async (each) => {
        const tarball = await pack(each)
        const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
        return [each.name, { ...each, tarball, integrity }] as const
      }),
    ),
  )
  const server = createServer((request, response) => {
    const [name = '', file] = decodeURIComponent(request.url ?? '')
      .slice(1)
      .split('/-/')
    const found = published.get(name)
    if (found === undefined) {
      response.writeHead(404).end('{}')
      return
    }
    if (file !== undefined) {
      response.end(found.tarball)
      return
    }
    const { version, integrity } = found
    const dist = { integrity, tarball: `http://${request.headers.host}/${name}/-/${version}.tgz` }
    response.end(JSON.stringify({ name, versions: { [version]: { name, version, dist } } }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/`,
    integrityOf: (name) => published.get(name)?.integrity ?? '',
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** @throws {TypeError} for a server that listens on a socket file, or not at all */
export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('No port')
  return address.port
}
