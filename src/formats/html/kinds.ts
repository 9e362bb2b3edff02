import { attribute, type HtmlElement, inlineStyle } from './element.ts'

const skipped = new Set(
  `script style nav footer aside form button input select option textarea label iframe object embed svg canvas
   audio video source track noscript template head title meta link base map area dialog menu xml del rt rp
   progress meter datalist frameset w:worddocument o:documentproperties`.split(/\s+/),
)
const blocks = new Set(
  `p div section article main header h1 h2 h3 h4 h5 h6 blockquote li ul ol dl dt dd figure figcaption table
   caption thead tbody tfoot tr td th pre hr address center details summary fieldset legend body html hgroup`.split(
    /\s+/,
  ),
)
const skippedRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'menu',
  'dialog',
])

export function isBlock(element: HtmlElement): boolean {
  return blocks.has(element.tagName)
}

function isHidden(element: HtmlElement, style: ReadonlyMap<string, string>): boolean {
  return (
    attribute(element, 'hidden') !== undefined ||
    attribute(element, 'aria-hidden') === 'true' ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all'
  )
}

/** What is not the text of the page: navigation, scripts, forms, what cannot be seen, Word's list markers. */
export function isSkipped(element: HtmlElement): boolean {
  if (skipped.has(element.tagName)) return true
  if (skippedRoles.has(attribute(element, 'role') ?? '')) return true
  const style = inlineStyle(element)
  return isHidden(element, style) || style.get('mso-list') === 'ignore'
}

/** Things that were seen on the page and cannot come along. */
export function isObject(element: HtmlElement): boolean {
  return ['iframe', 'object', 'embed', 'video', 'audio'].includes(element.tagName)
}
