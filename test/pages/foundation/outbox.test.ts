import type { Post } from '../../../miniprogram/services/outbox'
import { app, photo } from './outbox-app'
import { refused, settle, wechat, type WeChat } from './wechat'

const request = (photos: string[] = []): Post<'ticket.submit'> => ({
  action: 'ticket.submit',
  title: '报修 V850 · 报警停机',
  files: photos.map(photo),
  input: {
    key: 'one-intention',
    equipmentId: 'v850',
    symptom: 'alarm',
    description: 'X 轴回零报警',
    production: 'stopped',
    contactName: '孙小兵',
    contactPhone: '',
    wish: 'asap',
    wishAt: null,
    media: [],
  },
})
const sent = (phone: WeChat) => phone.calls.filter(({ action }) => action === 'ticket.submit')
const ticket = (photos: string[] = []) => ({
  id: 't1',
  no: 'BX-1',
  uploads: photos.map((id) => ({ id, path: `tickets/t1/${id}` })),
})

/** A cloud that writes a ticket per key, as the real one does. */
function cloudOf(photos: string[] = []) {
  return (action: string) => (action === 'ticket.submit' ? ticket(photos) : { id: 't1' })
}

test('given a network, when a request is posted, then its number comes at once and its photos follow', async () => {
  const phone = wechat()
  phone.cloud = cloudOf(['p1', 'p2'])
  phone.files = new Set(['wxfile://usr/p1.jpg', 'wxfile://usr/p2.jpg'])
  const { post, outboxItems } = await app()
  const posted = await post(request(['p1', 'p2']))
  expect(posted).toEqual({ state: 'sent', output: ticket(['p1', 'p2']) })
  await settle()
  expect(phone.uploads.sort()).toEqual(['tickets/t1/p1', 'tickets/t1/p2'])
  expect(phone.calls.filter(({ action }) => action === 'media.arrived')).toHaveLength(2)
  expect(outboxItems()).toEqual([])
  expect(phone.files.size).toBe(0)
})

test('given no network, when a request is posted, then it waits and goes out once when the network is back', async () => {
  const phone = wechat()
  phone.cloud = cloudOf()
  const { post, outboxItems } = await app()
  phone.network(false)
  expect(await post(request())).toEqual({ state: 'queued' })
  expect(outboxItems()).toMatchObject([{ title: '报修 V850 · 报警停机', state: 'waiting' }])
  phone.network(true)
  await settle()
  expect(sent(phone)).toHaveLength(1)
  expect(outboxItems()).toEqual([])
})

test('given a request that waits, when the app is started anew, then it goes out with the same key', async () => {
  const before = wechat()
  const first = await app()
  before.network(false)
  await first.post(request())
  const phone = wechat(before.storage)
  phone.cloud = cloudOf()
  const { flushOutbox, outboxItems } = await app()
  await flushOutbox()
  expect(sent(phone).map(({ input }) => input.key)).toEqual(['one-intention'])
  expect(outboxItems()).toEqual([])
})

test('given an answer that is lost after the write, when posting, then the same key asks again and gets it', async () => {
  const phone = wechat()
  let first = true
  phone.cloud = () => {
    if (!first) return ticket()
    first = false
    throw { errMsg: 'cloud.callFunction:fail timeout' }
  }
  const { post } = await app()
  expect(await post(request())).toMatchObject({ state: 'sent', output: { id: 't1' } })
  expect(new Set(sent(phone).map(({ input }) => input.key)).size).toBe(1)
  expect(sent(phone)).toHaveLength(2)
})

test('given two posts of one intention at the same time, then one call is made', async () => {
  const phone = wechat()
  phone.cloud = cloudOf()
  const { post } = await app()
  await Promise.all([post(request()), post(request())])
  expect(sent(phone)).toHaveLength(1)
})

test('given the door says no, when posting, then the words come back and nothing is kept here', async () => {
  const phone = wechat()
  phone.cloud = () => refused('RATE_LIMITED', '操作太快')
  const { post, outboxItems } = await app()
  await expect(post(request())).rejects.toThrow('操作太快')
  expect(outboxItems()).toEqual([])
})

test('given the door says no to what had waited, then it stays, with its words, until the person gives it up', async () => {
  const phone = wechat()
  const { post, flushOutbox, outboxItems, discard } = await app()
  phone.network(false)
  await post(request())
  phone.cloud = () => refused('CONFLICT', '工单刚被 方立新 更新')
  phone.network(true)
  await settle()
  expect(outboxItems()).toMatchObject([{ state: 'refused', words: '工单刚被 方立新 更新' }])
  await flushOutbox()
  expect(sent(phone)).toHaveLength(1)
  await discard(['one-intention'])
  expect(outboxItems()).toEqual([])
})

test('given a photo that does not get through, then the ticket stands and the photo goes later', async () => {
  const phone = wechat()
  phone.cloud = cloudOf(['p1', 'p2'])
  phone.files = new Set(['wxfile://usr/p1.jpg', 'wxfile://usr/p2.jpg'])
  phone.store = (path) => {
    if (path.endsWith('p2')) throw { errMsg: 'uploadFile:fail' }
  }
  const { post, flushOutbox, outboxItems } = await app()
  expect(await post(request(['p1', 'p2']))).toMatchObject({ state: 'sent' })
  await settle()
  expect(outboxItems()).toMatchObject([
    { state: 'files', ticketId: 't1', files: [{ id: 'p2', failed: true }] },
  ])
  phone.store = () => {}
  await flushOutbox()
  expect(phone.uploads).toContain('tickets/t1/p2')
  expect(outboxItems()).toEqual([])
})

test('given no network, when the office enters a letter with its photo, then it waits under the key of its request and goes out once', async () => {
  const phone = wechat()
  phone.files = new Set(['wxfile://usr/p1.jpg'])
  const { post, outboxItems } = await app()
  phone.network(false)
  const { input } = request(['p1'])
  const entry: Post<'ticket.enter'> = {
    action: 'ticket.enter',
    title: '代客登记 报修 V850',
    files: [photo('p1')],
    input: {
      companyId: 'c1',
      ownerPid: null,
      source: 'letter',
      letterNo: 'LX-2611-018',
      requestedAt: 1,
      special: '',
      despite: false,
      request: input,
    },
  }
  expect(await post(entry)).toEqual({ state: 'queued' })
  expect(outboxItems()).toMatchObject([{ key: 'one-intention', state: 'waiting' }])
  phone.cloud = (action) => (action === 'ticket.enter' ? ticket(['p1']) : { id: 't1' })
  phone.network(true)
  await settle()
  expect(phone.calls.filter(({ action }) => action === 'ticket.enter')).toHaveLength(1)
  expect(phone.uploads).toEqual(['tickets/t1/p1'])
  expect(outboxItems()).toEqual([])
})
