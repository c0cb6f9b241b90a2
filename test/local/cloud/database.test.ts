import cloudbase from '@cloudbase/node-sdk'
import { place, pointSdkAt, type Place } from './place'

describe('the database, through the unchanged SDK', () => {
  let cloud: Place
  const open = () => cloudbase.init({ env: 'local-env' }).database()
  let db: ReturnType<typeof open>
  beforeAll(async () => {
    cloud = await place()
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
