import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { projectRoot } from './command.ts'

/**
 * Makes the clip of `resources/sample/` and its subtitles: drawn scenes, upright as from a phone, with a synthetic
 * voice (espeak-ng) that reads the Vietnamese cues, whose times come from the lengths of what it said. Needs ffmpeg
 * and espeak-ng, which nothing else here needs.
 */
const folder = join(projectRoot, 'resources', 'sample')
const name = 'le-hoi-tra-tan-cuong'
const work = mkdtempSync(join(tmpdir(), 'sample-clip-'))
const rate = 48_000
/** Milliseconds before the first word, after each sentence, and after the last. */
const [opening, pause, closing] = [600, 480, 900]

const spoken = [
  'Sáng hai mươi tư tháng mười một, lễ hội trà Tân Cương khai mạc.',
  'Tám mươi sáu gian hàng của bốn mươi hai hợp tác xã đã sẵn sàng từ sáu giờ.',
  'Ngày đầu, lễ hội đón khoảng mười hai nghìn năm trăm lượt khách.',
  'Khách được tự tay sao chè trên chảo gang.',
  'Vào cửa miễn phí, lễ hội kéo dài đến hết ngày hai mươi sáu tháng mười một.',
]
const cues = {
  vi: [
    'Sáng 24/11,\nlễ hội trà Tân Cương khai mạc.',
    '86 gian hàng của 42 hợp tác xã\nđã sẵn sàng từ 6 giờ.',
    'Ngày đầu, lễ hội đón\nkhoảng 12.500 lượt khách.',
    'Khách được tự tay sao chè trên chảo gang.',
    'Vào cửa miễn phí,\nlễ hội kéo dài đến hết ngày 26/11.',
  ],
  en: [
    'The Tan Cuong Tea Festival opened\non the morning of November 24.',
    'Eighty-six stalls run by 42 cooperatives\nwere ready by 6:00 a.m.',
    'About 12,500 visitors came\non the first day.',
    'Visitors roasted tea by hand\nin cast-iron pans.',
    'Admission is free.\nThe festival runs through November 26.',
  ],
  ko: [
    '11월 24일 오전\n떤끄엉 차 축제가 개막했습니다.',
    '협동조합 42곳의 부스 86개가\n오전 6시에 준비를 마쳤습니다.',
    '첫날 약 1만 2,500명이\n축제를 찾았습니다.',
    '방문객은 무쇠 솥에\n차를 직접 덖었습니다.',
    '입장은 무료이며\n축제는 11월 26일까지입니다.',
  ],
}

const hills = (sky: string, sun: number) => `
  <defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky}"/>
    <stop offset="1" stop-color="#fdf3df"/></linearGradient></defs>
  <rect width="720" height="1280" fill="url(#sky)"/><circle cx="${sun}" cy="330" r="70" fill="#f2a65a"/>
  <path d="M0 620 Q180 470 360 600 T720 560 V1280 H0Z" fill="#a9bf8f"/>
  <path d="M0 760 Q200 620 420 760 T720 730 V1280 H0Z" fill="#7fa267"/>
  <path d="M0 920 Q240 790 480 920 T720 880 V1280 H0Z" fill="#5b8a4a"/>
  ${rows(9, (row) => `<path d="M0 ${950 + row * 36} Q240 ${830 + row * 38} 480 ${950 + row * 36} T720 ${920 + row * 36}" stroke="#3d6b35" stroke-width="10" fill="none" stroke-dasharray="36 11"/>`)}`
const stalls = `
  <rect width="720" height="1280" fill="#dfe9d3"/><rect y="860" width="720" height="420" fill="#cbb893"/>
  ${rows(3, (row) => `<g transform="translate(${row * 235 + 15} 520)"><path d="M0 0 H210 L185 110 H25Z" fill="${['#b5543f', '#3d6b35', '#c98d2e'][row]}"/><rect x="25" y="110" width="160" height="230" fill="#7b5a3c"/><rect x="25" y="215" width="160" height="24" fill="#e9dcc0"/>${rows(4, (jar) => `<circle cx="${52 + jar * 36}" cy="200" r="15" fill="#5b8a4a"/>`)}</g>`)}`
const crowd = `
  <rect width="720" height="1280" fill="#f3e6cf"/><rect y="420" width="720" height="860" fill="#d8c49b"/>
  ${rows(34, (one) => `<g transform="translate(${(one * 137) % 700} ${480 + ((one * 53) % 640)})"><circle r="22" fill="#8a5f45"/><path d="M-34 96 Q0 8 34 96Z" fill="${['#b5543f', '#3d6b35', '#2f5d7c', '#c98d2e'][one % 4]}"/></g>`)}`
