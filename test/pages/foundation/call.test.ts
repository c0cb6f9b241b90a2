import { refused, wechat } from './wechat'

async function door() {
  jest.resetModules()
  return import('../../../miniprogram/services/call')
}

test('given a refusal, when calling, then its code and words are thrown', async () => {
  const phone = wechat()
  phone.cloud = () => refused('NOT_FOUND', '没有这张工单或无权查看')
  const { call, RefusedError } = await door()
  const error = await call('ticket.open', { id: 't1' }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(RefusedError)
  expect(error).toMatchObject({ refusal: { code: 'NOT_FOUND' }, requestId: 'r1' })
})

test('given no answer, when what was asked carries no key, then it is not asked twice', async () => {
  const phone = wechat()
  phone.cloud = () => {
    throw { errMsg: 'cloud.callFunction:fail -504003' }
  }
  const { call } = await door()
  await expect(call('session.open', {})).rejects.toMatchObject({ offline: false })
  expect(phone.calls).toHaveLength(1)
})

test('given no network, when calling, then the error says so', async () => {
  const phone = wechat()
  phone.network(false)
  const { call } = await door()
  await expect(call('session.open', {})).rejects.toMatchObject({ offline: true })
})

test('given an answer that is none of ours, when calling, then it counts as no answer', async () => {
  wechat()
  const { call, UnreachableError } = await door()
  Object.assign(wx.cloud, { callFunction: async () => ({ errMsg: 'cloud.callFunction:ok' }) })
  await expect(call('session.open', {})).rejects.toBeInstanceOf(UnreachableError)
})
