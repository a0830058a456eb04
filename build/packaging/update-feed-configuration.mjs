import { createPublicKey } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { Problem } from '../problem.mjs'

/**
 * A distributor's feed of new versions, as `src/main/updates/feed-configuration.ts` reads it.
 * @typedef {object} FeedConfiguration
 * @property {string} address of the feed: https
 * @property {readonly string[]} keys Ed25519 public keys, SPKI in base64
 * @property {readonly string[]} pages origins where the page of a version may be
 */

const NAME = 'update-feed.json'

/** The path of a distributor's file; the project itself has none. */
export const FEED_CONFIGURATION = join(root, 'build', 'packaging', NAME)

/** @param {unknown} value @returns {value is string[]} */
function isFewTexts(value) {
  return (
    Array.isArray(value) &&
    value.length >= 1 &&
    value.length <= 5 &&
    value.every((each) => typeof each === 'string')
  )
}

/** @param {unknown} text @returns {boolean} */
function isFeedAddress(text) {
  if (typeof text !== 'string' || text.length > 2000 || !URL.canParse(text)) return false
  const { protocol, username, password, search } = new URL(text)
  return protocol === 'https:' && !username && !password && !search && !text.includes('#')
}

/** @param {string} text @returns {boolean} */
function isOrigin(text) {
  return URL.canParse(text) && text.startsWith('https://') && new URL(text).origin === text
}

/** @param {string} key @returns {boolean} */
function isEd25519(key) {
  try {
    const { asymmetricKeyType } = createPublicKey({
      key: Buffer.from(key, 'base64'),
      format: 'der',
      type: 'spki',
    })
    return key.length <= 100 && asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}

/**
 * Reads the file of a distributor; stricter than the app, which also knows servers of this
 * computer.
 * @param {string} file
 * @returns {FeedConfiguration}
 * @throws {Problem} that names the mistake in it
 */
export function readFeedConfiguration(file) {
  /** @param {string} what */
  const wrong = (what) => new Problem(`${file} can't be used: ${what}.`)
  /** @type {unknown} */
  let value
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw wrong('it is no JSON')
  }
  if (typeof value !== 'object' || value === null) throw wrong('it is no object')
  const { address, keys, pages, ...more } = /** @type {Record<string, unknown>} */ (value)
  if (Object.keys(more).length > 0) throw wrong(`"${Object.keys(more)[0]}" is not known`)
  if (!isFeedAddress(address)) {
    throw wrong('"address" must be an https address without a query, a user or a "#"')
  }
  if (!isFewTexts(keys) || !keys.every(isEd25519)) {
    throw wrong(
      '"keys" must be one to five public keys, as "npm run update-feed -- keys" shows them',
    )
  }
  if (!isFewTexts(pages) || !pages.every(isOrigin)) {
    throw wrong('"pages" must be one to five origins such as "https://example.com"')
  }
  return { address: String(address), keys, pages }
}

/**
 * Puts the file of a distributor, if there is one, where the app looks for it: into its archive.
 * An evaluation is no release, so it never has one.
 * @param {string} appFolder
 * @param {Pick<import('./edition.mjs').Edition, 'kind'>} edition
 * @param {string} [file]
 * @throws {Problem} where there is one that can't be used
 */
export function addUpdateFeed(appFolder, { kind }, file = FEED_CONFIGURATION) {
  if (kind !== 'release' || !existsSync(file)) return
  readFeedConfiguration(file)
  copyFileSync(file, join(appFolder, NAME))
}
