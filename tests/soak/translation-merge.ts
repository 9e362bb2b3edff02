import { confirmTarget, omitOccurrence, setAside } from '#documents/translation/edit-translation.ts'
import { targetHash } from '#documents/translation/read-translation.ts'
import {
  addBehind,
  confirmRow,
  mergeRows,
  mergeWithNext,
  pickVariant,
  removeAdded,
  rowRuns,
  separateRow,
  shareRow,
  unmergeRow,
  writeRow,
} from '#documents/translation/row-edits.ts'
import { blockText } from '#domain/blocks.ts'
import { placeId } from '#domain/segments/segments.ts'
import type { AlignedRow, SentenceRow } from '#domain/translation/aligned-rows.ts'
import { isConfirmed } from '#domain/translation/target-texts.ts'
import type { TranslationView } from '#domain/translation/view.ts'
import { exchange, makeSides, plain, type Side, sha256, sourceOf, targetOf } from '#tests/makers/story.ts'
import { createRandom, type Random } from './random.ts'

export type Outcome = Readonly<{
  seed: number
  typed: number
  edits: Readonly<Record<string, number>>
  /** Words that somebody typed and nobody took out, and that are shown nowhere. */
  lost: readonly string[]
  /** Rows shown as confirmed whose words nobody confirmed for that sentence. */
  falselyConfirmed: readonly string[]
  /** Where the two machines show different things after each has what the other has. */
  disagreements: readonly string[]
  /** Where the change of one figure did not mark its sentence, or touched another that somebody worked on. */
  wrongMarks: readonly string[]
  /** Sentences without a translation that are offered that of one like them, or no more, after the change. */
  lookAlikes: number
}>

const places = ['Phổ Yên', 'Sông Công', 'Định Hóa', 'Đại Từ', 'Võ Nhai', 'Phú Bình', 'Chợ Mới', 'Ba Bể']
const facts = [
  'có {} hộ trồng chè theo hướng hữu cơ',
  'hoàn thành {} km đường liên xóm trước kế hoạch',
  'đón {} lượt khách tham quan trong tháng qua',
  'giải ngân {} tỷ đồng vốn đầu tư công',
  'khởi công {} công trình chào mừng đại hội',
]

/** What people did, and what may be held against the program. */
type Diary = {
  typed: Set<string>
  removed: Set<string>
  confirmed: Set<string>
  edits: Record<string, number>
  words: number
}

/** Two people work offline on one story, source and translation both, and meet several times. */
export function translationMergeRun(seed: number): Outcome {
  const random = createRandom(seed)
  const texts = Array.from({ length: 2 + random.below(3) }, () => paragraph(random))
  const sides = makeSides(...texts)
  const diary: Diary = { typed: new Set(), removed: new Set(), confirmed: new Set(), edits: {}, words: 0 }
  const findings = {
    lost: new Set<string>(),
    falselyConfirmed: new Set<string>(),
    disagreements: new Set<string>(),
  }
  for (let round = 0; round < 4; round += 1) {
    for (const side of sides) {
      for (let count = 1 + random.below(6); count > 0; count -= 1) edit(side, random, diary)
    }
    exchange(...sides)
    for (const side of sides) judge(side, diary, findings)
    if (seen(sides[0]) !== seen(sides[1])) findings.disagreements.add(`round ${round}`)
  }
  return {
    seed,
    typed: diary.typed.size,
    edits: diary.edits,
    lost: [...findings.lost].map((word) => word.charCodeAt(0).toString(16)),
    falselyConfirmed: [...findings.falselyConfirmed],
    disagreements: [...findings.disagreements],
    ...changeOneFigure(sides[0], random),
  }
}

function sentence(random: Random): string {
  const figure = 1 + random.below(random.chance(0.3) ? 3 : 900)
  return `${random.pick(places)} ${random.pick(facts).replace('{}', String(figure))}.`
}

function paragraph(random: Random): string {
  return Array.from({ length: 1 + random.below(4) }, () => sentence(random)).join(' ')
}

// what people do

type Deed = (side: Side, random: Random, diary: Diary) => boolean

const deeds: readonly (readonly [name: string, weight: number, deed: Deed])[] = [
  ['write', 12, write],
  ['confirm', 8, confirm],
  ['unconfirm', 1, unconfirm],
  ['omit', 1, omit],
  ['merge', 2, merge],
  ['unmerge', 1, unmerge],
  ['separate', 2, separate],
  ['share', 1, share],
  ['pick', 3, pick],
  ['discard', 1, discard],
  ['add', 2, add],
  ['remove', 1, remove],
  ['figure', 5, changeFigure],
  ['reword', 2, reword],
  ['split', 2, splitSentence],
  ['join', 1, joinSentences],
  ['insert', 2, insertSentence],
  ['repeat', 2, repeatSentence],
  ['delete', 2, deleteSentence],
  ['move', 2, moveBlock],
  ['cut', 1, cutBlock],
  ['back', 2, goBack],
]
const drawn = deeds.flatMap(([name, weight, deed]) => Array.from({ length: weight }, () => ({ name, deed })))
/** Earlier texts of the source, to go back to. */
const earlier = new WeakMap<Side, (readonly Readonly<{ id: string; text: string }>[])[]>()

