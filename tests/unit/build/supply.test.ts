import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { describe, expect, test } from 'vitest'
import { APART } from '../../../build/isolated-install.mjs'

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
}

function readLock(file: string) {
  const text = readFileSync(file, 'utf8')
  const locked: Readonly<Record<string, Locked>> = JSON.parse(text).packages
  const packages = Object.entries(locked).filter(([folder]) => folder !== '')
  return { text, locked, packages }
}

/** That of the project, and those of what is installed apart. */
const locks = [
  'package-lock.json',
  ...Object.keys(APART).map((name) => `build/${name}/package-lock.json`),
]
const { locked, packages: ownPackages } = readLock('package-lock.json')
const about: {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
} = JSON.parse(readFileSync('package.json', 'utf8'))
const direct = { ...about.dependencies, ...about.devDependencies }

describe.each(locks)('%s', (file) => {
  const { text, packages } = readLock(file)

  test('knows what each package must contain, by a strong checksum', () => {
    expect(packages.length).toBeGreaterThan(file.includes('newer-node') ? 1 : 100)
    const without = packages.filter(
      ([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''),
    )
    expect(without.map(([folder]) => folder)).toEqual([])
  })

  test('records no address to download from, and no folder or repository in place of a package', () => {
    const odd = packages.filter(([, { resolved, link }]) => resolved !== undefined || link === true)
    expect(odd).toEqual([])
    expect(text).not.toMatch(/"(?:version|resolved)": "(?:https?|git|file|ssh)[+:]/)
  })
})

describe('package-lock.json', () => {
  test('has no package that runs a script when it is installed', () => {
    const running = ownPackages.filter(([, { hasInstallScript }]) => hasInstallScript === true)
    expect(running.map(([folder]) => folder)).toEqual([])
  })

  test('has the version that package.json names of each package, and that exactly', () => {
    for (const [name, version] of Object.entries(direct)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
      expect(locked[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })
})

test('what reaches users is justified, package by package', () => {
  const page = readFileSync('docs/decisions/0008-dependencies.md', 'utf8')
  const [table = ''] = page.split('Versions are exact')
  for (const name of Object.keys(about.dependencies)) {
    const short = name.replace(/^@mantine\//, '')
    expect(table.includes(name) || table.includes(`, ${short}`), name).toBe(true)
  }
  expect(builtinModules.filter((name) => name in direct)).toEqual([])
})
