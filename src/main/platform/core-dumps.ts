import { writeFileSync } from 'node:fs'

/**
 * Leaves the folder in which the app was started for one where no file can be made. What is left of
 * a dump, the registers of the processor, may still hold some letters of a secret; where the system
 * names dumps without a folder, as the kernel does by itself, it then has no place for one at all.
 * Call when no relative path is needed any more. Elsewhere nothing happens.
 */
export function leavePlaceOfDumps(platform: NodeJS.Platform = process.platform): void {
  if (platform !== 'linux') return
  try {
    process.chdir('/proc')
  } catch {
    // A system without it: then the dump holds what it holds.
  }
}

/**
 * Leaves the memory of a process of this app out of the file that Linux writes when it crashes
 * (core(5), "Controlling which mappings are written to the core dump"). Node has no call that forbids
 * dumps, but this is a file that a process may write. What the process starts from now on inherits
 * it. Elsewhere, and where the system does not let it be set, nothing happens.
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
