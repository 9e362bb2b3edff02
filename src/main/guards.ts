import { app, type Session, type WebContents } from 'electron'
import { isPageUrl, mediaScheme, pageScheme } from './page-origin.ts'

/** Copying text out ("Chép") is all the page may do beyond drawing itself. */
const allowedPermissions = new Set(['clipboard-sanitized-write'])
const allowedSchemes = new Set([`${pageScheme}:`, `${mediaScheme}:`, 'blob:', 'data:', 'devtools:'])

/** Refuses what a workstation's page never asks: devices, notices, the network (SEC2). */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(allowedPermissions.has(permission) && isPageUrl(contents.getURL())),
  )
  session.setPermissionCheckHandler(
    (contents, permission) =>
      allowedPermissions.has(permission) && contents !== null && isPageUrl(contents.getURL()),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowedRequest(url) }))
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

function isAllowedRequest(url: string): boolean {
  return allowedSchemes.has(URL.parse(url)?.protocol ?? '')
}

/** Every web contents of the app, whoever makes it: it stays on the page and opens nothing. */
export function guardContents(): void {
  app.on('web-contents-created', (_, contents) => guardOne(contents))
}

function guardOne(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => isPageUrl(event.url) || event.preventDefault())
  contents.on('will-redirect', (event) => isPageUrl(event.url) || event.preventDefault())
  contents.on('will-frame-navigate', (event) => isPageUrl(event.url) || event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
