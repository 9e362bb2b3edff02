import type { WebFrameMain } from 'electron'

/** The page has its own scheme and one host; media another, so that no file shares the page's origin (SEC2). */
export const pageScheme = 'app'
export const mediaScheme = 'media'
export const host = 'tramtin'
export const pageUrl = `${pageScheme}://${host}/`
export const mediaOrigin = `${mediaScheme}://${host}`

/** True for the page's own address, whatever path it shows. */
export function isPageUrl(text: string): boolean {
  const url = URL.parse(text)
  return url?.protocol === `${pageScheme}:` && url.host === host && url.username === '' && url.port === ''
}

/** True for a message from the page itself in a window's top frame: no subframe, no blank page, no navigated one. */
export function isFromPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isPageUrl(frame.url)
}
