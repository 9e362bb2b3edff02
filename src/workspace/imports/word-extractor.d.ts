declare module 'word-extractor' {
  type Choice = Readonly<{ filterUnicode?: boolean }>
  type TextBoxChoice = Choice & Readonly<{ includeHeadersAndFooters?: boolean; includeBody?: boolean }>
  class ExtractedDocument {
    getBody(choice?: Choice): string
    getFootnotes(choice?: Choice): string
    getEndnotes(choice?: Choice): string
    getHeaders(choice?: Choice & Readonly<{ includeFooters?: boolean }>): string
    getFooters(choice?: Choice): string
    getAnnotations(choice?: Choice): string
    getTextboxes(choice?: TextBoxChoice): string
  }
  // biome-ignore lint/style/noDefaultExport: that is what the package exports
  export default class WordExtractor {
    extract(source: Buffer | string): Promise<ExtractedDocument>
  }
}
