import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The modules that a source imports at run time and at once, as they are written. */
export function importsOf(source: string): readonly string[] {
  const statements = source.matchAll(
    /^(?:import|export)\s(?!type\s)([^'"]*?from\s)?['"]([^'"]+)['"]/gm,
  )
  return Array.from(statements, ([, , name]) => name ?? '')
}

/**
 * Returns what `entry` needs before it runs: its files, and its packages, each with the first path
 * that leads to it.
 */
export function behind(entry: string) {
  const packages = new Map<string, readonly string[]>()
  const files = new Set<string>()
  const waiting = [[entry]]
  for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
    const file = way.at(-1) ?? ''
    if (files.has(file)) continue
    files.add(file)
    if (file.endsWith('.css')) continue
    for (const name of importsOf(readFileSync(file, 'utf8'))) {
      if (!name.startsWith('.')) packages.set(name, packages.get(name) ?? way)
      else waiting.push([...way, path.join(path.dirname(file), name)])
    }
  }
  return { packages, files: [...files] }
}
