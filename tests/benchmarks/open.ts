import { type Benchmark, quantile } from './benchmark.ts'
import { openEditorPages } from './editor-pages.ts'

const rounds = 15

/** A 20,000-word article from the document's bytes to an editor laid out, against Lexical's own JSON of it. */
export async function run(): Promise<Benchmark> {
  const pages = await openEditorPages()
  try {
    const page = await pages.newPage()
    const samples = { ours: [] as number[], peer: [] as number[] }
    for (let round = 0; round <= rounds; round += 1) {
      const ours = await page.evaluate(() => window.editors?.open('ours') ?? 0)
      const peer = await page.evaluate(() => window.editors?.open('bare') ?? 0)
      // The first of each compiles the code.
      if (round > 0) samples.ours.push(ours)
      if (round > 0) samples.peer.push(peer)
    }
    const value = quantile(samples.ours, 0.5)
    const peerValue = quantile(samples.peer, 0.5)
    return {
      name: 'open',
      work: 'a 20,000-word article from its bytes to editable, in Chromium (median)',
      peer: 'Lexical from its own JSON, same nodes',
      value,
      peerValue,
      ratio: value / peerValue,
      goal: 2,
      notes: [
        'Both build the same nodes in the same page and are laid out; ours reads the Yjs document, the peer its own JSON.',
      ],
    }
  } finally {
    await pages.close()
  }
}
