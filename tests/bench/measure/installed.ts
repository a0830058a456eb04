import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Figure } from '../statistics.ts'

const builtFolder = path.join(import.meta.dirname, '../../../out')

/** The size of what is installed beside Electron: the built app without its source maps. */
export async function measureInstalled() {
  const entries = await readdir(builtFolder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(path.join(file.parentPath, file.name))).size),
  )
  const value = sizes.reduce((sum, size) => sum + size, 0) / 1024 / 1024
  const figure: Figure = { value, low: value, high: value, count: 1 }
  return { figures: { installed_mb: figure }, details: {} }
}
