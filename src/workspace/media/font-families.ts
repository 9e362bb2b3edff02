/** Families that a language is written with, the best first: free ones, then those that systems bring along. */
const families: Readonly<Record<string, readonly string[]>> = {
  vi: [
    'Be Vietnam Pro',
    'Noto Sans',
    'Segoe UI',
    'Helvetica Neue',
    'Arial',
    'Liberation Sans',
    'DejaVu Sans',
  ],
  zh: [
    'Noto Sans CJK SC',
    'Noto Sans SC',
    'Source Han Sans SC',
    'Microsoft YaHei',
    'PingFang SC',
    'Hiragino Sans GB',
    'WenQuanYi Micro Hei',
    'SimHei',
  ],
  'zh-Hant': ['Noto Sans CJK TC', 'Noto Sans TC', 'Microsoft JhengHei', 'PingFang TC', 'Noto Sans CJK SC'],
  ko: [
    'Noto Sans CJK KR',
    'Noto Sans KR',
    'Source Han Sans K',
    'Malgun Gothic',
    'Apple SD Gothic Neo',
    'NanumGothic',
  ],
  ja: ['Noto Sans CJK JP', 'Noto Sans JP', 'Yu Gothic', 'Hiragino Sans', 'Meiryo'],
}

const traditional = /^zh-(?:Hant|TW|HK|MO)\b/i

/** The families for a BCP 47 tag; a language without a list of its own is written as Vietnamese is: with Latin letters. */
export function familiesFor(language: string): readonly string[] {
  const primary = language.split('-')[0]?.toLowerCase() ?? ''
  return families[traditional.test(language) ? 'zh-Hant' : primary] ?? families['vi'] ?? []
}
