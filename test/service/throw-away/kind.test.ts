// A new kind of record is a table and its options: the engine, the door and the rest are there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { doorOf } from '../../../cloudfunctions/api/door'
import type { Answer } from '../../../typings/contract'
import { pointSdkAt } from '../../local/cloud/place'
import { pidOf, World } from '../world'
import { loanMove, loans } from './loan'

const door = doorOf({ 'loan.move': loanMove })
const knock = (openid: string, move: string, key: string): Promise<Answer<unknown>> =>
  door(
    { action: 'loan.move', input: { id: 'loan-1', key, move } },
    {
      ...{ request_id: key, namespace: 'test', function_name: 'api', function_version: '$LATEST' },
      ...{ memory_limit_in_mb: 256, time_limit_in_ms: 10_000 },
      environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: openid }),
    },
  )

describe('a throw-away kind of record', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
    pointSdkAt(world.server.url)
    await loans.insert({
      ...{ _id: 'loan-1', rev: 1, state: 'asked', updatedAt: 0, events: [], untold: [], untoldSince: null },
    })
  })
  afterAll(() => world.close())

  it('given three states, then the whole kind is told in at most 60 lines, its imports aside', () => {
    const all = readFileSync(join(__dirname, 'loan.ts'), 'utf8').split('\n')
    const lines = all.filter((line) => line !== '' && !line.startsWith('import ') && !line.startsWith('//'))
    expect(lines.length).toBeLessThanOrEqual(60)
  })

  it('given each of its moves, then only whom the table names makes it, from where it leads on, and once', async () => {
    expect(await knock('zhouhai', 'lend', 'k-1')).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_ALLOWED' },
    })
    expect(await knock('shenxiaowen', 'lend', 'k-2')).toMatchObject({ ok: true, data: { state: 'lent' } })
    expect(await knock('shenxiaowen', 'lend', 'k-2')).toMatchObject({ ok: true, data: { state: 'lent' } })
    expect(await knock('shenxiaowen', 'lend', 'k-3')).toMatchObject({
      ok: false,
      refusal: { code: 'CONFLICT', words: expect.stringContaining('借用单刚被 沈晓雯 更新') },
    })
    expect(await knock('zhouhai', 'giveBack', 'k-4')).toMatchObject({ ok: true, data: { state: 'back' } })
    expect(await knock('liguoqiang', 'lend', 'k-5')).toMatchObject({
      ok: false,
      refusal: { code: 'NO_PERMISSION' },
    })
    expect(await loans.get('loan-1')).toMatchObject({
      ...{ rev: 3, state: 'back' },
      events: [
        { move: 'lend', by: { pid: pidOf('shenxiaowen') }, words: '已借出' },
        { move: 'giveBack', by: { pid: pidOf('zhouhai') }, words: '已归还' },
      ],
    })
  })

  it('given it was lent, then who has the role is told of it, once', async () => {
    const { items } = await world.call('shenxiaowen', 'inbox.list', {})
    expect(items.filter(({ title }) => title === '扳手可以来取')).toHaveLength(1)
  })
})
