import type { Marks, Run } from '#domain/blocks.ts'
import { safeLink } from '#domain/safe-link.ts'
import { escapeHtml } from './escape.ts'

/** Inline text as HTML. A link that is not http, https, mailto or tel is left out, its words stay. */
export function renderRuns(runs: readonly Run[]): string {
  return runs.map(renderRun).join('')
}

function renderRun({ text, marks }: Run): string {
  const words = text.split('\n').map(escapeHtml).join('<br>')
  return linked(emphasised(words, marks), marks.link)
}

function emphasised(words: string, { bold, italic, underline }: Marks): string {
  const lined = underline ? `<u>${words}</u>` : words
  const slanted = italic ? `<em>${lined}</em>` : lined
  return bold ? `<strong>${slanted}</strong>` : slanted
}

function linked(words: string, link: string | undefined): string {
  const address = link === undefined ? undefined : safeLink(link)
  return address === undefined ? words : `<a href="${escapeHtml(address)}">${words}</a>`
}
