import type { Http } from '../engine/ports.ts'
import { readFeedConfiguration } from './feed-configuration.ts'
import { openMemory } from './memory.ts'
import { createUpdateWatch, type UpdateWatch, type WatchParts } from './watch.ts'

export interface OpeningParts extends Omit<WatchParts, 'configuration' | 'memory' | 'http'> {
  /** Where it is remembered what was told. */
  readonly memoryFile: string
  /** Waits shorter and reads less than for a token. */
  readonly createHttp: () => Http
}

export interface OpenedWatch {
  readonly watch: UpdateWatch
  /** The origins where a page may be opened. */
  readonly pages: readonly string[]
}

/** Puts together what looks for new versions. Throws where the configuration is none. */
export async function openWatch(
  configurationText: string,
  parts: OpeningParts,
): Promise<OpenedWatch> {
  const configuration = readFeedConfiguration(configurationText)
  const memory = await openMemory(parts.memoryFile, configuration.address, parts.log)
  const watch = createUpdateWatch({ ...parts, configuration, memory, http: parts.createHttp() })
  return { watch, pages: configuration.pages }
}
