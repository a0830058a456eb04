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
 * Starts an X server that draws into memory, on a display number that is free.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ display: string, end: () => Promise<void> }>} `display` is for DISPLAY
 */
export async function startVirtualDisplay(env = process.env) {
  const server = await startDaemon(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp', '-noreset'],
    { env, announces: true },
  )
  return { display: `:${server.announcement}`, end: server.end }
}

/**
 * @returns {Promise<NodeJS.ProcessEnv>} an environment in which a window can be opened; it says
 *   so when that window will not be seen
 */
export async function environmentWithDisplay() {
  if (hasDisplay()) return process.env
  process.stdout.write('There is no display: the window opens under Xvfb, where it is not seen.\n')
  return { ...process.env, DISPLAY: (await startVirtualDisplay()).display }
}
