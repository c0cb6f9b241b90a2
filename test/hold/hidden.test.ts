// A complaint about a person is not there for him: every action that can be asked is asked as him, with every tab,
// queue, machine and search, and nothing in any answer gives it away; not a number more than before.
import { machines } from '../../demo/machines'
import { inputs, type ActionName } from '../../miniprogram/domain/door/inputs'
import { queues } from '../../miniprogram/domain/workbench/queues'
import { wellFormed } from './permissions/inputs'
import { writes } from './permissions/writes'
import { at, complaint, entry, newKey, pidOf, World } from '../service/world'

/** A word that stands in the complaints about one person only. */
const secretOf = (who: string): string => `暗语${who}蓝月亮`
const served = ['fanglixin', 'shenxiaowen', 'zhouhai'] as const

interface Traces {
  id: string
  no: string
  secret: string
}

const tabs = ['yours', 'open', 'finished'] as const
const keys = [...new Set(Object.values(queues).flatMap((list) => list.map(({ key }) => key)))]

/** Every input of an action that might show it. */
function waysOf(action: ActionName, { id, no, secret }: Traces): unknown[] {
  const searches = [undefined, no, no.slice(-4), 'TS-', 'V850', secret]
  const ways: Partial<Record<ActionName, unknown[]>> = {
    'ticket.list': tabs.flatMap((tab) => searches.map((search) => ({ tab, search }))),
    'work.queue': keys.map((queue) => ({ queue })),
    'equipment.open': machines.map(({ serial }) => ({ serial })),
    'approve.open': [{}, { id }],
  }
  return ways[action] ?? [wellFormed(id)[action]]
}

let world: World
const asked = Object.keys(inputs).filter((one) => !writes.includes(one as ActionName)) as ActionName[]

/** All answers that somebody gets, as one text each; what runs on with the clock is left out. */
async function answers(who: string, traces: Traces): Promise<[string, string][]> {
  const found: [string, string][] = []
  for (const action of asked)
    for (const [i, input] of waysOf(action, traces).entries()) {
      const answer = await world.knock(who, action, input)
      const text = JSON.stringify(answer.ok ? answer.data : answer.refusal, (key, value: unknown) =>
        ['minutesLeft', 'url', 'lookers'].includes(key) ? undefined : value,
      )
      found.push([`${action} ${i}`, text])
    }
  return found
}

function traceless(found: [string, string][], { id, no, secret }: Traces): void {
  const gaveAway = found.filter(([, text]) => [id, no, secret].some((trace) => text.includes(trace)))
  expect(gaveAway).toEqual([])
}

const complain = async (who: string, more: object = {}): Promise<Traces> => {
  const secret = secretOf(who)
  const { id, no } = await world.call('liguoqiang', 'ticket.submit', {
    ...complaint({ about: 'person', personPid: pidOf(who), description: `他说了${secret}` }),
    ...more,
  })
  return { id, no, secret }
}

describe('a complaint about a person', () => {
  beforeAll(async () => {
    world = await World.open()
    await world.tick()
  })
  afterAll(() => world.close())

  it.each(served)('given %s, when everything is asked as him, then each answer is as before', async (who) => {
    const before = await answers(who, {
      id: 'tnone',
      no: 'TS-000000-ZZZZ',
      secret: secretOf(who),
    })
    const made = await complain(who)
    await world.tick()
    const after = await answers(who, made)
    traceless(after, made)
    expect(after).toEqual(before)
  })

  it('given a call about himself, when he writes it down, then a colleague has to', async () => {
    const about = complaint({ about: 'person', personPid: pidOf('shenxiaowen') })
    const given = { ...entry(), request: about }
    const refusal = await world.refusal('shenxiaowen', 'ticket.enter', given)
    expect(refusal.fields).toEqual({ personPid: '涉及您本人的投诉请由同事登记' })
    const { people } = await world.call('shenxiaowen', 'complaint.about', { companyId: 'c1' })
    expect(people.map(({ name }) => name)).not.toContain('沈晓雯')
  })

  it('given the machine of it, when he enters a repair there, then he is not told that something is open', async () => {
    await complain('shenxiaowen', { equipmentId: 'e-qhv850-2403-016' })
    const { id } = await world.call('shenxiaowen', 'ticket.enter', entry())
    expect(id).toMatch(/^t/)
  })
})

describe('a complaint about a person that goes its whole way', () => {
  beforeAll(async () => {
    world = await World.open()
  })
  afterAll(() => world.close())

  it('given urges, notes, a repeat, analysis and a clock that rings, then nothing of it ever reaches him', async () => {
    const made: [string, Traces][] = []
    for (const who of served) {
      const secret = secretOf(who)
      const first = await complain(who)
      const again = await complain(who, { key: newKey() })
      made.push([who, first], [who, again])
      await world.move('liguoqiang', again.id, 'urge', { reason: 'silence' })
      await world.move('liguoqiang', again.id, 'addNote', { text: `还有${secret}`, media: [] })
      const handler = who === 'fanglixin' ? 'zhengguodong' : 'fanglixin'
      await world.move(handler, again.id, 'callCustomer', { note: secret })
      await world.move('qinlan', again.id, 'analyse', { analysis: secret })
      expect((await answersOf('zhengguodong')).includes(again.no)).toBe(true)
    }
    for (const time of ['11-25T10:00', '12-02T10:00']) {
      await world.clock(at(time))
      await world.tick()
    }
    for (const [who, traces] of made) {
      const found = await answers(who, traces)
      traceless(found, traces)
      expect(await world.refusal(who, 'ticket.move', wellFormed(traces.id)['ticket.move'])).toMatchObject({
        code: 'NOT_FOUND',
      })
    }
    const [[, one], [, other]] = made as [[string, Traces], [string, Traces]]
    const into = { id: other.id, into: one.id, key: newKey(), reason: '同一个' }
    expect((await world.refusal('fanglixin', 'ticket.merge', into)).code).toBe('NOT_FOUND')
  })

  it('given one about the manager that the customer takes the plan of, then the general manager is told in his place, not the office', async () => {
    const { id } = await complain('fanglixin')
    await world.move('zhengguodong', id, 'callCustomer', { note: '已听取' })
    const judged = { severity: 'low', safety: 'none', complexity: 'simple', impact: 'one' }
    await world.move('zhengguodong', id, 'assess', judged)
    await world.move('zhengguodong', id, 'investigate', { findings: '已核对', cause: '安排不当' })
    await world.move('zhengguodong', id, 'sendPlan', { explanation: '安排不当', plan: '换人服务' })
    await world.move('liguoqiang', id, 'acceptPlan', {})
    const told = async (who: string) =>
      (await world.call(who, 'inbox.list', {})).items
        .filter(({ page, title }) => page.includes(id) && title === '客户接受方案')
        .map(({ title }) => title)
    expect(await told('zhengguodong')).toEqual(['客户接受方案'])
    for (const who of ['shenxiaowen', 'fanglixin']) expect([who, await told(who)]).toEqual([who, []])
  })

  const answersOf = async (who: string): Promise<string> =>
    JSON.stringify(await world.call(who, 'work.queue', { queue: 'raised' }))
})
