import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { editionOf } from '../../../build/packaging/edition.mjs'
import { makePackages } from '../../../build/packaging/make-packages.mjs'
import { cacheFolder } from '../../../build/paths.mjs'
import { resolveElectron } from '../../../build/runtime.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the packages; nothing where none are made. */
    packages: string | undefined
  }
}

let folder: string | undefined

/** Makes the packages of the evaluation once, of the built app and the Electron that is here. */
export async function setup(project: TestProject): Promise<void> {
  if (process.platform !== 'linux') return project.provide('packages', undefined)
  const electron = path.dirname(resolveElectron().executable)
  const version = readFileSync(path.join(electron, 'version'), 'utf8').trim().replace(/^v/, '')
  folder = await mkdtemp(path.join(cacheFolder, 'packages-'))
  const made = path.join(folder, 'made')
  await makePackages(editionOf('evaluation'), { version, electron }, made)
  project.provide('packages', made)
}

export async function teardown(): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 3 })
}
