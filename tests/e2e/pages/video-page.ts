import type { Page } from 'playwright-core'

/** The video desk, as a person sees it. */
export function videoPage(page: Page) {
  const desk = page.getByRole('region', { name: 'Phụ đề clip' })
  const cues = desk.getByRole('list', { name: /đoạn phụ đề/ })
  return {
    desk,
    cues,
    line: (words: string) => cues.getByRole('listitem').filter({ hasText: words }),
    picture: page.locator('video'),
    words: desk.getByRole('textbox', { name: 'Phụ đề', exact: true }),
    now: async () => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime),
    async addClip(path: string): Promise<void> {
      await desk.locator('input[type="file"]').first().setInputFiles(path)
      await desk.getByText('Clip chưa có phụ đề').waitFor({ timeout: 60_000 })
    },
    async begin(language: string, from: string | null): Promise<void> {
      await page.getByRole('button', { name: 'Thêm ngôn ngữ' }).first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Ngôn ngữ').selectOption({ label: language })
      if (from !== null) await dialog.getByLabel('Dịch từ').selectOption({ label: from })
      await dialog.getByRole('button', { name: 'Bắt đầu' }).click()
      await dialog.waitFor({ state: 'detached' })
      const title = from === null ? language : `${from} → ${language}`
      await desk.getByText(title, { exact: true }).waitFor()
    },
    async open(language: string): Promise<void> {
      await page.getByRole('button', { name: new RegExp(`^${language}`) }).click()
    },
    async chooseSubtitles(path: string): Promise<void> {
      await desk.locator('input[type="file"]').last().setInputFiles(path)
    },
    async send(): Promise<void> {
      await desk.getByRole('button', { name: 'Duyệt' }).click()
      await page.getByRole('button', { name: 'Gửi duyệt' }).first().click()
      await page.getByRole('button', { name: /^Gửi/ }).last().click()
      await page
        .getByText(/chờ duyệt/i)
        .first()
        .waitFor()
    },
  }
}
