import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeKeys, publicKeyOf, readPrivateKey, signFeed } from './packaging/sign-feed.mjs'
import {
  FEED_CONFIGURATION,
  readFeedConfiguration,
} from './packaging/update-feed-configuration.mjs'
import { root } from './paths.mjs'
import { Problem, runScript } from './problem.mjs'

const HELP = `npm run update-feed -- keys --private FILE
  makes a pair of keys; the private one goes into FILE, which must be outside of this project
npm run update-feed -- sign --page ADDRESS --out FILE [--private FILE] [--released 2026-11-20]
                            [--days 90] [--notes FILE]
  signs a feed that tells of the version in package.json. Without --private the key is read from
  the environment variable UPDATE_FEED_KEY. The notes are JSON: {"en": "…", "nl": "…"}
`

const LANGUAGES = ['en', 'nl', 'pt-BR']
const MOST_DAYS = 400

/** @param {string | undefined} value @param {string} name @returns {string} */
function needed(value, name) {
  if (value === undefined || value === '') throw new Problem(`Say --${name} …\n\n${HELP}`)
  return value
}

/** @param {string | undefined} file @returns {0} */
function keys(file) {
  const target = resolve(needed(file, 'private'))
  const folder = existsSync(dirname(target)) ? realpathSync(dirname(target)) : dirname(target)
  const fromRoot = relative(realpathSync(root), folder)
  if (!fromRoot.startsWith('..') && !isAbsolute(fromRoot)) {
    throw new Problem('A private key must not lie in the project: choose a folder outside of it.')
  }
  const { privateKey, publicKey } = makeKeys()
  try {
    writeFileSync(target, privateKey, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new Problem(`${target} is there already: a key is never written over.`)
  }
  const example = {
    address: 'https://example.com/token-desk/update-feed.json',
    keys: [publicKey],
    pages: ['https://example.com'],
  }
  process.stdout.write(
    `The private key is in ${target}: keep it safe, and a copy of it elsewhere.\n\n` +
      `Write this into ${relative(root, FEED_CONFIGURATION)}, with your addresses:\n\n` +
      `${JSON.stringify(example, undefined, 2)}\n`,
  )
  return 0
}

/** @param {string | undefined} file @returns {Readonly<Record<string, string>>} */
function notesIn(file) {
  if (file === undefined) return {}
  const notes = JSON.parse(readFileSync(file, 'utf8'))
  for (const [language, text] of Object.entries(notes)) {
    const isShort = typeof text === 'string' && text !== '' && text.length <= 300
    if (LANGUAGES.includes(language) && isShort) continue
    throw new Problem(
      `Notes are texts of up to 300 characters for ${LANGUAGES.join(', ')}: "${language}" is not.`,
    )
  }
  return notes
}

/** @param {string | undefined} text @returns {string} today, if nothing was said */
function dayOf(text) {
  const day = text ?? new Date().toISOString().slice(0, 10)
  if (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))) return day
  throw new Problem('Say the day as 2026-11-20.')
}

/** @param {string | undefined} text @returns {number} */
function daysOf(text) {
  const days = Number(text ?? 90)
  if (Number.isSafeInteger(days) && days >= 1 && days <= MOST_DAYS) return days
  throw new Problem(`A feed is good for 1 to ${MOST_DAYS} days.`)
}

/**
 * A feed that the packaged app would refuse is refused here.
 * @param {string} page
 * @param {string} publicKey
 */
function compareWithConfiguration(page, publicKey) {
  if (!existsSync(FEED_CONFIGURATION)) return
  const configuration = readFeedConfiguration(FEED_CONFIGURATION)
  if (!configuration.keys.includes(publicKey)) {
    throw new Problem(`The private key fits none of the keys in ${FEED_CONFIGURATION}.`)
  }
  if (!configuration.pages.includes(new URL(page).origin)) {
    throw new Problem(`${new URL(page).origin} is not among the pages in ${FEED_CONFIGURATION}.`)
  }
}

/** @param {Readonly<Record<string, string | undefined>>} options @returns {0} */
function signVersion(options) {
  const page = needed(options['page'], 'page')
  const out = needed(options['out'], 'out')
  const isHttps = URL.canParse(page) && new URL(page).protocol === 'https:'
  if (!isHttps || page.length > 500) throw new Problem('--page must be an https address.')
  const file = options['private']
  const pem = file === undefined ? process.env['UPDATE_FEED_KEY'] : readFileSync(file, 'utf8')
  if (!pem) throw new Problem('There is no private key: say --private FILE or set UPDATE_FEED_KEY.')
  const privateKey = readPrivateKey(pem)
  compareWithConfiguration(page, publicKeyOf(privateKey))
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const released = dayOf(options['released'])
  const days = daysOf(options['days'])
  const notes = notesIn(options['notes'])
  writeFileSync(out, signFeed({ version, released, page, days, notes }, privateKey, Date.now()))
  process.stdout.write(`${out} tells of ${version} for ${days} days.\n`)
  return 0
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      private: { type: 'string' },
      page: { type: 'string' },
      out: { type: 'string' },
      released: { type: 'string' },
      days: { type: 'string' },
      notes: { type: 'string' },
    },
  })
  const [command, ...more] = positionals
  if (command === 'keys' && more.length === 0) return keys(values.private)
  if (command === 'sign' && more.length === 0) return signVersion(values)
  throw new Problem(HELP)
})
