import { link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { resolveElectron } from '../../../build/runtime.mjs'

/** The Electron of the tests under another name, by which it takes itself for packaged. */
export interface NamedRuntime {
  readonly executable: string
  remove(): Promise<void>
}

/** Links the runtime's files into a folder beside it, the program as `name`. Linux only. */
export async function nameRuntime(name: string): Promise<NamedRuntime> {
  const { executable } = resolveElectron()
  const runtime = path.dirname(executable)
  const folder = await mkdtemp(`${runtime}-named-`)
  for (const entry of await readdir(runtime, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const target = path.join(folder, path.relative(runtime, file))
    if (entry.isDirectory()) continue
    await mkdir(path.dirname(target), { recursive: true })
    await link(file, file === executable ? path.join(folder, name) : target)
  }
  return {
    executable: path.join(folder, name),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
