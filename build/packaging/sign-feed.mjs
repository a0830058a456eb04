import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { Problem } from '../problem.mjs'

/** The same as in `src/main/updates/envelope.ts`, which reads the feed. */
const PAYLOAD_TYPE = 'application/vnd.token-desk.update-feed.v1+json'

const DAY = 24 * 60 * 60_000

/**
 * The contents of a feed.
 * @typedef {object} Release
 * @property {string} version as in package.json
 * @property {string} released the day: 2026-11-20
 * @property {string} page where people get it
 * @property {number} days for which the feed is good
 * @property {Readonly<Record<string, string>>} notes by language; may be empty
 */

/** @returns {{ privateKey: string, publicKey: string }} PEM, and SPKI in base64 */
export function makeKeys() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: inBase64(publicKey),
  }
}

/** @param {import('node:crypto').KeyObject} key */
function inBase64(key) {
  return key.export({ type: 'spki', format: 'der' }).toString('base64')
}

/**
 * @param {string} pem
 * @returns {import('node:crypto').KeyObject}
 * @throws {Problem} where it is no Ed25519 key
 */
export function readPrivateKey(pem) {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // The message must not repeat any part of the key.
  }
  throw new Problem(
    'The private key is no Ed25519 key in PEM, as "npm run update-feed -- keys" makes it.',
  )
}

/** @param {import('node:crypto').KeyObject} privateKey @returns {string} as a configuration has it */
export function publicKeyOf(privateKey) {
  return inBase64(createPublicKey(privateKey))
}

/**
 * @param {Release} release
 * @param {import('node:crypto').KeyObject} privateKey
 * @param {number} now in milliseconds
 * @returns {string} the text of the feed: a Dead Simple Signing Envelope
 */
export function signFeed({ version, released, page, days, notes }, privateKey, now) {
  const body = Buffer.from(
    JSON.stringify({
      app: 'token-desk',
      version,
      released,
      signed: new Date(now).toISOString(),
      expires: new Date(now + days * DAY).toISOString(),
      page,
      notes,
    }),
  )
  const head = `DSSEv1 ${Buffer.byteLength(PAYLOAD_TYPE)} ${PAYLOAD_TYPE} ${body.length} `
  const signature = sign(null, Buffer.concat([Buffer.from(head), body]), privateKey)
  return `${JSON.stringify(
    {
      payloadType: PAYLOAD_TYPE,
      payload: body.toString('base64'),
      signatures: [{ sig: signature.toString('base64') }],
    },
    undefined,
    2,
  )}\n`
}