function edit(side: Side, random: Random, diary: Diary): void {
  const { name, deed } = random.pick(drawn)
  if (deed(side, random, diary)) diary.edits[name] = (diary.edits[name] ?? 0) + 1
}

function anyRow(side: Side, random: Random, test: (row: AlignedRow) => boolean): AlignedRow | undefined {
  const rows = side.view().rows.filter(test)
  return rows.length > 0 ? random.pick(rows) : undefined
}

function sentenceRow(
  side: Side,
  random: Random,
  test: (row: SentenceRow) => boolean,
): SentenceRow | undefined {
  const row = anyRow(side, random, (each) => each.kind === 'sentence' && test(each))
  return row?.kind === 'sentence' ? row : undefined
}

/** A word of one letter that nobody else types: no part of it can be taken for another's. */
function letterOf(number: number): string {
  return String.fromCharCode(0xe000 + number)
}

/** Puts a new word into a row, and now and then takes one out. */
function write(side: Side, random: Random, diary: Diary): boolean {
  const row = anyRow(side, random, ({ state }) => state !== 'variants')
  if (!row) return false
  const before = targetOf(row)
  const words = before.split(' ').filter((word) => word !== '')
  if (words.length > 2 && random.chance(0.15)) {
    for (const word of words.splice(random.below(words.length), 1)) diary.removed.add(word)
  }
  diary.words += 1
  const word = letterOf(diary.words)
  diary.typed.add(word)
  words.splice(random.below(words.length + 1), 0, word)
  put(side, row, before, words.join(' '))
  return true
}

function put(side: Side, row: AlignedRow, before: string, target: string): void {
  side.edit((doc, view, editor) => {
    writeRow(doc, view, row, { before: plain(before), target: plain(target) }, editor)
  })
}

function confirm(side: Side, random: Random, diary: Diary): boolean {
  const row = anyRow(side, random, (each) => each.state !== 'variants' && targetOf(each) !== '')
  if (!row) return false
  side.edit((doc, view, editor) => {
    const shown = plain(targetOf(row))
    const text = writeRow(doc, view, row, { before: shown, target: shown }, editor)
    const hash = targetHash(rowRuns(doc, text), sha256)
    confirmRow(doc, text, hash, editor)
    diary.confirmed.add(`${keyOf(row)} ${hash}`)
  })
  return true
}

function keyOf(row: AlignedRow): string {
  return row.kind === 'added' ? row.id : row.source.segment.key
}

function unconfirm(side: Side, random: Random): boolean {
  const row = sentenceRow(side, random, ({ state, text }) => state === 'confirmed' && text !== null)
  if (!row?.text) return false
  const { id } = row.text
  side.edit((doc) => confirmTarget(doc, id, null))
  return true
}

function omit(side: Side, random: Random): boolean {
  const row = sentenceRow(side, random, () => true)
  if (!row) return false
  side.edit((doc, _, editor) => omitOccurrence(doc, row.id, row.state === 'omitted' ? null : editor))
  return true
}

function merge(side: Side, random: Random): boolean {
  const row = sentenceRow(side, random, ({ state }) => state !== 'variants')
  if (!row) return false
  const view = side.view()
  const found = mergeWithNext(view, row)
  const next = view.rows.slice(view.rows.findIndex(({ id }) => id === row.id) + 1).find(isSentence)
  if (!found || !next || next.state === 'variants') return false
  const texts = [row, next].flatMap(({ text }) => (text ? [text] : []))
  side.edit((doc, _, editor) => mergeRows(doc, found, texts, side.view, ' ', editor))
  return true
}

function isSentence(row: AlignedRow): row is SentenceRow {
  return row.kind === 'sentence'
}

function unmerge(side: Side, random: Random): boolean {
  const row = sentenceRow(side, random, ({ source }) => source.members.length > 1)
  if (row) side.edit((doc, view) => unmergeRow(doc, view, row))
  return row !== undefined
}

function separate(side: Side, random: Random): boolean {
  const row = sentenceRow(
    side,
    random,
    ({ shared, text, separated }) => text !== null && shared > 1 && !separated,
  )
  if (row) side.edit((doc, _, editor) => separateRow(doc, row, editor))
  return row !== undefined
}

