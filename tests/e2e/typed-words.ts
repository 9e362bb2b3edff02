import type { Step } from './pages/input-method.ts'

/** What a person types with an input method, as its events were recorded, and the text that must stand there. */
export type Typed = Readonly<{
  name: string
  steps: readonly Step[]
  text: string
  /** Sent without waiting for the page. */
  inOneGo?: true
  /** It begins with a composition that is called off. */
  calledOff?: true
}>

const preedit = (...texts: readonly string[]): readonly Step[] =>
  texts.map((text) => ({ kind: 'preedit', text }))
const commit = (text: string): Step => ({ kind: 'commit', text })
const space: Step = { kind: 'key', key: ' ' }
/** UniKey: each item deletes so many characters and sends these in their place. */
const retyped = (...items: readonly (readonly [number, string])[]): readonly Step[] =>
  items.flatMap(([back, text]) => [
    ...Array.from({ length: back }, (): Step => ({ kind: 'key', key: 'Backspace' })),
    ...[...text].map((character): Step => ({ kind: 'character', text: character })),
  ])

/** "dduwowcj ddieemr" key by key. */
const uniKey = retyped(
  [0, 'd'],
  [1, 'đ'],
  [0, 'u'],
  [1, 'ư'],
  [0, 'o'],
  [1, 'ơ'],
  [0, 'c'],
  [2, 'ợc'],
  [0, ' '],
  [0, 'd'],
  [1, 'đ'],
  [0, 'i'],
  [0, 'e'],
  [1, 'ê'],
  [0, 'm'],
  [2, 'ểm'],
)

const telex: Typed = {
  name: 'Telex composed: "tieengs Vieetj"',
  text: 'tiếng Việt',
  steps: [
    ...preedit('t', 'ti', 'tie', 'tiê', 'tiên', 'tiêng', 'tiếng'),
    commit('tiếng'),
    space,
    ...preedit('V', 'Vi', 'Vie', 'Viê', 'Viêt', 'Việt'),
    commit('Việt'),
  ],
}
const vni: Typed = {
  name: 'VNI composed: "d9u7o72ng hu7o71ng"',
  text: 'đường hướng',
  steps: [
    ...preedit('d', 'đ', 'đu', 'đư', 'đưo', 'đươ', 'đườ', 'đườn', 'đường'),
    commit('đường'),
    space,
    ...preedit('h', 'hu', 'hư', 'hưo', 'hươ', 'hướ', 'hướn', 'hướng'),
    commit('hướng'),
  ],
}
const uniKeyTyped: Typed = {
  name: 'UniKey deletes and types anew: "dduwowcj ddieemr"',
  text: 'được điểm',
  steps: uniKey,
}
const uniKeyInOneGo: Typed = {
  ...uniKeyTyped,
  name: 'UniKey in one go, faster than the page answers',
  inOneGo: true,
}
/** The Hangul letters of one syllable move over to the next as it grows. */
const hangul: Typed = {
  name: 'Hangul: 하나 한글',
  text: '하나 한글',
  steps: [
    ...preedit('ㅎ', '하', '한'),
    commit('하'),
    ...preedit('나'),
    commit('나'),
    space,
    ...preedit('ㅎ', '하', '한'),
    commit('한'),
    ...preedit('ㄱ', '그', '글'),
    commit('글'),
  ],
}
const pinyin: Typed = {
  name: 'Pinyin: a candidate is chosen',
  text: '你好，太原',
  steps: [
    ...preedit('n', 'ni', "ni'h", "ni'ha", "ni'hao"),
    commit('你好'),
    commit('，'),
    ...preedit('t', 'ta', 'tai', "tai'y", "tai'yu", "tai'yuan"),
    // One backspace in the composition, one candidate chosen before the other.
    ...preedit("tai'yua", "tai'yuan", '太yuan'),
    commit('太原'),
  ],
}
const pinyinCalledOff: Typed = {
  name: 'Pinyin: called off by Escape, then another word',
  calledOff: true,
  text: '中',
  steps: [
    ...preedit('n', 'ni', "ni'h"),
    { kind: 'preedit', text: '' },
    ...preedit('z', 'zh', 'zhong'),
    commit('中'),
  ],
}
/** One syllable still being composed. */
export const hangulSyllable = preedit('ㅎ', '하', '한')
export const allTyped = [telex, vni, uniKeyTyped, uniKeyInOneGo, hangul, pinyin, pinyinCalledOff] as const
