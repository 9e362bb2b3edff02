import sharp from 'sharp'

export type Scene = 'hills' | 'class' | 'bridge'

const width = 1200
const height = 800

/** A picture as a camera would hand it in, drawn so that no photograph's rights are needed. JPEG. */
export function drawPicture(scene: Scene): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawings[scene]()}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer()
}

const drawings: Readonly<Record<Scene, () => string>> = {
  hills: drawHills,
  class: drawClass,
  bridge: drawBridge,
}

function fill(colour: string, path: string): string {
  return `<path fill="${colour}" d="${path}"/>`
}

function sky(upper: string, lower: string): string {
  return `<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${upper}"/><stop offset="1" stop-color="${lower}"/></linearGradient></defs><rect width="1200" height="800" fill="url(#sky)"/>`
}

function drawHills(): string {
  const rows = Array.from({ length: 9 }, (_, row) => {
    const y = 470 + row * 42
    return `<path fill="none" stroke="#2f6b2c" stroke-width="${10 + row * 2}" d="M0 ${y} C300 ${y - 70} 700 ${y + 50} 1200 ${y - 50}"/>`
  })
  return [
    sky('#9cc4e4', '#f6e3c0'),
    '<circle cx="930" cy="230" r="58" fill="#fbe7a1"/>',
    fill('#8fa9b8', 'M0 380 L220 230 L420 350 L640 210 L900 370 L1200 260 V800 H0Z'),
    fill('#5d8a67', 'M0 450 C250 360 520 470 800 400 S1100 380 1200 410 V800 H0Z'),
    fill('#4f9a3f', 'M0 470 C300 400 700 520 1200 430 V800 H0Z'),
    ...rows,
  ].join('')
}

function drawBridge(): string {
  const posts = Array.from(
    { length: 13 },
    (_, post) => `<rect x="${90 + post * 85}" y="365" width="8" height="46" fill="#d8d2c4"/>`,
  )
  return [
    sky('#7fb2d9', '#e8eef0'),
    fill('#6c8f7c', 'M0 420 L180 180 L420 400 L620 260 L860 420 L1040 200 L1200 330 V800 H0Z'),
    fill('#3f7d4a', 'M0 480 C180 420 300 560 420 640 L0 800Z'),
    fill('#3f7d4a', 'M1200 470 C1000 430 900 560 780 640 L1200 800Z'),
    fill('#5fa3a8', 'M420 640 C520 560 700 560 780 640 L1000 800 H180Z'),
    '<rect x="40" y="408" width="1120" height="34" fill="#b9b2a3"/>',
    '<rect x="330" y="442" width="44" height="220" fill="#a39c8d"/><rect x="820" y="442" width="44" height="220" fill="#a39c8d"/>',
    ...posts,
    '<rect x="70" y="358" width="1060" height="8" fill="#c8553d"/>',
  ].join('')
}

function drawClass(): string {
  const people = Array.from({ length: 6 }, (_, seat) => {
    const x = 170 + seat * 172
    const shirt = ['#3c5a8a', '#a3473f', '#3f7d4a', '#8a6f3c', '#5a4b8a', '#c27b3a'][seat]
    return `<circle cx="${x}" cy="520" r="38" fill="#2c2320"/><rect x="${x - 55}" y="555" width="110" height="150" rx="40" fill="${shirt}"/>`
  })
  return [
    '<rect width="1200" height="800" fill="#efe2c4"/>',
    '<rect x="210" y="120" width="780" height="260" rx="6" fill="#2f5547" stroke="#8a6a45" stroke-width="14"/>',
    '<path stroke="#dfe9e3" stroke-width="8" d="M280 190 H620 M280 245 H760 M280 300 H540"/>',
    ...people,
    '<rect x="60" y="650" width="1080" height="150" fill="#a9784a"/>',
  ].join('')
}
