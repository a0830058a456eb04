import { readFileSync } from 'node:fs'
import { idsOf } from '../processes/process-tree.ts'
import type { Finding, Scanner } from './scan.ts'

/** How often the processes are looked at, besides when it is asked for. */
const pause = 250

/** The place of a finding in a command line. */
export const argumentsOfProcess = 'arguments of a process'

/** What other programs of the user can read of the processes of an app, on Linux. */
export interface ProcessWatch {
  /** Looks now, besides every so often. */
  look(): void
  /** Looks once more and stops looking by itself. */
  end(): void
  findings(scanner: Scanner): readonly Finding[]
}

function readShown(id: number, what: 'environ' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${id}/${what}`, 'latin1')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}

/** Collects environment and command line of a process and of all that it starts. */
export function watchProcesses(root: number): ProcessWatch {
  const shown = { environ: new Set<string>(), cmdline: new Set<string>() }
  function look(): void {
    for (const id of idsOf(root)) {
      for (const what of ['environ', 'cmdline'] as const) shown[what].add(readShown(id, what))
    }
  }
  look()
  const timer = setInterval(look, pause)
  return {
    look,
    end() {
      clearInterval(timer)
      look()
    },
    findings: (scanner) => [
      ...[...shown.environ].flatMap((text) =>
        scanner.scan('environment of a process', Buffer.from(text, 'latin1')),
      ),
      ...[...shown.cmdline].flatMap((text) =>
        scanner.scan(argumentsOfProcess, Buffer.from(text, 'latin1')),
      ),
    ],
  }
}
