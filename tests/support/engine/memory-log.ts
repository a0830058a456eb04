import type { Log, LogFields } from '../../../src/main/engine/ports.ts'

export interface MemoryLog extends Log {
  readonly entries: readonly { readonly event: string; readonly fields?: LogFields }[]
  readonly incidents: readonly { readonly event: string; readonly cause: unknown }[]
}

/** A log that a test can read. */
export function createMemoryLog(): MemoryLog {
  const entries: { event: string; fields?: LogFields }[] = []
  const incidents: { event: string; cause: unknown }[] = []
  return {
    entries,
    incidents,
    info: (event, fields) => {
      entries.push(fields === undefined ? { event } : { event, fields })
    },
    incident: (event, cause) => {
      incidents.push({ event, cause })
      return `incident-${incidents.length}`
    },
  }
}
