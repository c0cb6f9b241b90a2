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

test('given a photo that came, when the app dies at once, then it is kept without waiting for a key', async () => {
  const phone = wechat()
  const { saveDraft } = await drafts()
  saveDraft('submit-v850', { description: 'X', media: [{ id: 'm1' }] })
  expect(phone.storage.get('draft:submit-v850')).toMatchObject({ value: { media: [{ id: 'm1' }] } })
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

describe('a draft belongs to its machine', () => {
  it('given one begun for V850, when the form is opened for V1160, then it is empty and the other is kept', async () => {
    wechat()
    const { beginDraft, saveDraft } = await drafts()
    const first = beginDraft<object>('submit', 'QHV850-2403-016')
    saveDraft(first.name, { description: '换刀卡住' })
    expect(beginDraft('submit', 'QHV1160-2501-003').kept).toBeNull()
    expect(beginDraft('submit', 'QHV850-2403-016').kept?.value).toEqual({ description: '换刀卡住' })
  })

  it('given none is named, then the one that was typed in last comes back, of this form only', async () => {
    jest.useFakeTimers()
    wechat()
    const { beginDraft, flushDrafts, saveDraft } = await drafts()
    for (const [name, text] of [
      ['submit', '一'],
      ['submit@V1160', '二'],
      ['submit-inquiry@V850', '三'],
    ] as const) {
      saveDraft(name, text)
      flushDrafts()
      jest.advanceTimersByTime(1000)
    }
    expect(beginDraft('submit', '')).toMatchObject({ name: 'submit@V1160', kept: { value: '二' } })
    jest.useRealTimers()
  })

  it('given the person turns to another machine while writing, then what he wrote goes with him, once', async () => {
    wechat()
    const { beginDraft, moveDraft, saveDraft } = await drafts()
    const { name } = beginDraft<string>('submit', '')
    saveDraft(name, '漏油')
    const moved = moveDraft(name, 'submit', 'V850')
    expect(moved).toBe('submit@V850')
    expect(beginDraft('submit', 'V850').kept?.value).toBe('漏油')
    expect(beginDraft('submit', '').name).toBe('submit@V850')
  })
})
