import { parentPort, workerData } from 'node:worker_threads'
import WordExtractor from 'word-extractor'
import type { WordText } from '#formats/doc/word-text.ts'

const { bytes } = workerData as Readonly<{ bytes: Uint8Array }>
const plain = { filterUnicode: false }

async function extract(): Promise<WordText> {
  const document = await new WordExtractor().extract(Buffer.from(bytes))
  return {
    body: document.getBody(plain),
    footnotes: document.getFootnotes(plain),
    endnotes: document.getEndnotes(plain),
    textBoxes: document.getTextboxes({ ...plain, includeHeadersAndFooters: false }),
    leftOut: [document.getHeaders(plain), document.getFooters(plain), document.getAnnotations(plain)].join(
      '\n',
    ),
  }
}

parentPort?.postMessage(await extract())
