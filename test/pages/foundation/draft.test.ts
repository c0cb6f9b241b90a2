import { wechat } from './wechat'

async function drafts() {
  jest.resetModules()
  return import('../../../miniprogram/services/draft')
}

test('given typing, when half a second passes without a key, then the last text is kept, once', async () => {
  jest.useFakeTimers()
  const phone = wechat()
  const { saveDraft } = await drafts()
  saveDraft('submit-v850', { description: 'X' })
  saveDraft('submit-v850', { description: 'X 轴' })
  expect(phone.storage.size).toBe(0)
  jest.advanceTimersByTime(500)
  jest.useRealTimers()
  expect(phone.storage.get('draft:submit-v850')).toMatchObject({ value: { description: 'X 轴' } })
})

test('given typing, when the app goes to the background at once, then nothing is lost', async () => {
  const before = wechat()
  const first = await drafts()
  first.saveDraft('submit-v850', { description: 'X 轴回零' })
  first.flushDrafts()
  wechat(before.storage)
  const { loadDraft } = await drafts()
  expect(loadDraft('submit-v850')?.value).toEqual({ description: 'X 轴回零' })
})

test('given a draft, when the form was sent, then nothing comes back', async () => {
  wechat()
  const { saveDraft, clearDraft, flushDrafts, loadDraft } = await drafts()
  saveDraft('submit-v850', { description: 'X' })
  clearDraft('submit-v850')
  flushDrafts()
  expect(loadDraft('submit-v850')).toBeNull()
})
