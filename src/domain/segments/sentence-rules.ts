/**
 * What a language knows of the ends of its sentences beyond the Unicode rules (UAX #29), which break after every
 * period before a capital. Words are written without their last period.
 */
export type SentenceRules = Readonly<{
  /** Sentences are parted by white space; without it there is no end. */
  spaced: boolean
  /** Something always follows: titles, "TP." before a place. */
  abbreviations: readonly string[]
  /** May end a sentence: they do before one of `starters`. */
  ambiguous: readonly string[]
  /** Abbreviations only before a digit. */
  beforeDigit: readonly string[]
  /** Words that begin sentences and no names. */
  starters: readonly string[]
  /** Words before a single capital that is a name: "ông N. khai". */
  beforeInitial: readonly string[]
  /** Words that a number follows at the head of a text: "Điều 1. Phạm vi". */
  numbered: readonly string[]
  /** How a sentence goes on behind a quotation that ended like one. */
  afterQuote: RegExp | null
  /** Quotations and brackets up to this many characters are not cut. */
  wholeQuote: number
}>

const latinAbbreviations = [
  'Mr',
  'Mrs',
  'Ms',
  'Dr',
  'Prof',
  'St',
  'Gen',
  'Col',
  'Capt',
  'Lt',
  'Sgt',
  'Maj',
].concat(['Gov', 'Sen', 'Rep', 'Rev', 'Hon', 'Pres', 'Amb', 'vs', 'cf', 'e.g', 'i.e', 'Messrs', 'Mt', 'Ft'])
const latinAmbiguous = ['U.S', 'U.K', 'U.N', 'E.U', 'U.S.A', 'D.C', 'Inc', 'Ltd', 'Co', 'Corp', 'Jr', 'Sr']
  .concat(['Bros', 'etc', 'a.m', 'p.m', 'Ph.D', 'M.A', 'B.A', 'al', 'Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul'])
  .concat(['Aug', 'Sep', 'Sept', 'Oct', 'Nov', 'Dec', 'Ave', 'Blvd', 'Rd', 'Dept', 'Univ', 'approx', 'est'])
const latinBeforeDigit = ['No', 'Nos', 'no', 'nos', 'p', 'pp', 'Art', 'Fig', 'Sec', 'Vol', 'vol', 'Ch', 'Op']

const vietnamese: SentenceRules = {
  spaced: true,
  abbreviations: [
    ...['ThS', 'Ths', 'TS', 'PGS', 'GS', 'BS', 'KS', 'CN', 'DS', 'LS', 'KTS', 'NSND', 'NSƯT', 'NGND', 'NGƯT'],
    ...['BSCKI', 'BSCKII', 'CKI', 'CKII', 'Ts', 'Gs', 'Bs', 'Ks', 'HLV', 'Đ/c', 'đ/c', 'Tr', 'Nxb', 'NXB'],
    ...['Đt', 'ĐT', 'Tel', 'TT', 'TL', 'KT', 'TM', 'Q', 'P', 'H', 'X', 'Đ'],
    ...latinAbbreviations,
  ],
  ambiguous: ['TP', 'Tp', 'TX', 'Tx', 'T.Ư', 'TƯ', 'Cty', 'CTCP', 'UBND', ...latinAmbiguous],
  beforeDigit: ['tr', 'Số', 'số', ...latinBeforeDigit],
  starters: [
    ...[
      'Tại',
      'Trong',
      'Theo',
      'Ngày',
      'Sáng',
      'Chiều',
      'Tối',
      'Trưa',
      'Các',
      'Những',
      'Tuy',
      'Nhưng',
      'Khi',
    ],
    ...[
      'Đây',
      'Đó',
      'Hiện',
      'Ông',
      'Bà',
      'Anh',
      'Chị',
      'Đến',
      'Từ',
      'Sau',
      'Trước',
      'Với',
      'Để',
      'Và',
      'Trên',
    ],
    ...['Cùng', 'Ngoài', 'Năm', 'Tháng', 'Qua', 'Về', 'Do', 'Vì', 'Nếu', 'Cũng', 'Riêng', 'Đặc', 'Dự', 'Tuy'],
    ...[
      'Mỗi',
      'Một',
      'Hai',
      'Nhiều',
      'Chúng',
      'Tôi',
      'Họ',
      'Đồng',
      'Được',
      'Có',
      'Không',
      'Việc',
      'Sự',
      'Cuộc',
    ],
  ],
  beforeInitial: [
    'ông',
    'bà',
    'anh',
    'chị',
    'em',
    'cháu',
    'cụ',
    'thầy',
    'cô',
    'Ông',
    'Bà',
    'Anh',
    'Chị',
    'Em',
  ],
  numbered: [
    'Điều',
    'Khoản',
    'Mục',
    'Chương',
    'Phần',
    'Bài',
    'Câu',
    'Bước',
    'Phụ lục',
    'Tiết',
    'Bảng',
    'Hình',
  ],
  afterQuote: null,
  wholeQuote: 240,
}

