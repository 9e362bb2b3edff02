import type { CuePlace } from '#domain/cues/cue.ts'

/** How each place is asked for; the settings of W3C WebVTT have no word for it. */
const settingsOf: Readonly<Record<CuePlace, string>> = {
  1: 'position:0% align:start',
  2: '',
  3: 'position:100% align:end',
  4: 'line:50% position:0% align:start',
  5: 'line:50%',
  6: 'line:50% position:100% align:end',
  7: 'line:0 position:0% align:start',
  8: 'line:0',
  9: 'line:0 position:100% align:end',
}
/** Other ways to say the same, or to say nothing. */
const synonyms: Readonly<Record<string, string>> = {
  'line:0%': 'line:0',
  'line:-1': '',
  'line:100%': '',
  'line:auto': '',
  'position:50%': '',
  'position:auto': '',
  'size:100%': '',
  'align:center': '',
  'align:middle': '',
  'align:left': 'align:start',
  'align:right': 'align:end',
}

type Settings = Readonly<{
  place: CuePlace
  /** The place says all that the settings say of where the cue stands. */
  exact: boolean
  /** The name of the region the cue is shown in; empty when none. */
  region: string
}>

/** The place nearest to what a cue's settings ask for. */
export function readSettings(settings: string): Settings {
  if (settings === '') return { place: 2, exact: true, region: '' }
  const words = settings.split(/\s+/)
  const value = (name: string) => words.find((word) => word.startsWith(`${name}:`))?.slice(name.length + 1)
  const place = (rowOf(value('line') ?? 'auto') + columnOf(value('align'), value('position'))) as CuePlace
  const asked = words.filter((word) => !word.startsWith('region:')).map((word) => synonyms[word] ?? word)
  const exact = same(asked, settingsOf[place].split(' '))
  return { place, exact, region: value('region') ?? '' }
}

function same(left: readonly string[], right: readonly string[]): boolean {
  const tidy = (words: readonly string[]) => words.filter(Boolean).toSorted().join(' ')
  return tidy(left) === tidy(right)
}

/** The number of the left place of its row: lines count from the top, negative ones from the bottom. */
function rowOf(line: string): 1 | 4 | 7 {
  const at = Number.parseFloat(line)
  if (Number.isNaN(at)) return 1
  if (!line.includes('%')) return at >= 0 && !Object.is(at, -0) ? 7 : 1
  if (at < 34) return 7
  return at <= 66 ? 4 : 1
}

function columnOf(align = 'center', position = ''): 0 | 1 | 2 {
  if (align === 'start' || align === 'left') return 0
  if (align === 'end' || align === 'right') return 2
  const at = Number.parseFloat(position)
  if (at < 34) return 0
  return at > 66 ? 2 : 1
}

/** Settings that ask for this place: as they are when they do already. */
export function placeInSettings(settings: string, place: CuePlace): string {
  if (readSettings(settings).place === place) return settings
  const others = settings
    .split(/\s+/)
    .filter((word) => word !== '' && !/^(?:line|position|align|size|vertical):/.test(word))
  return [...others, settingsOf[place]].filter(Boolean).join(' ')
}
