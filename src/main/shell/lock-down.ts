import { app, type Session, type WebContents } from 'electron'

/** Denies every permission that a page of this session might ask for. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, grant) => grant({}))
}

/** What is typed is not looked up: not in dictionaries, and not by a service of the system. */
export function spellNothing(...sessions: readonly Session[]): void {
  for (const each of sessions) each.setSpellCheckerEnabled(false)
}

/** No page of this app, whichever it is, goes elsewhere, opens windows or embeds pages. */
export function denyNavigation(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
