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
  const able = peers.filter((peer) => keepsAll(peer, text, cues))
  const whole = able.filter((peer) => keepsAll(peer, damaged, 5))
  const times = new Map<string, number>()
  for (const { name, both } of able) {
    await measure(3, () => both(text))
    times.set(name, quantile(await measure(rounds, () => both(text)), 0.5))
  }
  await measure(3, ours)
  const value = quantile(await measure(rounds, ours), 0.5)
  const [fastest] = [...times]
    .filter(([name]) => whole.some((peer) => peer.name === name))
    .sort(([, left], [, right]) => left - right)
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
      `Ours reads marks, tells problems and keeps every byte. The peer keeps the cues of a damaged file, too (a mark, CR LF, an empty cue, a dot, a blank line inside, no number). All that read the long file whole: ${others}.`,
    ],
  }
}

function keepsAll({ count }: Peer, text: string, wanted: number): boolean {
  try {
    return count(text) === wanted
  } catch {
    return false
  }
}

/** What files from elsewhere are like: five cues. */
const damaged =
  '\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nMột\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n\r\n' +
  '3\r\n00:00:05.000 --> 00:00:06.000\r\nBa\r\n\r\nsau dòng trống\r\n\r\n00:00:07,000 --> 00:00:08,000\r\nBốn\r\n\r\n' +
  '5\r\n00:00:09,000 --> 00:00:10,000\r\nNăm\r\n'

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
