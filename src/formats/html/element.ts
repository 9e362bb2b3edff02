import type { DefaultTreeAdapterTypes } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value
}

/** The declarations of a style attribute, names and values in lower case. */
export function inlineStyle(element: HtmlElement): ReadonlyMap<string, string> {
  const style = new Map<string, string>()
  for (const declaration of (attribute(element, 'style') ?? '').split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    style.set(
      declaration.slice(0, colon).trim().toLowerCase(),
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    )
  }
  return style
}

/** The texts below a node in order, without recursion: hostile pages nest deeply. */
export function textsBelow(node: HtmlNode): string[] {
  const parts: string[] = []
  const waiting: HtmlNode[] = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.nodeName === '#text') parts.push((next as DefaultTreeAdapterTypes.TextNode).value)
    else if (isElement(next)) waiting.push(...next.childNodes.toReversed())
  }
  return parts
}

export function textBelow(node: HtmlNode): string {
  return textsBelow(node).join('')
}
