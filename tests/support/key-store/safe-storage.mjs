import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * Electron's safeStorage as 45 and as 33 have it, in memory. The adapter's tests use them, and
 * the end-to-end tests put one in the place of the real one before the app is loaded.
 *
 * @typedef {'answers' | 'silent' | 'dismissed' | 'none' | 'refused' | 'unavailable' | 'rotated'} Behaviour
 *   `silent`: a Secret Service was chosen and does not answer. `dismissed`: its prompt was
 *   dismissed. `none`: the desktop has none. `refused`: the user refused the Keychain.
 *   `unavailable`: it has a newer key, and the one before can't be fetched now.
 *   `rotated`: there is a newer key besides.
 * @typedef {object} Options
 * @property {Behaviour | 'prompt'} behaviour `prompt`: no call is answered before `answerPrompt`,
 *   as while a prompt is open, or where the portal for secrets never answers
 * @property {NodeJS.Platform} platform
 * @property {Buffer} [key] 32 bytes; the system's own, which outlives the process
 */

/** Everybody knows it. */
const publicKey = Buffer.alloc(32, 'peanuts')

/** @type {ReadonlySet<string>} */
const keyIsUnavailable = new Set(['dismissed', 'refused', 'unavailable'])

/** @param {string} prefix @param {Buffer} key @param {string} text @returns {Buffer} */
function seal(prefix, key, text) {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = [cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat([Buffer.from(prefix), nonce, ...sealed])
}

/** @param {Buffer} key @param {Buffer} bytes @returns {string | undefined} nothing if another key sealed it */
function open(key, bytes) {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(3, 15))
    decipher.setAuthTag(bytes.subarray(-16))
    const text = [decipher.update(bytes.subarray(15, -16)), decipher.final()]
    return Buffer.concat(text).toString('utf8')
  } catch {
    return undefined
  }
}

/** @param {Behaviour | 'prompt'} behaviour @param {NodeJS.Platform} platform @returns {string} */
function backendFor(behaviour, platform) {
  if (platform !== 'linux') throw new Error('only Linux has storage backends')
  return behaviour === 'none' ? 'basic_text' : 'gnome_libsecret'
}

/**
 * The asynchronous calls of 45: they say that encryption is available whenever the key ring is
 * built, build it once per process, and on Linux fall back to the public key (`v10`). The
 * synchronous calls, which 46 removes, throw.
 * @param {Options} options
 */
export function createSafeStorage45({ behaviour, platform, key = randomBytes(32) }) {
  const isLinux = platform === 'linux'
  const ownPrefix = isLinux ? 'v11' : 'v10'
  const newerKey = Buffer.from(key.map((byte) => byte ^ 0xff))
  /** @type {(behaviour: Behaviour) => void} */
  let answerPrompt = () => {}
  /** @type {Promise<Behaviour>} */
  const ring =
    behaviour === 'prompt'
      ? new Promise((resolve) => {
          answerPrompt = resolve
        })
      : Promise.resolve(behaviour)

  /** @param {Behaviour} built @returns {{ prefix: string, key: Buffer } | undefined} */
  function encryptingKey(built) {
    if (built === 'answers') return { prefix: ownPrefix, key }
    if (built === 'rotated' || built === 'unavailable') return { prefix: ownPrefix, key: newerKey }
    return isLinux ? { prefix: 'v10', key: publicKey } : undefined
  }

  return {
    /** @param {Behaviour} answer what the user does with the prompt */
    answerPrompt: (answer) => answerPrompt(answer),
    isAsyncEncryptionAvailable: () => ring.then(() => true),
    /** @param {string} text */
    async encryptStringAsync(text) {
      const found = encryptingKey(await ring)
      if (found !== undefined) return seal(found.prefix, found.key, text)
      throw new Error('Error while encrypting the text provided to safeStorage.encryptStringAsync.')
    },
    /** @param {Buffer} bytes */
    async decryptStringAsync(bytes) {
      const built = await ring
      const found = encryptingKey(built)
      const current = found === undefined ? undefined : open(found.key, bytes)
      if (current !== undefined) return { result: current, shouldReEncrypt: false }
      const older = built === 'rotated' ? open(key, bytes) : undefined
      if (older !== undefined) return { result: older, shouldReEncrypt: true }
      const isOwn = bytes.subarray(0, 3).toString() === ownPrefix
      if (isOwn && keyIsUnavailable.has(built)) {
        throw new Error(
          'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.',
        )
      }
      throw new Error(
        'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.',
      )
    },
    getSelectedStorageBackend: () => backendFor(behaviour, platform),
    setUsePlainTextEncryption() {},
    isEncryptionAvailable: () => removed('isEncryptionAvailable'),
    encryptString: () => removed('encryptString'),
    decryptString: () => removed('decryptString'),
  }
}

/** @param {string} name @returns {never} */
function removed(name) {
  throw new Error(`safeStorage.${name} is not used where the asynchronous calls exist`)
}

/**
 * The synchronous calls of 33, which asks the system at each call.
 * @param {Options} options
 */
export function createSafeStorage33({ behaviour, platform, key = randomBytes(32) }) {
  const isLinux = platform === 'linux'
  const isAvailable = behaviour === 'answers'

  return {
    isEncryptionAvailable: () => isAvailable,
    /** @param {string} text */
    encryptString(text) {
      if (isAvailable) return seal(isLinux ? 'v11' : 'v10', key, text)
      throw new Error('Error while encrypting the text provided to safeStorage.encryptString.')
    },
    /** @param {Buffer} bytes */
    decryptString(bytes) {
      const text = isAvailable ? open(key, bytes) : undefined
      if (text !== undefined) return text
      throw new Error(
        'Error while decrypting the ciphertext provided to safeStorage.decryptString.',
      )
    },
    getSelectedStorageBackend: () => backendFor(behaviour, platform),
    setUsePlainTextEncryption() {},
  }
}