function share(side: Side, random: Random, diary: Diary): boolean {
  const row = sentenceRow(side, random, ({ separated }) => separated)
  if (!row) return false
  for (const text of [row.text, ...row.variants]) if (text) takeOut(diary, blockText(text))
  side.edit((doc, view) => shareRow(doc, view, row))
  return true
}

function pick(side: Side, random: Random, diary: Diary): boolean {
  const row = sentenceRow(side, random, ({ state }) => state === 'variants')
  if (!row) return false
  const chosen = random.pick(row.variants)
  for (const text of row.variants) if (text !== chosen) takeOut(diary, blockText(text))
  side.edit((doc, view) => pickVariant(doc, view, row, chosen.id))
  return true
}

function discard(side: Side, random: Random, diary: Diary): boolean {
  const { orphans } = side.view()
  if (orphans.length === 0) return false
  const text = random.pick(orphans)
  takeOut(diary, blockText(text))
  side.edit((doc) => setAside(doc, text.id, text.hash))
  return true
}

function add(side: Side, random: Random, diary: Diary): boolean {
  const row = anyRow(side, random, () => true)
  if (!row) return false
  diary.words += 1
  const id = `added${diary.words}`
  const word = letterOf(diary.words)
  diary.typed.add(word)
  side.edit((doc, view, editor) => addBehind(doc, view, row, id, editor))
  const added = side.view().rows.find((each) => each.id === `+${id}`)
  if (added) put(side, added, '', word)
  return true
}

function remove(side: Side, random: Random, diary: Diary): boolean {
  const row = anyRow(side, random, ({ kind }) => kind === 'added')
  if (row?.kind !== 'added') return false
  takeOut(diary, blockText(row.text))
  side.edit((doc) => removeAdded(doc, row))
  return true
}

function takeOut(diary: Diary, text: string): void {
  for (const word of text.split(/\s+/u)) diary.removed.add(word)
}

// what happens to the source

function rewrite(side: Side, random: Random, change: (text: string) => string): boolean {
  const blocks = side.blocks()
  if (blocks.length === 0) return false
  remember(side)
  const chosen = random.pick(blocks)
  side.rewrite(blocks.map((each) => (each.id === chosen.id ? { ...each, text: change(each.text) } : each)))
  return true
}

function remember(side: Side): void {
  earlier.set(side, [...(earlier.get(side) ?? []), side.blocks()])
}

function goBack(side: Side, random: Random): boolean {
  const states = earlier.get(side) ?? []
  if (states.length === 0) return false
  side.rewrite(random.pick(states))
  return true
}

const sentencesOf = (text: string) => text.split(/(?<=\.) /u).filter((each) => each !== '')

function changeFigure(side: Side, random: Random): boolean {
  return rewrite(side, random, (text) => {
    const figures = [...text.matchAll(/\d+/gu)]
    if (figures.length === 0) return text
    const { index, 0: figure } = random.pick(figures)
    return (
      text.slice(0, index) + String(Number(figure) + 1 + random.below(9)) + text.slice(index + figure.length)
    )
  })
}

function reword(side: Side, random: Random): boolean {
  return rewrite(side, random, (text) => text.replace(random.pick(places), random.pick(places)))
}

function splitSentence(side: Side, random: Random): boolean {
  return rewrite(side, random, (text) =>
    text.replace(
      / (theo|trước|tham|vốn|chào) /u,
      (_, word: string) => `. ${word[0]?.toUpperCase()}${word.slice(1)} `,
    ),
  )
}

function joinSentences(side: Side, random: Random): boolean {
  return rewrite(side, random, (text) => text.replace('. ', ', '))
}

function insertSentence(side: Side, random: Random): boolean {
  const fresh = sentence(random)
  return rewrite(side, random, (text) => {
    const all = sentencesOf(text)
    all.splice(random.below(all.length + 1), 0, fresh)
    return all.join(' ')
  })
}

function repeatSentence(side: Side, random: Random): boolean {
  const all = side.blocks().flatMap(({ text }) => sentencesOf(text))
  if (all.length === 0) return false
  const again = random.pick(all)
  return rewrite(side, random, (text) => `${text} ${again}`.trim())
}

function deleteSentence(side: Side, random: Random): boolean {
  return rewrite(side, random, (text) => {
    const all = sentencesOf(text)
    all.splice(random.below(Math.max(1, all.length)), 1)
    return all.join(' ')
  })
}

