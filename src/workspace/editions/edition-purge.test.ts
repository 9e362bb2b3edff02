import { uuidv7 } from 'uuidv7'
import { expect, test, vi } from 'vitest'
import { makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'

test('a stamp in an edition is purged from its field, and no kept text says it any more (SEC1)', async () => {
  const workspace = await makeWorkspace()
  const { owner } = await makeNewsroom(workspace)
  const article = uuidv7()
  await owner.articles.create({ id: article, title: 'Cầu mới' })
  const { document, whole } = await owner.editions.create({ article, channel: 'facebook', language: 'vi' })
  const text = `${whole}\n\nTUYỆT MẬT`
  await owner.editions.write({ document, field: 'text', before: whole, text })
  workspace.services.documents.keepRevision(uuidv7(), document as never, 'automatic', '', '')
  // asking to send it judges the field that was typed in, too
  await expect(owner.workflow.submit({ id: uuidv7(), document })).rejects.toThrow()
  const [hit] = await owner.secrets.hits({ document })
  expect(hit).toMatchObject({ block: 'text', stamp: 'topSecret' })
  await owner.secrets.purge({ id: uuidv7(), hit: hit?.hit ?? '', document })
  await vi.waitFor(async () => expect(await owner.secrets.hits({ document })).toEqual([]), 10_000)
  const purged = await owner.editions.get({ document })
  expect(purged.fields.find(({ field }) => field === 'text')?.text).toBe('')
  const bodies = workspace.services.store.read.prepare('SELECT body FROM revisions').pluck().all() as string[]
  expect(bodies.some((body) => body.includes('TUYỆT MẬT'))).toBe(false)
})
