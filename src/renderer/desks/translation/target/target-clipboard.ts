import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
} from 'lexical'
import { z } from 'zod'
import type { CodedText, InlineCode } from '#domain/segments/coded-text.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { $isCodeNode } from './code-node.ts'
import { $insertText } from './insert-codes.ts'

const codedType = 'application/x-tramtin-coded'
const inlineCode = z.object({
  code: z.enum(['open', 'close', 'single']),
  number: z.number().int().min(1),
  mark: z.enum(['bold', 'italic', 'underline', 'link', 'other']),
  value: z.string(),
})
const codedText = z.array(z.union([z.string(), inlineCode]))

/** Copies words as words and chips as chips: other programs get the words alone. */
export function registerTargetClipboard(editor: LexicalEditor, breaks: boolean): () => void {
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, (event) => $copy(event), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        const selection = $getSelection()
        if (!$copy(event) || !$isRangeSelection(selection)) return false
        selection.removeText()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(PASTE_COMMAND, (event) => $paste(event, breaks), COMMAND_PRIORITY_HIGH),
  )
}

function $copy(event: ClipboardEvent | KeyboardEvent | null): boolean {
  const selection = $getSelection()
  if (!(event instanceof ClipboardEvent) || !event.clipboardData) return false
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const text = selection.getNodes().map((node): string | InlineCode => {
    if ($isCodeNode(node)) return node.inlineCode()
    if (!$isTextNode(node)) return node.getTextContent() === '\n' ? '\n' : ''
    const words = node.getTextContent()
    const from = node.is(start.getNode()) ? start.offset : 0
    return words.slice(from, node.is(end.getNode()) ? end.offset : words.length)
  })
  event.preventDefault()
  event.clipboardData.setData('text/plain', plainText(text))
  event.clipboardData.setData(codedType, JSON.stringify(text))
  return true
}

function $paste(event: ClipboardEvent | InputEvent | KeyboardEvent, breaks: boolean): boolean {
  const data = event instanceof ClipboardEvent ? event.clipboardData : null
  if (!data) return false
  event.preventDefault()
  const words = [data.getData('text/plain')]
  const text = codedFrom(data.getData(codedType)) ?? words
  $insertText(text.map((part) => (typeof part === 'string' ? inOneLine(part, breaks) : part)))
  return true
}

function codedFrom(written: string): CodedText | undefined {
  try {
    return codedText.parse(JSON.parse(written))
  } catch {
    // Copied elsewhere: there are only words.
    return undefined
  }
}

function inOneLine(words: string, breaks: boolean): string {
  const lines = words.normalize('NFC').replaceAll('\r\n', '\n')
  return breaks ? lines : lines.replaceAll(/\s*\n\s*/g, ' ')
}
