import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePicture } from '#workspace/assets/picture-making.test-kit.ts'
import { packageFolder } from '../store/paths.ts'
import {
  addPicture,
  approveStory,
  articleId,
  block,
  exportedStory,
  makeNewsroomWorkspace,
  makeStory,
  rewriteStory,
  valued,
  writeStory,
} from './package-making.test-kit.ts'
import { previewPage } from './page-preview.ts'

const request = { article: articleId, channel: 'portal', language: 'vi', mediaOrigin: '' }

async function makeApproved() {
  const made = await makeNewsroomWorkspace()
  const picture = await addPicture(made, await makePicture({ width: 1200, height: 800 }))
  const figure = block('f', 'figure', 'Đồi chè', { asset: picture.hash, alt: 'Đồi chè', credit: 'An' })
  await writeStory(made, makeStory([figure]))
  return { made, picture, figure }
}

/** What of a page depends on being looked at: its notice and where its pictures are. */
function bare(html: string): string {
  return html
    .replace(/<p class="preview"[^\n]*\n/, '')
    .replace(/(?:src|srcset)="[^"]*"/g, '')
    .replace(/ sizes="[^"]*"/g, '')
}

test('a page looked at is the one the package then holds, and says that it is only looked at (FLOW2)', async () => {
  const { made, picture } = await makeApproved()
  approveStory(made)
  const shown = valued(previewPage(made.context, { ...request, mediaOrigin: 'media://tramtin' }))
  expect(shown.html).toContain('chưa phải bộ tệp đăng')
  expect(shown.html).toContain(`src="media://tramtin/asset/${picture.hash}?width=1200"`)
  const { id, zipName } = await exportedStory(made, made.reporter)
  const folder = join(packageFolder(made.context.paths, id), zipName.replace(/\.zip$/, ''))
  expect(bare(shown.html)).toBe(bare(readFileSync(join(folder, 'vi/index.html'), 'utf8')))
})

test('text typed after the approval is not on the page (FLOW2)', async () => {
  const { made, figure } = await makeApproved()
  approveStory(made)
  await rewriteStory(made, makeStory([figure, block('n', 'paragraph', 'Câu mới chưa duyệt.')]))
  expect(valued(previewPage(made.context, request)).html).not.toContain('Câu mới')
})

test('what nobody approved says so on its page', async () => {
  const { made } = await makeApproved()
  const shown = valued(previewPage(made.context, request))
  expect(shown).toMatchObject({ approvedAt: null, html: expect.stringContaining('chưa duyệt') })
})

test('an internal article has no page, nor has one in a language the channel does not take', async () => {
  const { made } = await makeApproved()
  expect(previewPage(made.context, { ...request, language: 'fr' })).toMatchObject({ ok: false })
  await rewriteStory(made, makeStory([], { internal: true }))
  expect(previewPage(made.context, request)).toMatchObject({ failure: { code: 'internal-only' } })
})