const english: SentenceRules = {
  spaced: true,
  abbreviations: latinAbbreviations,
  ambiguous: latinAmbiguous,
  beforeDigit: latinBeforeDigit,
  starters: [
    ...[
      'The',
      'A',
      'An',
      'In',
      'On',
      'At',
      'He',
      'She',
      'It',
      'They',
      'We',
      'I',
      'You',
      'But',
      'And',
      'However',
    ],
    ...['This', 'That', 'These', 'Those', 'For', 'As', 'If', 'When', 'After', 'Before', 'Its', 'His', 'Her'],
    ...[
      'Their',
      'Our',
      'My',
      'There',
      'Meanwhile',
      'Mr',
      'Mrs',
      'Ms',
      'Dr',
      'While',
      'With',
      'From',
      'By',
      'To',
    ],
    ...[
      'Some',
      'Many',
      'Most',
      'Such',
      'So',
      'Then',
      'Not',
      'No',
      'Who',
      'What',
      'Where',
      'Why',
      'How',
      'Last',
    ],
  ],
  beforeInitial: [],
  numbered: ['Article', 'Section', 'Chapter', 'Part', 'Step', 'Item', 'Figure', 'Table', 'Annex', 'Appendix'],
  afterQuote: null,
  wholeQuote: 240,
}

const chinese: SentenceRules = {
  spaced: false,
  abbreviations: latinAbbreviations,
  ambiguous: latinAmbiguous,
  beforeDigit: latinBeforeDigit,
  starters: [],
  beforeInitial: [],
  numbered: [],
  // who said it, within a few characters: “……？”他问。
  afterQuote:
    /^[^，。！？；“”\n]{0,8}(?:说|道|问|答|喊|叫|表示|指出|称|强调|认为|回忆|感叹|坦言|介绍|告诉|写道|說|問|稱|強調|認為)/u,
  wholeQuote: 120,
}

const korean: SentenceRules = {
  spaced: true,
  abbreviations: latinAbbreviations,
  ambiguous: latinAmbiguous,
  beforeDigit: latinBeforeDigit,
  starters: [],
  beforeInitial: [],
  numbered: [],
  afterQuote: /^(?:이?라고|이?라며|이?라는|이?란|하고|하며|라면서|이라면서|고|며|면서|는|등)(?![\p{L}])/u,
  wholeQuote: 140,
}

/** By primary language subtag; any other language keeps to what Latin abbreviations there are. */
export const sentenceRules: Readonly<Record<string, SentenceRules>> = {
  vi: vietnamese,
  en: english,
  zh: chinese,
  ko: korean,
}
const otherRules: SentenceRules = { ...english, starters: [], numbered: [] }
const unspaced = ['zh', 'ja', 'th', 'lo', 'km', 'my']

export function rulesFor(language: string): SentenceRules {
  const [primary = ''] = language.toLowerCase().split('-')
  return sentenceRules[primary] ?? (writesSpaces(language) ? otherRules : { ...otherRules, spaced: false })
}

/** Whether sentences of a language are parted by a space. */
export function writesSpaces(language: string): boolean {
  return !unspaced.includes(language.toLowerCase().split('-')[0] ?? '')
}
