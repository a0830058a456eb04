const { writeFileSync } = require('node:fs')
const vm = require('node:vm')
const { app, BrowserWindow, safeStorage } = require('electron')

// Starts the unchanged built app through its own loader, and keeps the code that V8 has compiled by
// then. Its changes outside of the app protect the user's desktop: the window is never shown, and the
// keyring is not used.

/**
 * @typedef {object} Order
 * @property {string} loader
 * @property {string} result the file that gets the result
 * @property {string} [output] the file that gets the compiled code; without one none is made
 */

/** @type {Order} */
const { loader, result, output } = JSON.parse(process.env['CODE_CACHE_ORDER'] ?? '')
delete process.env['CODE_CACHE_ORDER']

/** Milliseconds after the page has loaded in which a start compiles its last functions. */
const SETTLING_MS = output === undefined ? 0 : 2000

/** @type {vm.Script[]} */
const scripts = []
class WatchedScript extends vm.Script {
  /** @param {ConstructorParameters<typeof vm.Script>} parameters */
  constructor(...parameters) {
    super(...parameters)
    scripts.push(this)
  }
}
Object.assign(vm, { Script: WatchedScript })

Object.assign(safeStorage, {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (/** @type {string} */ text) => Buffer.from(`v11${text}`),
  decryptString: (/** @type {Buffer} */ sealed) => sealed.toString().slice(3),
})
Object.assign(BrowserWindow.prototype, { show: () => {}, focus: () => {} })
app.dock?.hide()

function finish() {
  const [script] = scripts
  if (script === undefined) throw new Error('the loader has made no script')
  if (output !== undefined) writeFileSync(output, script.createCachedData())
  writeFileSync(result, JSON.stringify({ isRejected: script.cachedDataRejected ?? null }))
  app.exit(0)
}

app.on('web-contents-created', (_event, contents) => {
  contents.once('did-finish-load', () => setTimeout(finish, SETTLING_MS))
})

try {
  require(loader)
} catch {
  // Electron would show the error in a dialog.
  app.exit(1)
}
