import type { App, Session, Shell, WebContents } from 'electron'
import { isPermittedPage } from '../../shared/updates.ts'

/** Denies every permission that a page of this session might ask for. */
function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, grant) => grant({}))
}

/**
 * The Blink features that pages of this app go without, on top of what the content security
 * policy and the permission handlers refuse: each of them opens a dialog of the system, or looks
 * for devices or networks, before either of the two is asked. Names that a version of Chromium
 * does not know have no effect in it.
 */
const disabledBlinkFeatures = [
  'FileSystemAccessLocal',
  'Presentation',
  'PaymentRequest',
  'FedCm',
  'WebBluetooth',
  'WebHID',
  'WebUSB',
  'Serial',
  'BackgroundFetch',
  'FencedFrames',
  'SharedStorageAPI',
  'DocumentPictureInPictureAPI',
]

/** The preference of a page that switches them off. */
export const withoutBlinkFeatures = { disableBlinkFeatures: disabledBlinkFeatures.join() }

/**
 * Leaves the pages of this session without a network. The content security policy covers
 * requests but not WebRTC, which connects past it; through a proxy that no connection can reach
 * (port 0), TCP fails before anything is sent; `lockContents` refuses UDP.
 * Files of `app://` never go through a proxy.
 */
async function cutOffNetwork(session: Session): Promise<void> {
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'socks5://127.0.0.1:0',
    // Without this, addresses of this computer would be reached directly.
    proxyBypassRules: '<-loopback>',
  })
}

/** Cancels every download of this session before a byte is written and before a dialog opens. */
function refuseDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault())
}

/** Switches off `<link rel=dns-prefetch>`, which no policy covers. Call before the app is ready. */
export function refuseDnsPrefetch(app: Pick<App, 'commandLine'>): void {
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false')
}

/**
 * Takes permissions, downloads and the network from the session of the pages, and downloads from
 * the session that none of them uses. Typed text reaches neither a dictionary nor a spelling
 * service. Resolves when the network is cut off; the rest is done at once.
 */
export function lockDownSessions(pages: Session, others: Session): Promise<void> {
  denyPermissions(pages)
  for (const each of [pages, others]) {
    refuseDownloads(each)
    each.setSpellCheckerEnabled(false)
  }
  return cutOffNetwork(pages)
}

/** Prevents every page of this app from navigating, opening windows and embedding pages. */
export function denyNavigation(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

function lockContents(contents: WebContents): void {
  // Connections of WebRTC go through the proxy of the session or not at all.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/**
 * Answers every server that asks for a client certificate with none. Without a listener Electron
 * presents the first that fits from the system's store, without a question: for pages, and since
 * version 44 for `net`, too. No profile names a certificate. Call before the app is ready.
 */
export function presentNoCertificates(app: Pick<App, 'on'>): void {
  app.on('select-client-certificate', (event, _contents, _url, _certificates, present) => {
    event.preventDefault()
    present()
  })
}

/**
 * Opens the page of a new version in the user's browser: the only address that this app ever opens
 * outside of itself, on a click, and only https at one of these origins.
 */
export async function openUpdatePage(
  shell: Pick<Shell, 'openExternal'>,
  page: string,
  origins: readonly string[],
): Promise<void> {
  await shell.openExternal(permittedPage(page, origins))
}

/**
 * Returns the normalized address of a page that may be opened outside of the app. The code that names
 * the page checks it as well.
 * @throws {Error} for every other address
 */
export function permittedPage(page: string, origins: readonly string[]): string {
  if (!isPermittedPage(page, origins)) throw new Error('not a permitted page')
  return new URL(page).href
}
