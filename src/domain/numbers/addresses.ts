import type { Span } from './mention.ts'

/** Web and mail addresses, file names and placeholders: what a translation carries over letter by letter. */
export type Address = Readonly<{
  kind: 'url' | 'email' | 'placeholder' | 'hashtag'
  text: string
  span: Span
}>

const shape =
  /(?<email>[a-z\d._%+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+)|(?<url>(?:https?:\/\/|www\.)[^\s<>"'“”‘’「」『』《》（）()，。；、\p{Script=Han}\p{Script=Hangul}]+|(?<![a-z\u00c0-\u1eff\d@.])(?:[a-z\d-]+\.)+(?:vn|com|org|net|gov|edu|info|kr|cn)(?:\/[\w\-./?=&%#]*)?(?![a-z\u00c0-\u1eff\d]))|(?<placeholder>\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{\w+\}|%\d*\$?[sd](?![\p{L}\d])|<\/?(?:a|b|i|u|em|strong|br|p|span|su[bp]|img|x|g|ph)(?:[\s/][^<>]*)?>)|(?<hashtag>(?<![\p{L}\d&])#[\p{L}][\p{L}\d_]*)/giu
const cue = /[@#{}<%]|https?:|www\.|\.\w/i
/** A sentence's own punctuation behind an address is not part of it. */
const trailing = /[.,;:!?…]+$/u

export function findAddresses(text: string): readonly Address[] {
  if (!cue.test(text)) return []
  return [...text.matchAll(shape)].map((match) => {
    const [whole] = match
    const written = match.groups?.['placeholder'] ? whole : whole.replace(trailing, '')
    const span = { start: match.index, end: match.index + written.length }
    return { kind: kindOf(match.groups), text: written, span }
  })
}

function kindOf(groups: RegExpExecArray['groups']): Address['kind'] {
  if (groups?.['email']) return 'email'
  if (groups?.['placeholder']) return 'placeholder'
  return groups?.['hashtag'] ? 'hashtag' : 'url'
}
