import { appendFileSync } from 'node:fs'
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Notification,
  shell,
  Tray,
  utilityProcess,
} from 'electron'
import { noteClipboard } from './clipboard-items.mjs'

/**
 * Runs in main before the app, and writes down what crosses Electron's boundary: every message
 * between page and main, and what a user or another program is shown. One JSON object a line.
 * @typedef {object} Recorded
 * @property {'to-main' | 'to-page' | 'title' | 'notification' | 'tray' | 'dialog' | 'clipboard'
 *   | 'page-console' | 'process-message' | 'process-environment' | 'opened'} kind
 * @property {string} name of the request or what else says more
 * @property {unknown} said
 */

/** @param {unknown} menu @returns {unknown} what can be read in it; its items know their menu */
function linesOf(menu) {
  const { items } = /** @type {Electron.Menu} */ (menu)
  return items.map(({ label, sublabel, toolTip }) => ({ label, sublabel, toolTip }))
}

/** @param {string} file where to, outside of everything that is searched */
export function record(file) {
  /** @param {Recorded['kind']} kind @param {string} name @param {unknown} said */
  function note(kind, name, said) {
    appendFileSync(file, `${JSON.stringify({ kind, name, said })}\n`)
  }

  /**
   * @param {object} target @param {string} method
   * @param {(args: unknown[], self: unknown) => void} before
   */
  function listenIn(target, method, before) {
    const original = Reflect.get(target, method)
    Reflect.set(
      target,
      method,
      /** @this {unknown} @param {unknown[]} args */
      function (...args) {
        before(args, this)
        return Reflect.apply(original, this, args)
      },
    )
  }

  const handle = ipcMain.handle.bind(ipcMain)
  ipcMain.handle = (channel, listener) =>
    handle(channel, async (event, ...said) => {
      const name = `${channel} ${said[0]}`
      note('to-main', name, said)
      const answer = await listener(event, ...said)
      note('to-page', `answer to ${name}`, answer)
      return answer
    })
  app.on('web-contents-created', (_event, contents) => {
    listenIn(contents, 'send', ([channel, ...said]) => note('to-page', `${channel}`, said))
    listenIn(contents, 'postMessage', ([channel, ...said]) => note('to-page', `${channel}`, said))
    contents.on('ipc-message', (_e, channel, ...said) => note('to-main', channel, said))
    contents.on('ipc-message-sync', (_e, channel, ...said) => note('to-main', channel, said))
    contents.on('page-title-updated', (_e, title) => note('title', 'page', title))
    contents.on('console-message', (_e, ...said) => note('page-console', 'console', said))
  })
  listenIn(BrowserWindow.prototype, 'setTitle', ([title]) => note('title', 'window', title))
  listenIn(Notification.prototype, 'show', (_args, self) => {
    const { title, subtitle, body, actions } = /** @type {Electron.Notification} */ (self)
    note('notification', 'shown', { title, subtitle, body, actions })
  })
  for (const method of ['setToolTip', 'setTitle', 'displayBalloon']) {
    listenIn(Tray.prototype, method, (args) => note('tray', method, args))
  }
  for (const method of ['setContextMenu', 'popUpContextMenu']) {
    listenIn(Tray.prototype, method, ([menu]) => note('tray', method, linesOf(menu)))
  }
  for (const method of ['showErrorBox', 'showMessageBox', 'showMessageBoxSync']) {
    listenIn(dialog, method, (args) => note('dialog', method, args.slice(-2)))
  }
  listenIn(shell, 'openExternal', ([address]) => note('opened', 'address', address))
  for (const method of ['writeText', 'writeHTML', 'write', 'writeBookmark', 'writeRTF']) {
    if (method in clipboard)
      listenIn(clipboard, method, ([said]) =>
        noteClipboard(said, (found) => note('clipboard', method, found)),
      )
  }
  const fork = utilityProcess.fork.bind(utilityProcess)
  utilityProcess.fork = (...args) => {
    note('process-message', 'arguments', args[1])
    // The process itself writes its title over it soon: /proc shows it for a moment only.
    note('process-environment', 'given', args[2]?.env ?? null)
    const child = fork(...args)
    const service = args[2]?.serviceName ?? 'a process'
    listenIn(child, 'postMessage', (said) => note('process-message', `to ${service}`, said))
    return child
  }
}
