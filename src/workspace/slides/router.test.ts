import { expect, test } from 'vitest'
import { exampleScreens } from '#domain/led/screen.ts'
import { clientOf, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import { texts } from './slide-cases.test-kit.ts'

const screen = {
  id: 'cong-ubnd',
  name: 'Cổng UBND',
  width: 192,
  height: 65,
  theme: 'tea',
  sharp: true,
  encoding: 'tcvn3',
} as const
const lines = [...(texts['vi'] ?? [])]

test('a new workspace has the example screens; they are added to, changed and removed', async () => {
  const { owner: client } = await makeNewsroom(await makeWorkspace())
  expect(await client.slides.screens()).toEqual(exampleScreens)
  expect((await client.slides.putScreen(screen)).map(({ id }) => id)).toEqual([
    ...exampleScreens.map(({ id }) => id),
    screen.id,
  ])
  await client.slides.putScreen({ ...screen, height: 64 })
  expect((await client.slides.screens()).at(-1)).toEqual({ ...screen, height: 64 })
  expect(await client.slides.removeScreen({ id: screen.id })).toEqual(exampleScreens)
})

test('a preview has every slide at exact pixels, its seconds, and the size of the film', async () => {
  const { owner: client } = await makeNewsroom(await makeWorkspace())
  const preview = await client.slides.preview({ lines, language: 'vi', screen })
  expect(preview).toMatchObject({ width: 192, height: 65, film: { width: 192, height: 66 } })
  expect(preview.seconds).toBeCloseTo(preview.slides.reduce((sum, { seconds }) => sum + seconds, 0))
  for (const { png } of preview.slides) {
    const bytes = Buffer.from(png, 'base64')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([192, 65])
  }
  const listed = await client.slides.preview({ lines, language: 'vi', screen: { id: 'p10-384x192' } })
  expect([listed.width, listed.height]).toEqual([384, 192])
})

test('a screen that is not in the list is a failure, and nobody changes the list without signing in', async () => {
  const workspace = await makeWorkspace()
  const { owner: client } = await makeNewsroom(workspace)
  await expect(
    client.slides.preview({ lines, language: 'vi', screen: { id: 'none' } }),
  ).rejects.toMatchObject({
    data: { code: 'screen-unknown' },
  })
  const stranger = clientOf(workspace)
  await expect(stranger.slides.putScreen(screen)).rejects.toMatchObject({ data: { code: 'not-signed-in' } })
  await expect(client.slides.putScreen({ ...screen, width: 4 })).rejects.toThrow()
})
