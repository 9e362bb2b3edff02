import { existsSync, readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { makePicture } from '../assets/picture-making.test-kit.ts'
import { makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import { receiveUpload, uploadLimit, uploadsFolder } from './uploads.ts'

async function makeUploader() {
  const workspace = await makeWorkspace()
  const { owner } = await makeNewsroom(workspace)
  const { services } = workspace
  async function upload(name: string, bytes: string | Uint8Array): Promise<string> {
    const request = { name, limit: uploadLimit, declaredBytes: null }
    const received = await receiveUpload(services, Readable.from([Buffer.from(bytes)]), request)
    if (!received.ok) throw new Error(received.failure.code)
    return received.value.id
  }
  const folder = uploadsFolder(services.paths)
  const left = () => (existsSync(folder) ? readdirSync(folder) : [])
  return { owner, upload, left }
}

test('an upload with a stamp is gone when it has been refused (SEC1)', async () => {
  const { owner, upload, left } = await makeUploader()
  const grant = await upload('cong-van.txt', 'ỦY BAN\nTỐI MẬT\nNội dung')
  await expect(owner.imports.preview({ grant })).rejects.toMatchObject({ data: { code: 'secret-stamp' } })
  expect(left()).toEqual([])
})

test('an upload waits for the commit of its preview, and goes with it', async () => {
  const { owner, upload, left } = await makeUploader()
  const grant = await upload('bai.txt', 'Tít bài\n\nĐoạn thứ nhất.')
  const { preview, metadata, blocks } = await owner.imports.preview({ grant })
  expect(left()).toHaveLength(1)
  const input = { id: uuidv7(), preview, language: 'vi', metadata, blocks }
  await owner.imports.commit(input)
  expect(left()).toEqual([])
  await expect(owner.imports.commit(input)).resolves.toMatchObject({ id: input.id })
})

test('a picture that was kept, or refused, leaves no upload behind', async () => {
  const { owner, upload, left } = await makeUploader()
  await owner.assets.add({ grant: await upload('anh.jpg', await makePicture({ width: 40, height: 30 })) })
  expect(left()).toEqual([])
  const broken = await upload('anh.jpg', 'không phải ảnh')
  await expect(owner.assets.add({ grant: broken })).rejects.toMatchObject({
    data: { code: 'format-unknown' },
  })
  expect(left()).toEqual([])
})
