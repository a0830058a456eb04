import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { apartFolder } from '../../build/isolated-install.mjs'
import { billOf } from '../../build/sbom.mjs'
import { ALLOWED_LICENCES, bundledFolders, shippedPackages } from '../../build/shipped.mjs'
import { expect, test } from './support/test.ts'

const root = path.join(import.meta.dirname, '../..')
const about = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

test('everything that is bundled has an allowed licence, and its words are on the page’s list', async () => {
  const packages = shippedPackages(root)
  expect(packages.length).toBeGreaterThan(50)
  for (const { name, licence, text } of packages) {
    expect(ALLOWED_LICENCES, name).toContain(licence)
    expect(text, name).toMatch(/permission|redistribution|copy/i)
  }
  const written = await import(pathToFileURL(path.join(root, 'out/renderer/licences.js')).href)
  const listed = packages.map(({ name, version, licence, text }) => ({
    name,
    version,
    licence,
    text,
  }))
  expect(written.licences).toEqual(listed)
})

test('what main, the practice server and the page need is found in the built files', () => {
  const folders = bundledFolders(root)
  // One of each program: if the maps of one were not read, its packages would be missing.
  for (const name of ['jose', 'zod', 'oidc-provider', 'koa', 'react-dom', '@mantine/core']) {
    expect(folders).toContain(`node_modules/${name}`)
  }
  // Nothing that only builds or tests is in them.
  for (const name of ['vite', 'vitest', 'typescript', 'fast-check', '@playwright/test']) {
    expect(folders).not.toContain(`node_modules/${name}`)
  }
})

test('the first picture needs one script, without what forms and main check values with', () => {
  const assets = path.join(root, 'out/renderer')
  const page = readFileSync(path.join(assets, 'index.html'), 'utf8')
  const scripts = [...page.matchAll(/(?:src|href)="(.*?\.js)"/g)].map(([, file]) => file ?? '')
  const sizes = scripts.map((file) => readFileSync(path.join(assets, file)).length)
  // The other one is the bundler's own, of some lines.
  expect(sizes.filter((size) => size > 2000)).toHaveLength(1)
  const maps = scripts.map((file) => readFileSync(path.join(assets, `${file}.map`), 'utf8'))
  const sources = maps.flatMap((map) => JSON.parse(map).sources as string[])
  expect(sources.filter((source) => source.includes('/react-dom/')).length).toBeGreaterThan(0)
  expect(sources.filter((source) => source.includes('/zod/'))).toEqual([])
})

test('no script holds a character for which V8 would keep all of it with two bytes each', () => {
  const built = path.join(root, 'out')
  const scripts = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.c?js$/.test(file),
  )
  expect(scripts.length).toBeGreaterThan(20)
  const isWide = (file: string) => readFileSync(path.join(built, file)).some((byte) => byte > 0x7f)
  expect(scripts.filter(isWide)).toEqual([])
})

test('the bill of materials names each of them with version, checksum and licence', () => {
  const packages = shippedPackages(root)
  const bill = billOf(about, packages)
  expect(bill.components.map(({ name, version }) => `${name}@${version}`)).toEqual(
    packages.map(({ name, version }) => `${name}@${version}`),
  )
  const electron = bill.components.find(({ name }) => name === 'electron')
  expect(electron?.version).toBe(about.devDependencies.electron)
  for (const { hashes, purl } of bill.components) {
    expect(hashes[0]?.alg).toBe('SHA-512')
    expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/)
    expect(purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/)
  }
  expect(billOf(about, packages)).toEqual(bill)
  expect(billOf(about, packages.slice(1)).serialNumber).not.toBe(bill.serialNumber)
})

test('the bill of materials is as CycloneDX 1.6 defines it, by its own validator', {
  tag: '@deep',
}, async () => {
  const library = createRequire(path.join(apartFolder('checkers'), 'package.json'))(
    '@cyclonedx/cyclonedx-library',
  )
  const validator = new library.Validation.JsonStrictValidator(library.Spec.Version.v1dot6)
  const bill = billOf(about, shippedPackages(root))
  expect(await validator.validate(JSON.stringify(bill))).toBeNull()
  const [first] = bill.components
  const wrong = { ...bill, components: [{ ...first, hashes: [{ alg: 'SHA-512', content: 'x' }] }] }
  expect(await validator.validate(JSON.stringify(wrong))).not.toBeNull()
})
