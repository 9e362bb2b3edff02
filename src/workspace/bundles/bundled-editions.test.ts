import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { editionDocument } from '#domain/document-id.ts'
import {
  joinMachine,
  makeFirstMachine,
  makeText,
  openFile,
  sendStories,
  writeStory,
} from './bundle-making.test-kit.ts'

test('a channel’s text, its approval and where it was posted travel with their story', async () => {
  const first = await makeFirstMachine()
  const second = await joinMachine(first, 'Người duyệt', 'approver')
  const article = await writeStory(first, makeText('Cầu mới', 'Sáng nay cầu thông xe.'))
  const name = { article, channel: 'facebook', language: 'vi' }
  const document = editionDocument(name)
  await first.client.editions.create(name)
  await first.client.workflow.submit({ id: uuidv7(), document })
  await openFile(second, await sendStories(first, article))
  expect((await second.client.editions.get({ document })).whole).toBe('Cầu mới\n\nSáng nay cầu thông xe.')
  const { items } = await second.client.workflow.queue()
  expect(items.map((item) => item.document)).toEqual([document])
  const submission = items[0]?.submission ?? ''
  await second.client.workflow.approve({ id: uuidv7(), submission })
  const posting = { ...name, id: uuidv7(), url: 'https://fb.example/1', postedAt: Date.UTC(2026, 10, 24) }
  await second.client.publications.note(posting)
  await openFile(first, await sendStories(second, article))
  expect(await first.client.workflow.status({ document })).toMatchObject({ state: 'approved' })
  expect(await first.client.publications.list({})).toMatchObject([
    { url: posting.url, verdict: 'valid', by: { name: 'Người duyệt' } },
  ])
})
