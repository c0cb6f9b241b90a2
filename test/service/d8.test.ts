// 8D at the door (第十一、十二条): the statistics lock its closing, repeats draft one, the clock rings, evidence arrives.
import { createHash } from 'node:crypto'
import type { D8View } from '../../typings/contract'
import { d8Maker, finishStep, stepWords } from '../bench/d8-path'
import { at, complaint, given, newKey, pidOf, request, World } from './world'

const problem = { who: '澄远', what: '漏油', where: 'V850', when: '11月', many: '1 次', urgent: '停机点检' }
const late = (day: string) => Date.parse(`${day}T10:00:00+08:00`)

describe('an 8D at the door', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
  })
  afterEach(() => world.close())

  const open = async (who: string, id: string): Promise<D8View> =>
    (await world.call(who, 'd8.open', { id })).d8
  const titles = async (who: string, id: string) =>
    (await world.call(who, 'inbox.list', {})).items
      .filter((one) => one.page.includes(id))
      .map((one) => one.title)
  const asked = async (who = 'liguoqiang') => (await world.call(who, 'ticket.submit', request())).id
  async function started(more: object = {}): Promise<string> {
    const input = { ticket: await asked(), fault: 'LB-1-3', ...problem, key: newKey(), ...more }
    return (await world.call('qinlan', 'd8.start', input)).id
  }
  /** A repair of 澄远's V850 whose fault is this one, from request to record. */
  async function repaired(fault: string): Promise<string> {
    const id = await asked()
    await world.ready(id)
    await world.move('zhouhai', id, 'depart', given.depart)
    await world.move('zhouhai', id, 'arrive', { ...given.arrive, lateReason: '拥堵' })
    await world.report('zhouhai', id, { fault })
    return (await world.call('shenxiaowen', 'ticket.open', { id })).ticket.no
  }

  it('given D6 of Monday and the same fault on Tuesday, when 30 days after D6 are over, then it stays locked and says when; a day later it closes', async () => {
    const id = await started()
    const make = d8Maker(world, id)
    for (const step of Object.keys(stepWords) as (keyof typeof stepWords)[]) await finishStep(world, id, step)
    await world.clock(at('11-24T08:30'))
    const no = await repaired('LB-1-3')
    await world.clock(late('2026-12-23'))
    await world.tick()
    const refusal = await world.refusal('qinlan', 'd8.move', {
      ...{ id, key: newKey(), move: 'close', input: { summary: '谢谢' } },
    })
    expect(refusal).toMatchObject({ code: 'BLOCKED', article: '11' })
    expect(refusal.words).toBe(
      '效果未验证:同类故障须 30 天内为 0 才能关闭(现在 29 天,0 次;11月24日又发生,从那天重新计)',
    )
    expect((await open('fanglixin', id)).effect.last).toMatchObject({ no, day: '2026-11-24' })
    await world.clock(late('2026-12-24'))
    expect((await make('qinlan', 'close', { summary: '谢谢' })).state).toBe('closed')
    const closed = await world.call('zhengguodong', 'd8.list', { tab: 'closed' })
    expect(closed.items.map((one) => one.id)).toContain(id)
  })

  it('given another fault at the same machine, then it does not count against this one', async () => {
    const id = await started()
    for (const step of ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6'] as const) await finishStep(world, id, step)
    await world.clock(at('11-24T08:30'))
    await repaired('AX-3-1')
    await world.clock(at('11-30T10:00'))
    await world.tick()
    expect((await open('qinlan', id)).effect).toMatchObject({ days: 7, count: 0, last: null })
  })

  it('given the same complaint twice, then one draft has both, however often it is learnt; the third is linked to it', async () => {
    const all = async () =>
      (await world.call('qinlan', 'd8.list', { tab: 'open' })).items.filter((one) => one.state === 'draft')
    // the demo's own repeated complaint is drafted by the first tick
    await world.tick()
    const before = (await all()).map((one) => one.id)
    const drafts = async () => (await all()).filter((one) => !before.includes(one.id))
    const first = (await world.call('liguoqiang', 'ticket.submit', complaint())).no
    await world.tick()
    expect(await drafts()).toEqual([])
    await world.clock(at('11-23T10:00'))
    const second = (await world.call('liguoqiang', 'ticket.submit', complaint())).no
    await world.tick()
    await world.tick()
    const [draft, ...more] = await drafts()
    expect(more).toEqual([])
    expect(draft).toMatchObject({ stateWords: '待立项', stepWords: 'D0 紧急措施 · 秦岚', tickets: 2 })
    expect((await open('qinlan', draft!.id)).tickets.map((one) => one.no)).toEqual([first, second])
    expect(await titles('qinlan', draft!.id)).toEqual(['8D 待立项'])
    await world.clock(at('11-23T11:00'))
    await world.call('liguoqiang', 'ticket.submit', complaint())
    await world.tick()
    expect((await drafts()).map((one) => one.tickets)).toEqual([3])
  })

  it('given a beginning, a step that is done and one that is saved, then the archive of the machine has the first two, once, and no customer reads them', async () => {
    const id = await started()
    const make = d8Maker(world, id)
    await finishStep(world, id, 'D0')
    await make('dumingyuan', 'save', { step: 'D3', values: { action: '全检' }, media: [], seen: 0 })
    const machine = { serial: 'QHV850-2403-016', kind: 'd8' } as const
    const told = async (who: string) => (await world.call(who, 'archive.list', machine)).items
    await world.tick()
    await world.tick()
    const { no } = await open('qinlan', id)
    const own = (await told('shenxiaowen')).filter((one) => one.no === no)
    expect(own.map((one) => one.words)).toEqual([
      '润滑管断裂(V850):完成 D0 紧急措施',
      '润滑管断裂(V850):由工单发起',
    ])
    expect(own[0]).toMatchObject({ kindLabel: '8D', by: '秦岚', companyName: '苏州澄远精密机械' })
    expect(await told('liguoqiang')).toEqual([])
    const [link] = (await open('qinlan', id)).tickets
    await make('qinlan', 'unlink', { ticket: link!.id, reason: '另一种故障' })
    await world.tick()
    expect((await told('shenxiaowen')).filter((one) => one.no === no)).toEqual([])
  })

  it('given a complaint about the manager among the tickets of a draft, then the archive hides it from him as well', async () => {
    const about = { about: 'person' as const, personPid: pidOf('fanglixin'), topic: 'attitude' as const }
    const id = await started()
    const { no } = await world.call('liguoqiang', 'ticket.submit', complaint({ ...about, equipmentId: '' }))
    await d8Maker(world, id)('qinlan', 'link', { no })
    await world.tick()
    const of = async (who: string, filter: object) =>
      (await world.call(who, 'archive.list', { kind: 'd8', companyId: 'c1', ...filter })).items.length
    // at the machine it stands by the repair that it began with, without one by the complaint alone
    const machine = { serial: 'QHV850-2403-016' }
    expect(await of('fanglixin', machine)).toBe(await of('zhengguodong', machine))
    expect(await of('fanglixin', {})).toBe((await of('zhengguodong', {})) - 1)
  })

  it('given a complaint about the manager, when quality links it, then it is not among the links that he sees', async () => {
    const id = await started()
    const about = { about: 'person' as const, personPid: pidOf('fanglixin'), topic: 'attitude' as const }
    const { no } = await world.call('liguoqiang', 'ticket.submit', complaint({ ...about, equipmentId: '' }))
    const linked = await d8Maker(world, id)('qinlan', 'link', { no })
    expect(linked.tickets.map((one) => one.no)).toContain(no)
    expect((await open('fanglixin', id)).tickets.map((one) => one.no)).not.toContain(no)
    const refusal = await world.refusal('fanglixin', 'd8.move', {
      id,
      key: newKey(),
      move: 'link',
      input: { no },
    })
    expect(refusal.words).toBe('没有查到这张工单,请核对编号')
  })

  it('given the same start asked twice and a lost answer, then there is one 8D, and each move counts once', async () => {
    const input = { ticket: await asked(), fault: 'LB-1-3', ...problem, key: newKey() }
    const [one, two] = await Promise.all([
      world.call('qinlan', 'd8.start', input),
      world.call('qinlan', 'd8.start', input),
    ])
    expect(two).toEqual(one)
    const saved = { step: 'D3', values: { action: '全检' }, media: [], seen: 0 }
    const move = { id: one.id, key: newKey(), move: 'save' as const, input: saved }
    await world.call('dumingyuan', 'd8.move', move)
    const again = await world.call('dumingyuan', 'd8.move', move)
    expect(again.d8.timeline.filter((row) => row.words === '补充 D3 临时遏制')).toHaveLength(1)
  })

  it('given two who write the same step, then the second is told who was first and keeps what he wrote', async () => {
    const id = await started()
    const make = d8Maker(world, id)
    await make('dumingyuan', 'save', { step: 'D3', values: { action: '发货前全检' }, media: [], seen: 0 })
    const input = { step: 'D3', values: { action: '停发' }, media: [], seen: 0 }
    const refusal = await world.refusal('handong', 'd8.move', { id, key: newKey(), move: 'save', input })
    expect(refusal.code).toBe('CONFLICT')
    expect(refusal.words).toContain('D3 临时遏制刚被 杜明远 更新')
    expect((await open('handong', id)).steps[3]!.values.action).toBe('发货前全检')
  })

  it('given a step that is overdue, then owner and quality are told once, in the morning and not at night', async () => {
    const id = await started()
    await d8Maker(world, id)('qinlan', 'assign', {
      ...{ step: 'D0', owner: pidOf('handong'), due: at('11-23T20:00') },
    })
    await world.clock(at('11-23T22:00'))
    await world.tick()
    const late = '8D 逾期:D0 紧急措施'
    expect(await titles('handong', id)).not.toContain(late)
    await world.clock(at('11-24T07:31'))
    await world.tick()
    await world.tick()
    expect((await titles('handong', id)).filter((one) => one === late)).toHaveLength(1)
    expect(await titles('qinlan', id)).toContain(late)
    expect((await open('handong', id)).steps[0]).toMatchObject({ overdue: true })
  })

  it('given a manual to be changed, then the technical department finds it on 工作台 until it is changed', async () => {
    const id = await started()
    for (const step of ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6'] as const) await finishStep(world, id, step)
    const make = d8Maker(world, id)
    await make('qinlan', 'addTask', { manual: 'V850 维修手册', change: '接头力矩', due: '2026-12-01' })
    const waiting = async () =>
      (await world.call('dumingyuan', 'work.open', {})).desks
        .flatMap((desk) => (desk.label === '手册待更新' ? desk.rows : []))
        .filter((row) => row.page.includes(id))
    expect((await waiting()).map((row) => row.title)).toEqual(['《V850 维修手册》接头力矩'])
    await make('dumingyuan', 'doneTask', { task: 'm1', note: '3.2 版' })
    expect(await waiting()).toEqual([])
  })

  it('given evidence of a step, then its photo is shown when its bytes are those announced, and only who took it brings it', async () => {
    const id = await started()
    const digest = createHash('sha1').update('jpeg').digest('hex')
    const photo = { id: newKey(), kind: 'photo', slot: '', digest }
    const { uploads } = await world.call('dumingyuan', 'd8.move', {
      ...{ id, key: newKey(), move: 'save' },
      input: { step: 'D3', values: { action: '全检' }, media: [photo], seen: 0 },
    })
    const bytes = await world.upload('dumingyuan', uploads[0]!.path, 'other')
    const arrived = { id, media: photo.id, fileId: bytes }
    expect((await world.refusal('handong', 'media.arrived', arrived)).code).toBe('NOT_FOUND')
    expect((await world.refusal('dumingyuan', 'media.arrived', arrived)).code).toBe('FILE_DIFFERS')
    const right = await world.upload('dumingyuan', uploads[0]!.path, 'jpeg')
    await world.call('dumingyuan', 'media.arrived', { ...arrived, fileId: right })
    const { media } = (await open('handong', id)).steps[3]!
    expect(media).toMatchObject([{ id: photo.id, url: expect.stringContaining('http') }])
  })

  it('given a manager who reports it, then it waits for quality as a draft, and the ticket tells its number to staff only', async () => {
    const ticket = await asked()
    const { id, no } = await world.call('fanglixin', 'd8.start', {
      ...{ ticket, fault: 'LB-1-3', ...problem, key: newKey() },
    })
    expect((await open('qinlan', id)).state).toBe('draft')
    const seen = async (who: string) => (await world.call(who, 'ticket.open', { id: ticket })).ticket.inside
    expect((await seen('fanglixin'))!.d8!.items.map((one) => one.no)).toEqual([no])
    expect((await seen('shenxiaowen'))!.d8).toBeNull()
    expect(await seen('liguoqiang')).toBeNull()
    expect((await world.refusal('liguoqiang', 'd8.open', { id })).code).toBe('NO_PERMISSION')
  })

  it('given a bar of the statistics, then D2 is written from its cases and a running 8D of the fault is named', async () => {
    const bar = { fault: 'TC-1-1', models: ['V850'], from: '2026-06-01', to: '2026-11-23' }
    const prepared = await world.call('qinlan', 'd8.prepare', bar)
    expect(prepared).toMatchObject({
      title: '换刀卡刀(V850)',
      problem: { where: 'V850', many: expect.stringMatching(/^1 次/) },
    })
    expect(prepared.running.map((one) => one.no)).toEqual(['8D-261013-S7DK'])
  })
})
