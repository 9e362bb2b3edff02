import i18next from 'i18next'
import { expect, test } from 'vitest'
import { failure } from '#contract/failures.ts'
import { formatOf } from '../../i18n/format.ts'
import { failureSentence } from './sentence.ts'

const { default: failures } = await import('../../../../locales/vi/failures.json', { with: { type: 'json' } })
const { default: common } = await import('../../../../locales/vi/common.json', { with: { type: 'json' } })

const instance = i18next.createInstance()
await instance.init({
  lng: 'vi',
  ns: ['failures', 'common'],
  interpolation: { escapeValue: false },
  resources: { vi: { failures, common } },
})
const t = instance.getFixedT('vi', 'failures')
const format = formatOf('vi')

test('a failure says where it happened', () => {
  const { what } = failureSentence(failure('disk-full', { path: 'D:\\Bao' }), t, format)
  expect(what).toBe('Ổ đĩa đã đầy nên chưa ghi được vào D:\\Bao.')
})

test('roles, actions and states are said in words, never as codes', () => {
  const { what } = failureSentence(failure('role-missing', { needs: ['approver', 'head'] }), t, format)
  expect(what).toBe('Việc này cần vai trò người duyệt và trưởng ban.')
  const refused = failure('state-refuses', { action: 'approve', state: 'returned' })
  expect(failureSentence(refused, t, format).what).toContain('trả về sửa')
})

test('a wrong PIN says how long to wait, when there is a wait', () => {
  expect(failureSentence(failure('pin-wrong', { waitSeconds: 0 }), t, format).todo).toMatch(/^Nhập lại/)
  expect(failureSentence(failure('pin-wrong', { waitSeconds: 8 }), t, format).todo).toMatch(/^Đợi 8 giây/)
})

test('sizes are written for people', () => {
  const tooLarge = failure('file-too-large', {
    name: 'anh.jpg',
    bytes: 90 * 1024 ** 2,
    limit: 64 * 1024 ** 2,
  })
  expect(failureSentence(tooLarge, t, format).what).toBe('Tệp anh.jpg nặng 90 MB, quá mức 64 MB.')
})
