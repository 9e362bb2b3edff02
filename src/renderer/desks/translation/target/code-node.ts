import {
  $applyNodeReplacement,
  type EditorConfig,
  type LexicalNode,
  type SerializedTextNode,
  type Spread,
  TextNode,
} from 'lexical'
import type { InlineCode } from '#domain/segments/coded-text.ts'
import { codeLabel } from '#renderer/ui/memory/code-label.ts'

type SerializedCode = Spread<{ inlineCode: InlineCode }, SerializedTextNode>

/** An inline code as a chip: the caret passes it as one letter, and nothing is typed into it. */
export class CodeNode extends TextNode {
  __inlineCode: InlineCode

  static override getType(): string {
    return 'inline-code'
  }

  static override clone(node: CodeNode): CodeNode {
    return new CodeNode(node.__inlineCode, node.__key)
  }

  static override importJSON(json: SerializedCode): CodeNode {
    return $createCodeNode(json.inlineCode)
  }

  constructor(code: InlineCode, key?: string) {
    super(codeLabel(code), key)
    this.__inlineCode = code
  }

  inlineCode(): InlineCode {
    return this.getLatest().__inlineCode
  }

  override exportJSON(): SerializedCode {
    return { ...super.exportJSON(), inlineCode: this.inlineCode() }
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const dom = super.createDOM(config)
    dom.dataset['inlineCode'] = this.__inlineCode.code
    dom.spellcheck = false
    return dom
  }

  override canInsertTextBefore(): boolean {
    return false
  }

  override canInsertTextAfter(): boolean {
    return false
  }

  override isTextEntity(): true {
    return true
  }
}

export function $createCodeNode(code: InlineCode): CodeNode {
  return $applyNodeReplacement(new CodeNode(code).setMode('token'))
}

export function $isCodeNode(node: LexicalNode | null | undefined): node is CodeNode {
  return node instanceof CodeNode
}
