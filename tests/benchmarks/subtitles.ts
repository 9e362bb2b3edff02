import { parse as parsePlussub } from '@plussub/srt-vtt-parser'
import SrtParser from 'srt-parser-2'
import subsrt from 'subsrt-ts'
import { parseSync, stringifySync } from 'subtitle'
import { cueEntries } from '#domain/cues/subtitle-file.ts'
import { writeTimecode } from '#domain/cues/timecode.ts'
import { readSrt, writeSrt } from '#formats/srt/srt.ts'
import { type Benchmark, measure, quantile } from './benchmark.ts'

const cues = 10_000
const rounds = 15

type Peer = Readonly<{
  name: string
  /** Cues that it read; null where it gave up. */
  count(text: string): number | null
  /** Reads and writes again. */
  both(text: string): unknown
}>

const srtParser = new SrtParser()
const peers: readonly Peer[] = [
  {
    name: 'subtitle',
    count: (text) => parseSync(text).filter(({ type }) => type === 'cue').length,
    both: (text) => stringifySync(parseSync(text), { format: 'SRT' }),
  },
  {
    name: 'srt-parser-2',
    count: (text) => srtParser.fromSrt(text).length,
    both: (text) => srtParser.toSrt(srtParser.fromSrt(text)),
  },
  {
    name: 'subsrt-ts',
    count: (text) => subsrt.parse(text, { format: 'srt' }).filter(({ type }) => type === 'caption').length,
    both: (text) => subsrt.build(subsrt.parse(text, { format: 'srt' }), { format: 'srt' }),
  },
  // reads only
  {
    name: '@plussub/srt-vtt-parser',
    count: (text) => parsePlussub(text).entries.length,
    both: (text) => parsePlussub(text),
  },
]

/** Reading and writing a long SRT file, against the fastest package that keeps all of its cues. */
export async function run(): Promise<Benchmark> {
  const text = makeFile()
  const ours = () => writeSrt(readSrt(text).file)
  if (ours() !== text || cueEntries(readSrt(text).file).length !== cues)
    throw new Error('The file did not come back')
  const whole = peers.filter((peer) => keepsAll(peer, text))
  const times = new Map<string, number>()
  for (const { name, both } of whole) {
    await measure(3, () => both(text))
    times.set(name, quantile(await measure(rounds, () => both(text)), 0.5))
  }
  await measure(3, ours)
  const value = quantile(await measure(rounds, ours), 0.5)
  const [fastest] = [...times].sort(([, left], [, right]) => left - right)
  if (!fastest) throw new Error('No peer keeps all cues')
  const others = [...times].map(([name, time]) => `${name} ${time.toFixed(1)} ms`).join(', ')
  return {
    name: 'subtitles',
    work: `reading and writing an SRT file of ${cues.toLocaleString('en')} cues, median`,
    peer: fastest[0],
    value,
    peerValue: fastest[1],
    ratio: value / fastest[1],
    goal: 1,
    notes: [
      `Ours reads marks, tells problems and keeps every byte. Packages that kept all cues: ${others}. Lost or refused: ${
        peers
          .filter((peer) => !whole.includes(peer))
          .map(({ name }) => name)
          .join(', ') || 'none'
      }.`,
    ],
  }
}

function keepsAll({ count }: Peer, text: string): boolean {
  try {
    return count(text) === cues
  } catch {
    return false
  }
}

function makeFile(): string {
  const lines = [
    'Sáng nay <i>chợ phiên</i> họp sớm.',
    'Giá chè tăng 12%,\nngười dân phấn khởi.',
    'Từ 15 giờ, xe tải bị cấm.',
  ]
  const made = Array.from({ length: cues }, (_, at) => {
    const times = `${writeTimecode(at * 2500, ',')} --> ${writeTimecode(at * 2500 + 2300, ',')}`
    return `${at + 1}\n${times}\n${lines[at % lines.length]}\n`
  })
  return made.join('\n')
}