const pan = `
  <rect width="720" height="1280" fill="#3b302a"/><ellipse cx="360" cy="760" rx="300" ry="150" fill="#1d1815"/>
  <ellipse cx="360" cy="735" rx="262" ry="118" fill="#2c2521"/>
  ${rows(70, (leaf) => `<ellipse cx="${170 + ((leaf * 71) % 380)}" cy="${690 + ((leaf * 37) % 100)}" rx="20" ry="6" transform="rotate(${(leaf * 47) % 180} ${170 + ((leaf * 71) % 380)} ${690 + ((leaf * 37) % 100)})" fill="${leaf % 3 ? '#6f9a54' : '#4f7a3c'}"/>`)}`
const scenes = [hills('#f6d9a8', 520), stalls, crowd, pan, hills('#e8a87c', 200)]

function rows(count: number, draw: (row: number) => string): string {
  return Array.from({ length: count }, (_, row) => draw(row)).join('')
}

function ffmpeg(...args: readonly string[]): void {
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
}

/** Speaks a sentence; answers its length in milliseconds. */
function speak(sentence: string, at: number): number {
  const [said, plain] = [join(work, `said-${at}.wav`), join(work, `voice-${at}.s16`)]
  execFileSync('espeak-ng', ['-v', 'vi', '-s', '150', '-w', said, sentence])
  ffmpeg('-i', said, '-ar', String(rate), '-ac', '1', '-f', 's16le', plain)
  return Math.round(readFileSync(plain).length / 2 / (rate / 1000))
}

function silence(milliseconds: number): Buffer {
  return Buffer.alloc(Math.round((rate / 1000) * milliseconds) * 2)
}

function clock(at: number): string {
  const [hours, rest] = [Math.floor(at / 3_600_000), at % 3_600_000]
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${two(hours)}:${two(rest / 60_000)}:${two((rest % 60_000) / 1000)},${String(at % 1000).padStart(3, '0')}`
}

const lengths = spoken.map(speak)
const starts = lengths.map(
  (_, at) => opening + lengths.slice(0, at).reduce((sum, one) => sum + one + pause, 0),
)
const ends = starts.map((start, at) => start + (lengths[at] ?? 0) + pause - 120)
const whole = (starts.at(-1) ?? 0) + (lengths.at(-1) ?? 0) + closing
const sound = [
  silence(opening),
  ...lengths.flatMap((_, at) => [
    readFileSync(join(work, `voice-${at}.s16`)),
    silence(at === lengths.length - 1 ? closing : pause),
  ]),
]
writeFileSync(join(work, 'voice.s16'), Buffer.concat(sound))

for (const [at, scene] of scenes.entries()) {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="1280">${scene}</svg>`
  await sharp(Buffer.from(drawn))
    .png()
    .toFile(join(work, `scene-${at}.png`))
  const until = starts[at + 1] ?? whole
  const from = at === 0 ? 0 : (starts[at] ?? 0)
  const frames = Math.round(((until - from) / 1000) * 25)
  const drift = `zoompan=z='1.08+0.10*on/${frames}':x='(iw-iw/zoom)*on/${frames}':y='(ih-ih/zoom)/2':d=${frames}:s=540x960:fps=25`
  ffmpeg(
    '-i',
    join(work, `scene-${at}.png`),
    '-vf',
    `${drift},format=yuv420p`,
    '-c:v',
    'libx264',
    '-crf',
    '14',
    join(work, `scene-${at}.mp4`),
  )
}
writeFileSync(join(work, 'scenes.txt'), scenes.map((_, at) => `file 'scene-${at}.mp4'\n`).join(''))
ffmpeg(
  ...['-f', 'concat', '-i', join(work, 'scenes.txt')],
  ...['-f', 's16le', '-ar', String(rate), '-ac', '1', '-i', join(work, 'voice.s16')],
  ...['-c:v', 'libx264', '-preset', 'veryslow', '-crf', '27', '-g', '50', '-c:a', 'aac', '-b:a', '64k'],
  ...['-map_metadata', '-1', '-movflags', '+faststart', join(folder, `${name}.mp4`)],
)
for (const [language, texts] of Object.entries(cues)) {
  const blocks = texts.map(
    (text, at) => `${at + 1}\n${clock(starts[at] ?? 0)} --> ${clock(ends[at] ?? 0)}\n${text}\n`,
  )
  writeFileSync(join(folder, `${name}.${language}.srt`), blocks.join('\n'))
}
rmSync(work, { recursive: true })
