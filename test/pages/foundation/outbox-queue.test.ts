import type { Post } from '../../../miniprogram/services/outbox'
import { app, photo } from './outbox-app'
import { refused, settle, wechat, type WeChat } from './wechat'

const departing = (id: string, key: string, move: 'depart' | 'arrive' | 'report' = 'depart') =>
  ({
    action: 'ticket.move',
    title: move,
    files: [],
    input: { id, key, move, visit: 'v1', input: {} },
  }) satisfies Post<'ticket.move'>
const leaving = {
  action: 'ticket.move',
  title: '核对离场码',
  files: [],
  input: { id: 't1', key: 'key-leave-1', move: 'leave', visit: 'v1', input: { code: '999999' } },
} satisfies Post<'ticket.move'>
const moves = (phone: WeChat) =>
  phone.calls.filter(({ action }) => action === 'ticket.move').map(({ input }) => `${input.id} ${input.move}`)
const moved = (id: unknown) => ({ ticket: { id, visits: [] }, uploads: [] })

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

  test.each([
    ['LEAVE_CODE_WRONG', '离场码不对,还可试 2 次', 1],
    ['LEAVE_CODE_EXPIRED', '离场码已过期,请用户重新打开回执', 1],
    ['CONFLICT', '工单刚被 方立新 更新', 2],
  ])(
    'given a departure that waited and is refused with %s, when it is tried again by hand, then no try of a code is spent by that',
    async (code, words, times) => {
      const phone = wechat()
      const { post, retryOutbox, outboxItems } = await app()
      phone.network(false)
      await post(leaving)
      phone.cloud = () => refused(code, words)
      phone.network(true)
      await settle()
      await retryOutbox()
      expect(moves(phone)).toEqual(Array.from({ length: times }, () => 't1 leave'))
      expect(outboxItems()).toMatchObject([{ state: 'refused', code, words }])
    },
  )

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
