import type { Post } from '../../../miniprogram/services/outbox'
import { refused, settle, wechat, type WeChat } from './wechat'

// A fresh app on the given phone, as after a restart.
async function app() {
  jest.resetModules()
  const outbox = await import('../../../miniprogram/services/outbox')
  const network = await import('../../../miniprogram/services/network')
  network.watchNetwork()
  outbox.watchOutbox()
  await settle()
  return outbox
}

const photo = (id: string) => ({ id, kind: 'photo' as const, slot: '', localPath: `wxfile://usr/${id}.jpg` })
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
const departing = (id: string, key: string, move: 'depart' | 'arrive' | 'report' = 'depart') =>
  ({
    action: 'ticket.move',
    title: move,
    files: [],
    input: { id, key, move, visit: 'v1', input: {} },
  }) satisfies Post<'ticket.move'>
const moves = (phone: WeChat) =>
  phone.calls.filter(({ action }) => action === 'ticket.move').map(({ input }) => `${input.id} ${input.move}`)
const moved = (id: unknown) => ({ ticket: { id, visits: [] }, uploads: [] })

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

describe('a queue per ticket', () => {
  const handed = () => refused('CONFLICT', '这张工单已被 方立新 改派给 马志强。您的记录已保留,请核对')
  /** A visit of two tickets without a network, and then a fresh app on the same phone. */
  async function afterTheCellar(cloud: WeChat['cloud']) {
    const cellar = wechat()
    cellar.network(false)
    const first = await app()
    await first.post(departing('t1', 'key-depart-1'))
    await first.post(departing('t1', 'key-arrive-1', 'arrive'))
    await first.post(departing('t2', 'key-depart-2'))
    await first.post({ ...departing('t1', 'key-report-1', 'report'), files: [photo('p1')] })
    const phone = wechat(cellar.storage)
    phone.files = new Set(['wxfile://usr/p1.jpg'])
    phone.cloud = cloud
    return { phone, ...(await app()) }
  }

  test('given moves made without a network, when the app is started anew with one, then each ticket’s go up in their order with their own time', async () => {
    const made = Date.now()
    const { phone, flushOutbox, outboxItems } = await afterTheCellar((_action, { id }) => moved(id))
    await flushOutbox()
    expect(moves(phone).filter((one) => one.startsWith('t1'))).toEqual([
      't1 depart',
      't1 arrive',
      't1 report',
    ])
    expect(moves(phone)).toContain('t2 depart')
    for (const { input } of phone.calls) expect(input.doneAt).toBeGreaterThanOrEqual(made)
    expect(outboxItems()).toEqual([])
  })

  test('given a move made with a network, then it carries no time of its own', async () => {
    const phone = wechat()
    phone.cloud = (_action, { id }) => moved(id)
    const { post } = await app()
    await post(departing('t1', 'key-depart-1'))
    expect(phone.calls.map(({ input }) => input.doneAt)).toEqual([undefined])
  })

  test('given the first of a ticket is refused, then the rest of it waits whole, and the other ticket goes on', async () => {
    const { phone, flushOutbox, outboxItems } = await afterTheCellar((_action, { id }) =>
      id === 't1' ? handed() : moved(id),
    )
    await flushOutbox()
    await flushOutbox()
    expect(moves(phone).sort()).toEqual(['t1 depart', 't2 depart'])
    expect(outboxItems().map(({ key, state }) => [key, state])).toEqual([
      ['key-depart-1', 'refused'],
      ['key-arrive-1', 'waiting'],
      ['key-report-1', 'waiting'],
    ])
    expect(outboxItems()[2]!.files).toHaveLength(1)
    expect(phone.files.size).toBe(1)
  })

  test('given a record whose photo does not get through, then the ticket’s next move goes up all the same', async () => {
    const phone = wechat()
    phone.files = new Set(['wxfile://usr/p1.jpg'])
    phone.store = () => {
      throw { errMsg: 'uploadFile:fail' }
    }
    phone.cloud = (_action, { id, move }) =>
      move === 'report' ? { ...moved(id), uploads: [{ id: 'p1', path: 'tickets/t1/p1' }] } : moved(id)
    const { post, flushOutbox, outboxItems } = await app()
    await post({ ...departing('t1', 'key-report-1', 'report'), files: [photo('p1')] })
    await flushOutbox()
    expect(outboxItems()).toMatchObject([{ state: 'files', files: [{ failed: true }] }])
    phone.network(false)
    await post(departing('t1', 'key-depart-1'))
    phone.network(true)
    await flushOutbox()
    expect(moves(phone)).toEqual(['t1 report', 't1 depart'])
    expect(outboxItems()).toMatchObject([{ key: 'key-report-1', state: 'files' }])
  })

  test('given the server is busy for one ticket, then nothing is refused, and the other ticket goes on', async () => {
    const { phone, flushOutbox, outboxItems } = await afterTheCellar((_action, { id }) =>
      id === 't1' ? refused('BUSY', '系统开小差了') : moved(id),
    )
    await flushOutbox()
    expect(moves(phone)).toContain('t2 depart')
    expect(outboxItems().map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
    phone.cloud = (_action, { id }) => moved(id)
    await flushOutbox()
    expect(outboxItems()).toEqual([])
  })

  test('given something does not get through though there is a network, then it is tried again by itself', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] })
    const { phone, flushOutbox, outboxItems } = await afterTheCellar(() => refused('BUSY', '系统开小差了'))
    await flushOutbox()
    phone.cloud = (_action, { id }) => moved(id)
    await jest.advanceTimersByTimeAsync(60_000)
    await settle()
    expect(outboxItems()).toEqual([])
    jest.useRealTimers()
  })

  test('given sending is asked for many times at once, then every key is sent once', async () => {
    const { phone, flushOutbox } = await afterTheCellar((_action, { id }) => moved(id))
    await Promise.all([flushOutbox(), flushOutbox(), flushOutbox()])
    await flushOutbox()
    expect(phone.calls.map(({ input }) => input.key).sort()).toEqual([
      'key-arrive-1',
      'key-depart-1',
      'key-depart-2',
      'key-report-1',
    ])
  })

  test('given earlier moves of the ticket wait, when another is made with a network, then they go up before it', async () => {
    const { phone, post } = await afterTheCellar((_action, { id }) => moved(id))
    await post(departing('t1', 'key-late', 'report'))
    expect(moves(phone).filter((one) => one.startsWith('t1'))).toEqual([
      't1 depart',
      't1 arrive',
      't1 report',
      't1 report',
    ])
  })

  test('given a refused record, when it is attached, then it goes up as notes with all its text and its photo', async () => {
    const { phone, flushOutbox, outboxItems } = await afterTheCellar((action, { id, move }) => {
      if (action === 'media.arrived') return { id }
      if (move === 'addNote') return { ...moved(id), uploads: [{ id: 'p1', path: 'tickets/t1/p1' }] }
      return id === 't1' ? handed() : moved(id)
    })
    await flushOutbox()
    const { attach } = await import('../../../miniprogram/services/outbox-notes')
    await attach('t1')
    const notes = phone.calls.filter(({ input }) => input.move === 'addNote').map(({ input }) => input)
    expect(notes.map((note) => String((note.input as { text: string }).text).split('(')[0])).toEqual([
      'depart',
      'arrive',
      'report',
    ])
    expect(phone.uploads).toEqual(['tickets/t1/p1'])
    expect(outboxItems()).toEqual([])
  })

  test('given not even a note may be written, then the text is still here to hand on', async () => {
    const { flushOutbox, outboxItems } = await afterTheCellar((_action, { id }) =>
      id === 't1' ? handed() : moved(id),
    )
    await flushOutbox()
    const { attach, textOf } = await import('../../../miniprogram/services/outbox-notes')
    await attach('t1')
    expect(outboxItems()[0]).toMatchObject({ state: 'refused', note: true })
    expect(textOf(outboxItems().map(({ key }) => key))).toMatch(
      /^depart\(.*离线记录\)\n\narrive\(.*离线记录\)\n\nreport\(/,
    )
  })

  test('given a full phone, when something is posted, then the person is told and the form keeps it', async () => {
    wechat()
    const { post, outboxItems } = await app()
    wx.setStorageSync = () => {
      throw { errMsg: 'setStorageSync:fail exceed storage max size 10Mb' }
    }
    const { problemOf } = await import('../../../miniprogram/services/problem')
    const error: unknown = await post(departing('t1', 'key-depart-1')).catch((caught: unknown) => caught)
    expect(problemOf(error)).toMatchObject({ code: 'FULL', words: '手机里待上传内容过多,请连上网先传完' })
    expect(outboxItems()).toEqual([])
  })
})
