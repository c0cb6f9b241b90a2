import { pageWith, refused, wechat } from './wechat'

async function services() {
  jest.resetModules()
  const { act, idle } = await import('../../../miniprogram/services/act')
  const { call } = await import('../../../miniprogram/services/call')
  const move = () =>
    call('ticket.move', { id: 't1', key: 'intention', move: 'verify', visit: null, input: {} })
  return { act, idle, move }
}

test('given a job that is on, when the button is tapped again, then nothing more is done', async () => {
  const phone = wechat()
  const { act, idle, move } = await services()
  const page = pageWith({ ...idle })
  const [first, second] = await Promise.all([act(page, move), act(page, move)])
  expect(first).not.toBeNull()
  expect(second).toBeNull()
  expect(phone.calls).toHaveLength(1)
  expect(page.data.busy).toBe(false)
})

test('given a refusal with fields, when acting, then each message stands at its field', async () => {
  const phone = wechat()
  phone.cloud = () =>
    refused('INVALID_INPUT', '有内容需要修改', { fields: { chargeReason: '请填写收费依据' } })
  const { act, idle, move } = await services()
  const page = pageWith({ ...idle })
  expect(await act(page, move)).toBeNull()
  expect(page.data).toMatchObject({
    errors: { chargeReason: '请填写收费依据' },
    problem: { words: '有内容需要修改', code: 'INVALID_INPUT' },
    busy: false,
  })
})

test('given that somebody was faster, when acting, then a dialog says who and shows the latest', async () => {
  const phone = wechat()
  phone.cloud = () => refused('CONFLICT', '工单刚被 沈晓雯 更新(10:31)')
  const { act, idle, move } = await services()
  const page = pageWith({ ...idle })
  await act(page, move)
  expect(phone.modals).toMatchObject([{ content: '工单刚被 沈晓雯 更新(10:31)', confirmText: '查看最新' }])
  expect(page.refreshed).toBe(1)
})