function moveBlock(side: Side, random: Random): boolean {
  const blocks = [...side.blocks()]
  if (blocks.length < 2) return false
  remember(side)
  const [moved] = blocks.splice(random.below(blocks.length), 1)
  if (moved) blocks.splice(random.below(blocks.length + 1), 0, moved)
  side.rewrite(blocks)
  return true
}

/** Cuts a paragraph in two behind a sentence. */
function cutBlock(side: Side, random: Random): boolean {
  const blocks = side.blocks()
  const long = blocks.filter(({ text }) => sentencesOf(text).length > 1)
  if (long.length === 0) return false
  remember(side)
  const chosen = random.pick(long)
  const id = `cut${random.below(1_000_000_000)}`
  const [first = '', ...rest] = sentencesOf(chosen.text)
  side.rewrite(
    blocks.flatMap((each) =>
      each.id === chosen.id
        ? [
            { id: each.id, text: first },
            { id, text: rest.join(' ') },
          ]
        : [each],
    ),
  )
  return true
}

// what is judged

function judge(
  side: Side,
  diary: Diary,
  findings: Readonly<{ lost: Set<string>; falselyConfirmed: Set<string> }>,
): void {
  const view = side.view()
  const shown = new Set(wordsShown(view))
  for (const word of diary.typed) if (!diary.removed.has(word) && !shown.has(word)) findings.lost.add(word)
  for (const row of view.rows) {
    const text = row.text
    if (row.state !== 'confirmed' || !text) continue
    if (!isConfirmed(text) || !diary.confirmed.has(`${keyOf(row)} ${text.hash}`)) {
      findings.falselyConfirmed.add(`${sourceOf(row)} → ${targetOf(row)}`)
    }
  }
}

function wordsShown(view: TranslationView): readonly string[] {
  const texts = view.rows.flatMap((row): readonly Parameters<typeof blockText>[0][] =>
    row.kind === 'added'
      ? [row.text]
      : [...(row.text ? [row.text] : []), ...row.variants, ...row.offers.map(({ text }) => text)],
  )
  return [...texts, ...view.orphans].flatMap((text) => blockText(text).split(/\s+/u))
}

/** All that a person sees of a translation. */
function seen(side: Side): string {
  const { orphans } = side.view()
  return JSON.stringify([side.shown(), orphans.map(({ id, hash }) => [id, hash])])
}

/** The change of one figure of a confirmed sentence marks it, with its translation, and no other row. */
function changeOneFigure(side: Side, random: Random): Pick<Outcome, 'wrongMarks' | 'lookAlikes'> {
  const before = side.view().rows.filter(isSentence)
  const single = before.filter(
    (row) =>
      row.state === 'confirmed' &&
      row.text?.aside === null &&
      row.source.members.length === 1 &&
      before.filter(({ source }) => source.segment.key === row.source.segment.key).length === 1,
  )
  if (single.length === 0) return { wrongMarks: [], lookAlikes: 0 }
  const row = random.pick(single)
  const old = sourceOf(row)
  const changed = old.replace(/\d+/u, '7777')
  const occurrences = side.blocks().reduce((sum, { text }) => sum + text.split(old).length - 1, 0)
  const place = placeId(row.source.segment.place)
  if (changed === old || old.length < 20 || occurrences !== 1 || !row.text?.places.has(place))
    return { wrongMarks: [], lookAlikes: 0 }
  side.rewrite(side.blocks().map(({ id, text }) => ({ id, text: text.replace(old, changed) })))
  const after = side.view().rows.filter(isSentence)
  const at = before.indexOf(row)
  const marked = after[at]
  const former = targetOf(row)
  const offered = marked?.offers.map(({ text }) => blockText(text)) ?? []
  const isRight = marked?.state === 'stale' && sourceOf(marked) === changed && offered.includes(former)
  const others = before.flatMap((each, index) => {
    const now = after[index]
    if (index === at || (now?.id === each.id && now.state === each.state)) return []
    const isUntouched = now?.id === each.id && isWithout(each) && isWithout(now)
    const offers = now?.offers.map(({ text }) => blockText(text)) ?? []
    return [{ isUntouched, offers, text: `${sourceOf(each)}: ${each.state} became ${now?.state}` }]
  })
  const isTaken = others.some(({ isUntouched, offers }) => isUntouched && offers.includes(former))
  const wrong = `${changed}: ${marked?.state} with ${offered.join(' / ')} instead of ${former}`
  const touched = others.filter(({ isUntouched }) => !isUntouched).map(({ text }) => text)
  return {
    wrongMarks: [...(isRight || isTaken ? [] : [wrong]), ...touched],
    lookAlikes: others.length - touched.length,
  }
}

function isWithout({ state }: SentenceRow): boolean {
  return state === 'empty' || state === 'stale'
}
