import { readdirSync, readFileSync } from 'node:fs'

/** Of `getconf CLK_TCK`, which is the same on every Linux that Electron runs on. */
const ticksASecond = 100

interface Process {
  readonly id: number
  readonly parent: number
  /** Of its own and of its children that have ended. */
  readonly cpuSeconds: number
}

/** proc_pid_stat(5); `undefined` if the process has ended meanwhile. */
function readProcess(id: number): Process | undefined {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8')
    // The name before it may hold spaces and parentheses.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0)
    return { id, parent: Number(fields[1]), cpuSeconds: ticks / ticksASecond }
  } catch {
    return undefined
  }
}

/** A process and all that it started, down to the last. */
function treeOf(root: number): readonly Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? [])
  const inTree = new Set([root])
  for (let before = 0; before !== inTree.size; ) {
    before = inTree.size
    for (const { id, parent } of all) if (inTree.has(parent)) inTree.add(id)
  }
  return all.filter(({ id }) => inTree.has(id))
}

function pssOf({ id }: Process): number {
  try {
    const text = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Megabytes of a process tree, with its share of what it has in common with others. */
export function memoryOf(root: number): number {
  return treeOf(root).reduce((sum, each) => sum + pssOf(each), 0)
}

/** Seconds of CPU that a process tree has used. */
export function cpuOf(root: number): number {
  return treeOf(root).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0)
}

export function idsOf(root: number): readonly number[] {
  return treeOf(root).map(({ id }) => id)
}
