import cloudbase from '@cloudbase/node-sdk'
import type { Operation } from '../../../local/options'
import { place, pointSdkAt, type Place } from './place'

describe('the database, through the unchanged SDK', () => {
  let cloud: Place
  const open = () => cloudbase.init({ env: 'local-env' }).database()
  let db: ReturnType<typeof open>
  const operations: Operation[] = []
  beforeAll(async () => {
    cloud = await place({ onOperation: (one) => operations.push(one) })
    pointSdkAt(cloud.url)
    db = open()
  })
  afterAll(() => cloud.close())
  const things = () => db.collection('things')

  it('given a document, when it is read, then it is what was written, dates and all', async () => {
    const at = new Date(1764000000000)
    const { id } = (await things().add({
      code: 'a',
      state: 'open',
      rank: 1,
      at,
      deep: { list: [1, 'x', null] },
    })) as { id: string }
    const { data } = await things().doc(id).get()
    expect(data).toMatchObject([{ _id: id, at, deep: { list: [1, 'x', null] } }])
  })

  it('given commands, then counters count, lists grow and deep fields change without touching the rest', async () => {
    const _ = db.command
    await things()
      .doc('cmd')
      .set({ code: 'cmd', n: 1, list: ['a'], deep: { x: 1, y: 2 } })
    await things()
      .doc('cmd')
      .update({ n: _.inc(2), list: _.push(['b']), 'deep.x': 9 })
    const { data } = await things().doc('cmd').get()
    expect(data).toMatchObject([{ n: 3, list: ['a', 'b'], deep: { x: 9, y: 2 } }])
  })

  it('given a compare-and-set by two at once, then exactly one is updated', async () => {
    await things().doc('cas').set({ code: 'cas', rev: 1 })
    const one = (by: string) => things().where({ _id: 'cas', rev: 1 }).update({ rev: 2, by })
    const done = await Promise.all(['a', 'b', 'c', 'd'].map(one))
    expect(done.map((answer) => (answer as { updated: number }).updated).sort()).toEqual([0, 0, 0, 1])
  })

  it('given an index that is unique, then a second document with the same value is refused as CloudBase does', async () => {
    await things().add({ code: 'once' })
    await expect(things().add({ code: 'once' })).rejects.toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE' })
    await expect(things().add({ _id: 'cas', code: 'new' })).rejects.toMatchObject({
      code: 'DATABASE_DUPLICATE_WRITE',
    })
  })

  it('given an indexed list, then it is filtered, sorted, cut and projected', async () => {
    for (let i = 0; i < 25; i++)
      await things().add({ _id: `l${i}`, code: `l${i}`, state: 'list', rank: i, big: 'x' })
    const _ = db.command
    const page = await things()
      .where({ state: _.in(['list', 'other']), rank: _.gt(4) })
      .orderBy('rank', 'asc')
      .limit(3)
      .field({ rank: true })
      .get()
    expect(page.data).toEqual([5, 6, 7].map((rank) => ({ _id: `l${rank}`, rank })))
    expect((await things().where({ state: 'list' }).count()).total).toBe(25)
  })

  it('given 1,001 documents, then CloudBase answers 100 when none is named, what is named, and never more than 1,000', async () => {
    const all = Array.from({ length: 1001 }, (_, i) => ({ code: `many${i}`, state: 'many', rank: 5000 + i }))
    await things().add(all)
    const lengthOf = async (limit?: number) => {
      const found = things().where({ state: 'many' })
      return (await (limit === undefined ? found : found.limit(limit)).get()).data.length
    }
    expect([await lengthOf(), await lengthOf(101), await lengthOf(1000)]).toEqual([100, 101, 1000])
    // the SDK never asks for more by itself: past it, the door has to say so
    const asked = { action: 'database.getDocument', queryType: 'WHERE', collectionName: 'things' }
    const query = JSON.stringify({ state: 'many' })
    const { data } = await cloud.post('/admin', { ...asked, query, limit: 1001 })
    expect((data as { list: string[] }).list).toHaveLength(1000)
    expect((await things().where({ state: 'many' }).count()).total).toBe(1001)
  })

  it('given a query that SQL cannot answer, then it is answered all the same', async () => {
    const _ = db.command
    const found = await things()
      .where(_.or([{ code: /^l1\d$/ }, { rank: 24 }]))
      .get()
    expect(found.data).toHaveLength(11)
  })

  it('given a transaction that fails half way, then nothing of it is there', async () => {
    await expect(
      db.runTransaction(async (transaction: { collection: typeof db.collection }) => {
        await transaction.collection('things').doc('cas').update({ by: 'lost' })
        throw new Error('second thoughts')
      }),
    ).rejects.toThrow()
    const { data } = await things().doc('cas').get()
    expect(data[0].by).not.toBe('lost')
  })

  it('given counters raised in parallel, then none is lost', async () => {
    await things().doc('inc').set({ code: 'inc', n: 0 })
    const one = () =>
      things()
        .doc('inc')
        .update({ n: db.command.inc(1) })
    await Promise.all(Array.from({ length: 20 }, one))
    expect((await things().doc('inc').get()).data).toMatchObject([{ n: 20 }])
  })

  it('given a regular expression, then it matches with its options, beside an indexed field', async () => {
    await things().add({ _id: 're', code: 'Kraft-9', state: 're', rank: 1 })
    const found = (pattern: unknown) => things().where({ state: 're', code: pattern }).get()
    expect((await found(/^kraft/i)).data).toHaveLength(1)
    expect((await found(/^kraft/)).data).toHaveLength(0)
    expect((await found(db.RegExp({ regexp: '^KRAFT', options: 'i' }))).data).toHaveLength(1)
  })

  it('given a projection, then only these fields come, or all but these', async () => {
    await things().add({ _id: 'pro', code: 'pro', deep: { x: 1, y: 2 }, big: 'b' })
    const with_ = await things().where({ _id: 'pro' }).field({ 'deep.x': true }).get()
    const without = await things().where({ _id: 'pro' }).field({ big: false, deep: false }).get()
    expect(with_.data).toEqual([{ _id: 'pro', deep: { x: 1 } }])
    expect(without.data).toEqual([{ _id: 'pro', code: 'pro' }])
  })

  it('given set, then the document is replaced or made; given remove, then it is gone and counted', async () => {
    expect(await things().doc('new').set({ code: 'new' })).toMatchObject({ upsertedId: 'new' })
    expect(await things().doc('new').set({ code: 'new', state: 's' })).toMatchObject({ updated: 1 })
    expect((await things().doc('new').get()).data).toEqual([{ _id: 'new', code: 'new', state: 's' }])
    expect(await things().where({ code: 'new' }).remove()).toMatchObject({ deleted: 1 })
    expect(await things().doc('new').remove()).toMatchObject({ deleted: 0 })
    expect((await things().doc('new').get()).data).toEqual([])
  })

  it('given update and return, then the new document comes back, or nothing', async () => {
    await things().doc('uar').set({ code: 'uar', n: 1 })
    const update = (id: string) =>
      things()
        .where({ _id: id })
        .updateAndReturn({ n: db.command.inc(1) })
    expect(await update('uar')).toMatchObject({ updated: 1, doc: { _id: 'uar', n: 2 } })
    expect(await update('nobody')).toMatchObject({ updated: 0 })
  })

  it('given an aggregate, then it is matched, grouped and sorted', async () => {
    for (const rank of [1, 2, 3])
      await things().add({ _id: `g${rank}`, code: `g${rank}`, state: 'group', rank })
    const { list, data } = (await things()
      .aggregate()
      .match({ state: 'group' })
      .group({ _id: '$state', sum: db.command.aggregate.sum('$rank') })
      .end()) as { list?: unknown[]; data?: unknown[] }
    expect(list ?? data).toEqual([{ _id: 'group', sum: 6 }])
  })

  it('given a new collection, then it is there, and making it again is refused by name', async () => {
    await db.createCollection('made')
    await db.collection('made').add({ x: 1 })
    expect((await db.collection('made').get()).data).toHaveLength(1)
    await expect(db.createCollection('made')).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    })
  })

  it('given a field that begins with $, or an operator nobody knows, then the request is refused', async () => {
    const add = { action: 'database.insertDocument', collectionName: 'things', data: ['{"$set":1}'] }
    expect(await cloud.post('/admin', add)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    const query = { action: 'database.getDocument', collectionName: 'things', query: '{"code":{"$magic":1}}' }
    expect(await cloud.post('/admin', query)).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('$magic'),
    })
    const change = {
      ...query,
      action: 'database.modifyDocument',
      query: '{"_id":"cas"}',
      data: '{"$magic":{}}',
    }
    expect(await cloud.post('/admin', change)).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('$magic'),
    })
    const stages = [{ stageKey: '$magic', stageValue: '{}' }]
    const aggregate = { action: 'database.aggregateDocuments', collectionName: 'things', stages }
    expect(await cloud.post('/admin', aggregate)).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('$magic'),
    })
  })

  describe('a transaction', () => {
    const start = () => db.startTransaction()

    it('given a transaction, then it sees its own writes, others see them after its end', async () => {
      const transaction = await start()
      await transaction.collection('things').add({ _id: 'tx', code: 'tx', n: 1 })
      const { data } = await transaction.collection('things').doc('tx').get()
      expect(data).toMatchObject({ n: 1 })
      expect((await things().doc('tx').get()).data).toEqual([])
      await transaction.commit()
      expect((await things().doc('tx').get()).data).toMatchObject([{ n: 1 }])
    })

    it('given a document that is not there, then inside a transaction it is null', async () => {
      const transaction = await start()
      expect((await transaction.collection('things').doc('nobody').get()).data).toBeNull()
      await transaction.rollback()
    })

    it('given a rollback, then nothing of it is there and it has ended', async () => {
      const transaction = await start()
      await transaction.collection('things').doc('tx').update({ n: 7 })
      await transaction.rollback()
      expect((await things().doc('tx').get()).data).toMatchObject([{ n: 1 }])
      await expect(transaction.collection('things').doc('tx').get()).rejects.toMatchObject({
        code: 'DATABASE_TRANSACTION_FAIL',
      })
    })

    it('given somebody wrote before its first operation, then that is what it sees, and no conflict', async () => {
      const transaction = await start()
      await things().doc('tx').update({ n: 5 })
      await transaction
        .collection('things')
        .doc('tx')
        .update({ n: db.command.inc(1) })
      await transaction.commit()
      expect((await things().doc('tx').get()).data).toMatchObject([{ n: 6 }])
    })

    it('given 30 seconds have passed, then it has ended', async () => {
      const transaction = await start()
      const late = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000)
      const reading = transaction.collection('things').doc('tx').get()
      await expect(reading).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
      late.mockRestore()
    })

    it('given two that write one document, then the first wins and the other is told of the conflict', async () => {
      const [one, two] = [await start(), await start()]
      await one.collection('things').doc('tx').update({ n: 10 })
      await expect(two.collection('things').doc('tx').update({ n: 20 })).rejects.toMatchObject({
        code: 'DATABASE_TRANSACTION_CONFLICT',
      })
      await one.commit()
      expect((await things().doc('tx').get()).data).toMatchObject([{ n: 10 }])
    })

    it('given somebody wrote after it had begun, then its own write of that document is a conflict', async () => {
      const transaction = await start()
      await transaction.collection('things').doc('tx').get()
      await things().doc('tx').update({ n: 11 })
      await expect(transaction.collection('things').doc('tx').update({ n: 12 })).rejects.toMatchObject({
        code: 'DATABASE_TRANSACTION_CONFLICT',
      })
    })
  })

  it('given the server’s date with an offset, then it is the local clock’s', async () => {
    const { now } = (await (await fetch(`${cloud.url}/clock`)).json()) as { now: number }
    await things().add({ _id: 'date', code: 'date', at: db.serverDate({ offset: 3600_000 }) })
    const { data } = await things().doc('date').get()
    const ahead = (data as { at: Date }[])[0]!.at.getTime() - now
    expect(Math.round(ahead / 60_000)).toBe(60)
  })

  it('given a query, then who counts is told whether it read the whole collection', async () => {
    operations.length = 0
    await things().where({ state: 'list' }).get()
    await things().where({ nowhere: 1 }).get()
    await things().where({ nowhere: 1 }).count()
    expect(operations.map((one) => [one.action, one.collection, one.scanned])).toEqual([
      ['database.getDocument', 'things', false],
      ['database.getDocument', 'things', true],
      ['database.calculateDocument', 'things', true],
    ])
  })

  it('given a collection that is not there, then the SDK is told so by name', async () => {
    await expect(db.collection('nowhere').get()).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    })
  })

  it('given something this place has not, then it fails with its own name', async () => {
    const answer = await cloud.post('/admin', { action: 'database.dropEverything' })
    expect(answer).toMatchObject({
      code: 'LOCAL_NOT_SUPPORTED',
      message: '本地云还没有 action database.dropEverything',
    })
  })
})
