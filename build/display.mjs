import { startDaemon } from './daemon.mjs'

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {boolean} whether there is a screen to open a window on
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * @typedef {object} ScreenOptions
 * @property {string} [screenFolder] where the server keeps its screen as a file, for others to read
 */

/**
 * Starts an X server that draws into memory, on a display number that is free.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {ScreenOptions} [options]
 * @returns {Promise<{ display: string, end: () => Promise<void> }>} `display` is for DISPLAY
 */
export async function startVirtualDisplay(env = process.env, { screenFolder } = {}) {
  const args = ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp', '-noreset']
  const file = screenFolder === undefined ? [] : ['-fbdir', screenFolder]
  const server = await startDaemon('Xvfb', [...args, ...file], { env, announces: true })
  return { display: `:${server.announcement}`, end: server.end }
}

/**
 * @returns {Promise<NodeJS.ProcessEnv>} an environment in which a window can be opened; it says
 *   so when that window will not be seen
 */
export async function environmentWithDisplay() {
  if (hasDisplay()) return process.env
  process.stdout.write('There is no display: the window opens under Xvfb, where it is not seen.\n')
  return { ...process.env, XDG_SESSION_TYPE: 'x11', DISPLAY: (await startVirtualDisplay()).display }
}
