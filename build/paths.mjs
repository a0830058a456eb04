import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Files that the scripts fetch and make; git ignores it. */
export const cacheFolder = join(root, '.cache')
