import { writeFileSync } from 'node:fs'

/**
 * Leaves the memory of a process of this app out of the file that Linux writes when it crashes
 * (core(5), "Controlling which mappings are written to the core dump"). A limit of zero, as
 * `ulimit -c 0` sets it, would not be enough: it does not hold where the system gives dumps to a
 * program such as systemd-coredump. What the process starts from now on inherits it. Elsewhere, and
 * where the system does not let it be set, nothing happens.
 */
export function leaveMemoryOutOfDumps(
  pid: number | 'self' = 'self',
  platform: NodeJS.Platform = process.platform,
): void {
  if (platform !== 'linux') return
  try {
    writeFileSync(`/proc/${pid}/coredump_filter`, '0')
  } catch {
    // A sandboxed process belongs to nobody in /proc; for the same reason it leaves no dump.
  }
}
