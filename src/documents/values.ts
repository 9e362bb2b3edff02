import type * as Y from 'yjs'
import { readAttributeText, writeAttributeText } from './attribute-texts.ts'
import type { BlockContent, Body, BodyBlock } from './body.ts'
import { headOf } from './region-text.ts'
import { type AttributeTextName, type BlockValue, blockValues } from './roots.ts'

/** The kinds, indents and assets of blocks in `next` that differ from those in `body`. */
export function writeValues(doc: Y.Doc, body: Body, next: readonly BlockContent[]): void {
  const before = new Map(body.blocks.map((block) => [block.id, block]))
  for (const content of next) {
    const block = before.get(content.id)
    if (block === content) continue
    setValue(doc, body, block, content, 'kind', content.kind)
    setValue(doc, body, block, content, 'indent', content.indent)
    setValue(doc, body, block, content, 'asset', content.asset)
  }
}

function setValue(
  doc: Y.Doc,
  body: Body,
  block: BodyBlock | undefined,
  content: BlockContent,
  name: 'kind' | 'indent' | 'asset',
  value: BlockValue | undefined,
): void {
  if (block && block[name] === value) return
  const values = blockValues(doc)
  const key = block ? valueKey(body, block, name, values) : `${content.id}/${name}`
  if (values.get(key) === value) return
  if (value === undefined) values.delete(key)
  else values.set(key, value)
}

/** A second place of a block has attributes of its own, under its marker's name. */
function valueKey(body: Body, block: BodyBlock, name: string, values: Y.Map<BlockValue>): string {
  const own = `${headOf(body, block)?.marker}/${name}`
  return block.id !== block.block || values.has(own) ? own : `${block.block}/${name}`
}

/** Gives `to` the alternative text or credit of `from`. */
export function copyAttributes(doc: Y.Doc, from: string, to: string, name: AttributeTextName): void {
  const value = readAttributeText(doc, from, name)
  if (value !== '') writeAttributeText(doc, to, name, value)
}
