import type { Alignment } from '#domain/imported-text.ts'

/** Where the text of a group goes. `aside` is said by the file and stands in no article: headers, comments, titles. */
export type Place =
  | 'text'
  | 'note'
  | 'box'
  | 'aside'
  | 'fonts'
  | 'marker'
  | 'instruction'
  | 'picture'
  /** What is said of a shape: no text, but its picture is here. */
  | 'property'
  | 'nowhere'

/** Groups whose text stands in no article. */
export const asides = new Set(
  `info title subject author operator keywords doccomm header headerl headerr headerf footer footerl footerr footerf
   annotation atnauthor atnid comment ftnsep ftnsepc deleted`.split(/\s+/),
)
/** Groups without text; `shprslt` says a shape again for older programs. */
export const nowhere = new Set(
  `stylesheet colortbl filetbl listtable listoverridetable rsidtbl generator xmlnstbl objdata nonshppict
   picprop pgptbl revtbl themedata colorschememapping datastore latentstyles mmathPr wgrffmtfilter datafield
   bkmkstart bkmkend template panose falt objclass objname shprslt`.split(/\s+/),
)
export const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
}
export const aligns: Readonly<Record<string, Alignment>> = {
  ql: 'start',
  qj: 'start',
  qc: 'centre',
  qr: 'end',
}

/** Starred groups that are read as if they were not: their text and pictures are the article's. */
export const transparent = new Set(['shppict', 'shpinst'])
