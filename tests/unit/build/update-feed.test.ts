import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { judgeFeed } from '../../../src/main/updates/feed.ts'
import { readFeedConfiguration } from '../../../src/main/updates/feed-configuration.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'update-feed-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const project = path.join(import.meta.dirname, '../../..')

/** What the tool says; on standard error, if it fails. */
async function runTool(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const script = path.join(project, 'build/update-feed.mjs')
  try {
    const options = { env: { ...process.env, ...env }, cwd: folder }
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], options)
    return { failed: false, said: stdout }
  } catch (error) {
    return { failed: true, said: String((error as { readonly stderr: string }).stderr) }
  }
}

const page = 'https://example.com/token-desk'

test('a distributor makes keys, puts what is shown into the app, and signs what the app believes', async () => {
  const key = path.join(folder, 'key.pem')
  const made = await runTool(['keys', '--private', key])
  if (process.platform !== 'win32') expect(statSync(key).mode & 0o777).toBe(0o600)
  expect(made.said).not.toContain(readFileSync(key, 'utf8').split('\n')[1])
  const configuration = readFeedConfiguration(made.said.slice(made.said.indexOf('{')))

  const notes = path.join(folder, 'notes.json')
  writeFileSync(notes, '{"en":"Faster.","nl":"Sneller."}')
  const feed = path.join(folder, 'update-feed.json')
  const rest = ['--page', page, '--out', feed, '--released', '2026-11-20', '--days', '7']
  const signed = await runTool(['sign', '--private', key, '--notes', notes, ...rest])
  expect(signed.failed).toBe(false)
  const verdict = judgeFeed(readFileSync(feed, 'utf8'), configuration, Date.now(), null)
  const { version } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'))
  expect(verdict).toMatchObject({
    kind: 'good',
    feed: { version, released: '2026-11-20', page, notes: { en: 'Faster.', nl: 'Sneller.' } },
  })

  // The same, as a workflow has the key.
  const again = path.join(folder, 'again.json')
  const pem = readFileSync(key, 'utf8')
  await runTool(['sign', '--page', page, '--out', again], { UPDATE_FEED_KEY: pem })
  expect(judgeFeed(readFileSync(again, 'utf8'), configuration, Date.now(), null).kind).toBe('good')
})

describe('the tool', () => {
  it('never writes over a key', async () => {
    const key = path.join(folder, 'precious.pem')
    writeFileSync(key, 'precious')
    const { failed, said } = await runTool(['keys', '--private', key])
    expect([failed, said]).toEqual([true, expect.stringContaining('never written over')])
    expect(readFileSync(key, 'utf8')).toBe('precious')
  })

  it('puts no key into the project, where it could be committed', async () => {
    const key = path.join(project, 'build/key.pem')
    expect((await runTool(['keys', '--private', key])).said).toContain('outside')
    expect(existsSync(key)).toBe(false)
  })

  it.each<[string, readonly string[], RegExp]>([
    ['no command', [], /npm run update-feed -- keys/],
    ['no page', ['sign', '--out', 'f'], /--page/],
    ['a page without TLS', ['sign', '--page', 'http://a.example', '--out', 'f'], /https/],
    ['no key', ['sign', '--page', page, '--out', 'f'], /no private key/],
  ])('says what is missing: %s', async (_what, args, words) => {
    const { failed, said } = await runTool(args, { UPDATE_FEED_KEY: '' })
    expect([failed, said]).toEqual([true, expect.stringMatching(words)])
    expect(existsSync(path.join(folder, 'f'))).toBe(false)
  })

  it('repeats nothing of a key that it can’t read', async () => {
    const env = { UPDATE_FEED_KEY: '-----BEGIN PRIVATE KEY-----\nplanted-key' }
    const { failed, said } = await runTool(['sign', '--page', page, '--out', 'f'], env)
    expect([failed, said]).toEqual([true, expect.stringContaining('no Ed25519 key')])
    expect(said).not.toContain('planted-key')
  })
})
