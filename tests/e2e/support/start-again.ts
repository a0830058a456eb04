import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { resolveElectron } from '../../../build/runtime.mjs'

const projectFolder = path.join(import.meta.dirname, '../../..')

/**
 * Starts the app once more on a data folder that another start has open, and waits until this
 * one has ended. Returns its exit code.
 */
export async function startAgain(
  dataFolder: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<number | null> {
  const { executable, switches } = resolveElectron()
  const second = spawn(
    executable,
    [...switches, projectFolder, `--user-data-dir=${dataFolder}`, ...args],
    { env, stdio: 'ignore' },
  )
  const [code] = await once(second, 'exit')
  return code
}
