import { writeSync } from 'node:fs'
import { articleUpdate } from '#documents/article.ts'
import { articleDocument } from '#domain/document-id.ts'
import { makeArticle, typeText } from '#tests/workspace/article.ts'
import { createDocumentService } from '#workspace/documents/document-service.ts'
import { openStore } from '#workspace/store/open-store.ts'
import { workspacePaths } from '#workspace/store/paths.ts'

/** The process that is traced: it says "ack" on its output when it was told that something is saved. */
const [folder = '', mode = 'alone'] = process.argv.slice(2)
const clock = { now: Date.now }
const opened = openStore(workspacePaths(folder), clock)
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const documents = createDocumentService({ store: opened.value, clock })
const document = articleDocument('0199a000-0000-7000-8000-000000000001')

async function edit(text: string): Promise<void> {
  const edited = await documents.edit(document, 'lan', (doc) => typeText(doc, text))
  if (!edited.ok) throw new Error(JSON.stringify(edited.failure))
  writeSync(1, `ack ${text}\n`)
}

await documents.create(document, 'vi', articleUpdate(makeArticle()), 'lan')
writeSync(1, 'ack created\n')
if (mode === 'alone') {
  for (let n = 0; n < 10; n += 1) await edit(`${n}`)
} else {
  await Promise.all(Array.from({ length: 40 }, (_, n) => edit(`${n}`)))
}
process.kill(process.pid, 'SIGKILL')
