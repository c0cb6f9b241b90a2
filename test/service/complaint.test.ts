// 投诉 at the door: numbers and dates at once, the same problem again told above, false friends left alone.
import { options } from '../../demo/local'
import { ticketRecords } from '../../demo/tickets'
import type { Inputs } from '../../miniprogram/domain/door/inputs'
import { at, complaint, given, newKey, pidOf, request, World } from './world'

const DAYS_91 = 91 * 24 * 3600_000

describe('a complaint at the door', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
  })
  afterEach(() => world.close())

  const complain = (more: Parameters<typeof complaint>[0] = {}, who = 'liguoqiang') =>
    world.call(who, 'ticket.submit', complaint(more))
  const view = async (who: string, id: string) => (await world.call(who, 'ticket.open', { id })).ticket
  const repeatOf = async (id: string) => (await view('liguoqiang', id)).complaint!.repeat?.words ?? ''
  const titles = async (who: string) =>
    (await world.call(who, 'inbox.list', {})).items.map(({ title, words }) => `${title}:${words}`)
  const inQueue = async (who: string, queue: string) =>
    (await world.call(who, 'work.queue', { queue })).items
      .filter(({ companyName }) => companyName === '苏州澄远精密机械')
      .map(({ id }) => id)

  it('given 李国强, then he has a number, both dates, and a message who calls and when', async () => {
    const { id, no, due } = await complain()
    expect(no).toMatch(/^TS-2611\d\d-/)
    expect(due).toBe(at('11-24T17:30'))
    const ticket = await view('liguoqiang', id)
    expect(ticket.complaint).toMatchObject({
      callBy: due,
      planBy: at('11-30T17:30'),
      repeat: null,
      inside: null,
    })
    expect(ticket.complaint!.steps.map(({ label }) => label)).toEqual([
      '已受理',
      '调查',
      '方案',
      '您确认',
      '关闭',
    ])
    const ours = await view('fanglixin', id)
    expect(ours.complaint!.steps).toMatchObject([
      { label: '致电', done: false, current: true },
      { label: '调查' },
      { label: '方案' },
      { label: '客户确认' },
      { label: '关闭' },
    ])
    expect(await titles('liguoqiang')).toEqual(['投诉已受理:方立新将在明天17:30前致电'])
    expect(await inQueue('fanglixin', 'complaints')).toEqual([id])
    expect(await inQueue('zhengguodong', 'raised')).toEqual([])
    expect((await world.refusal('zhouhai', 'ticket.open', { id })).code).toBe('NOT_FOUND')
    expect((await world.refusal('qinlan', 'ticket.open', { id })).code).toBe('NOT_FOUND')
  })

  it('given the same problem again, then the superior and quality are told, the customer sees it, and a third counts three', async () => {
    const first = await complain()
    const again = await complain({ description: '还是响' })
    const shown = (await view('liguoqiang', again.id)).complaint!
    expect(shown.repeat).toEqual({ words: '同一问题第 2 次投诉', earlier: [{ id: first.id, no: first.no }] })
    expect(shown.raised.map(({ words }) => words)).toEqual(['已按 第十二条 上报上级领导:总经理 郑国栋'])
    expect(shown.quality).toBe('质量部 秦岚 已收到通知')
    expect(await titles('liguoqiang')).toContain('投诉升级:同一问题第2次,已上报总经理')
    expect(await inQueue('zhengguodong', 'raised')).toEqual([again.id])
    expect(await inQueue('qinlan', 'repeats')).toEqual([again.id])
    const { items } = await world.call('fanglixin', 'work.queue', { queue: 'complaints' })
    expect(items.find(({ id }) => id === again.id)!.badge).toBe('同一问题第 2 次投诉')
    expect((await titles('qinlan'))[0]).toContain('同一问题第 2 次投诉')
    const quality = await view('qinlan', again.id)
    expect(quality.contact.phone).toMatch(/\*/)
    expect(await repeatOf((await complain({ description: '第三次' })).id)).toBe('同一问题第 3 次投诉')
    await world.move('liguoqiang', first.id, 'cancel', { reason: 'wrong', note: '' })
    expect(await repeatOf((await complain({ description: '第四次' })).id)).toBe('同一问题第 3 次投诉')
  })

  it('given three of one instant that did not see each other, when the clock has looked, then two are told above, once, and one 8D is drafted', async () => {
    const first = ticketRecords().find(({ kind, state }) => kind === 'complaint' && state === 'acked')!
    const ids = [first._id, 'tsame2', 'tsame3']
    const same = ids.slice(1).map((_id, i) => ({ ...first, _id, no: `TS-261123-AAA${i}` }))
    const met = await World.open({
      seed: (db) => {
        options().seed!(db)
        db.insert('tickets', same)
      },
    })
    try {
      const shown = () =>
        Promise.all(
          ids.map(async (id) => (await met.call('zhengguodong', 'ticket.open', { id })).ticket.complaint!),
        )
      expect((await shown()).map(({ repeat }) => repeat)).toEqual([null, null, null])
      await met.tick()
      await met.tick()
      const marked = (await shown()).flatMap(({ repeat }) => repeat?.words ?? [])
      expect(marked.sort()).toEqual(['同一问题第 2 次投诉', '同一问题第 3 次投诉'])
      const again = (await shown()).filter(({ repeat }) => repeat)
      for (const { raised, quality } of again)
        expect([raised.map(({ words }) => words), quality]).toEqual([
          ['已按 第十二条 上报上级领导:总经理 郑国栋'],
          '质量部 秦岚 已收到通知',
        ])
      const inbox = (await met.call('zhengguodong', 'inbox.list', {})).items.map(({ title }) => title)
      expect(inbox.filter((title) => title.startsWith('同一问题第'))).toHaveLength(2)
      const { items } = await met.call('qinlan', 'd8.list', { tab: 'open' })
      const drafts = items.filter(({ state, title }) => state === 'draft' && title.startsWith('D540'))
      expect(drafts.map(({ tickets }) => tickets)).toEqual([3])
    } finally {
      await met.close()
    }
  })

  it('given false friends, then nobody is told above', async () => {
    await complain()
    const friends: Parameters<typeof complaint>[0][] = [
      { equipmentId: 'e-qhv1160-2511-003' },
      { topic: 'leak' },
      { about: 'delay', topic: 'slow', equipmentId: '' },
      { about: 'person', personPid: pidOf('zhouhai'), topic: 'attitude' },
      { about: 'person', personPid: pidOf('shenxiaowen'), topic: 'attitude' },
    ]
    for (const friend of friends) expect(await repeatOf((await complain(friend)).id)).toBe('')
    await world.clock(at('11-23T09:45') + DAYS_91)
    expect(await repeatOf((await complain()).id)).toBe('')
    expect(await inQueue('zhengguodong', 'raised')).toEqual([])
  })

  it('given services whose faults were found, then the fault tells whether it is the same, not the words', async () => {
    const { services, people } = await world.call('liguoqiang', 'complaint.about', {})
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['沈晓雯', '周海', '方立新']))
    const spindle = services.find(({ title }) => title.startsWith('V850') && title.includes('异响振动'))!
    const about = { about: 'ticket', ticketId: spindle.id, equipmentId: '' } as const
    const first = await complain({ ...about, topic: 'noise' })
    expect((await view('liguoqiang', first.id)).equipment.serial).toBe('QHV850-2403-016')
    expect(await repeatOf((await complain({ ...about, topic: 'unfixed' })).id)).toBe('同一问题第 2 次投诉')
    expect(await repeatOf((await complain({ topic: 'noise' })).id)).toBe('')
  })

  it('given a service or a person of somebody else, then there is none', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    const foreign = complaint({ about: 'ticket', ticketId: id, equipmentId: '' })
    expect((await world.refusal('chenmeiling', 'ticket.submit', foreign)).code).toBe('NOT_FOUND')
    const stranger = complaint({ about: 'person', personPid: pidOf('handong') })
    expect((await world.refusal('liguoqiang', 'ticket.submit', stranger)).fields).toEqual({
      personPid: '请从为您服务过的人员中选择',
    })
  })

  it('given a complaint about 方立新, then 郑国栋 holds it, has the number and does each step', async () => {
    const { id } = await complain({ about: 'person', personPid: pidOf('fanglixin'), topic: 'attitude' })
    expect(await titles('liguoqiang')).toEqual(['投诉已受理:郑国栋将在明天17:30前致电'])
    expect(await inQueue('zhengguodong', 'raised')).toEqual([id])
    expect((await view('zhengguodong', id)).contact.phone).toBe('13800000001')
    await world.move('zhengguodong', id, 'callCustomer', { note: '已听取' })
    await world.move('zhengguodong', id, 'assess', {
      severity: 'middle',
      safety: 'none',
      complexity: 'simple',
      impact: 'one',
    })
    await world.move('zhengguodong', id, 'investigate', { findings: '没有回电', cause: '交接遗漏' })
    await world.move('zhengguodong', id, 'sendPlan', { explanation: '交接遗漏', plan: '换人服务' })
    const open = await view('liguoqiang', id)
    expect(open.moves.filter(({ primary }) => primary).map(({ move }) => move)).toEqual(['acceptPlan'])
    expect(open.complaint!.inside).toBeNull()
    expect(await titles('liguoqiang')).toContain('请确认处理方案:处理方案已出,请确认')
    await world.move('liguoqiang', id, 'acceptPlan', {})
    expect((await view('liguoqiang', id)).face.words).toBe('已关闭')
  })

  it('given a double tap, then there is one; given a call that 沈晓雯 writes down, then it is handled the same way', async () => {
    const asked = complaint()
    const [one, two] = await Promise.all([
      world.call('liguoqiang', 'ticket.submit', asked),
      world.call('liguoqiang', 'ticket.submit', asked),
    ])
    expect(one.id).toBe(two.id)
    const called: Inputs['ticket.enter'] = {
      companyId: 'c1',
      ownerPid: null,
      source: 'phone',
      letterNo: '',
      requestedAt: at('11-20T16:00'),
      special: '',
      despite: false,
      request: complaint(),
    }
    const { id, due } = await world.call('shenxiaowen', 'ticket.enter', called)
    expect(due).toBe(at('11-23T17:30'))
    expect((await view('fanglixin', id)).complaint!.repeat).toMatchObject({ words: '同一问题第 2 次投诉' })
  })

  it('given two of the same problem, when they are merged with a reason, then the mark stays where it goes', async () => {
    const first = await complain()
    const again = await complain()
    const { id: repair } = await world.call('liguoqiang', 'ticket.submit', request())
    const reason = '客户说是同一件事'
    const wrong = { id: again.id, into: repair, key: newKey(), reason }
    expect((await world.refusal('fanglixin', 'ticket.merge', wrong)).words).toBe('投诉只能和投诉合并')
    await world.call('fanglixin', 'ticket.merge', { id: again.id, into: first.id, key: newKey(), reason })
    expect(await repeatOf(first.id)).toBe('同一问题第 2 次投诉')
    expect(await inQueue('qinlan', 'repeats')).toEqual([first.id])
    await world.move('shenxiaowen', repair, 'verify', given.verify)
  })
})
