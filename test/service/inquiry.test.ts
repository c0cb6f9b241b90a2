// 咨询 and 知识, through the door.
import type { Inputs } from '../../miniprogram/domain/inputs'
import type { TicketRecord } from '../../cloudfunctions/store/records'
import { at, entry, newKey, pidOf, World } from './world'

const V850 = 'e-qhv850-2403-016'
const question = (more: object = {}): Extract<Inputs['ticket.submit'], { kind: 'inquiry' }> => ({
  kind: 'inquiry',
  key: newKey(),
  equipmentId: '',
  description: '刀具补偿号 H99 怎么批量清零?',
  contactName: '李国强',
  contactPhone: '13800000001',
  media: [],
  ...more,
})
const text = (words: string) => ({ text: words, media: [] })

describe('an inquiry at the door', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
  })
  afterEach(() => world.close())

  const asked = async (more: object = {}) =>
    (await world.call('liguoqiang', 'ticket.submit', question(more))).id
  const queue = async (who: string, key: string) =>
    (await world.call(who, 'work.open', {})).queues
      .find((one) => one.key === key)
      ?.items.map((one) => one.id) ?? []
  const answered = async (more: object = {}) => {
    const id = await asked(more)
    await world.move('shenxiaowen', id, 'handInquiry', { to: pidOf('dumingyuan'), note: '' })
    await world.move('dumingyuan', id, 'answer', text('用 G10 L12 P99 R0,写成循环即可'))
    return id
  }

  it('given a question without a machine, then it has a number and a promise of two hours, and finds no stranger’s tickets', async () => {
    const made = await world.call('liguoqiang', 'ticket.submit', question())
    expect(made).toMatchObject({ no: expect.stringMatching(/^ZX-/), kind: 'inquiry' })
    expect(made.due - at('11-23T11:40')).toBeLessThan(60_000)
    const { ticket } = await world.call('liguoqiang', 'ticket.open', { id: made.id })
    expect(ticket).toMatchObject({
      equipment: { model: '', warranty: { words: '' } },
      inquiry: { with: '客户服务部内勤' },
    })
    const { open, history } = await world.call('shenxiaowen', 'ticket.similar', { id: made.id })
    const own = await world.call('liguoqiang', 'ticket.list', { tab: 'open' })
    expect(open.every((one) => one.companyName === ticket.companyName)).toBe(true)
    expect([history, own.items.some((one) => one.title === '刀具补偿号 H99 怎么批量清零?')]).toEqual([
      [],
      true,
    ])
    expect((await world.refusal('chenmeiling', 'ticket.open', { id: made.id })).code).toBe('NOT_FOUND')
  })

  it('given it is handed on, then it lies in the queue of whom it is asked of, and of nobody else', async () => {
    const id = await asked()
    expect(await queue('shenxiaowen', 'inquiry')).toContain(id)
    expect(await queue('dumingyuan', 'inquiry')).not.toContain(id)
    await world.move('shenxiaowen', id, 'handInquiry', { to: 'technical', note: '' })
    expect(await queue('dumingyuan', 'inquiry')).toContain(id)
    await world.move('dumingyuan', id, 'handInquiry', { to: pidOf('zhouhai'), note: '你装的' })
    expect(await queue('zhouhai', 'answer')).toContain(id)
    expect(await queue('mazhiqiang', 'answer')).toEqual([])
  })

  it('given staff enter a question for a caller, then the machine’s open repair does not stand in the way', async () => {
    await world.call('liguoqiang', 'ticket.submit', {
      ...entry().request,
      key: newKey(),
    } as Inputs['ticket.submit'])
    const given = { ...entry(), request: question({ equipmentId: V850 }) }
    const { no } = await world.call('shenxiaowen', 'ticket.enter', given)
    expect(no).toMatch(/^ZX-/)
    const special = await world.refusal('shenxiaowen', 'ticket.enter', { ...given, special: 'debt' })
    expect(special.fields).toEqual({ special: '特殊情况只用于要上门的服务' })
  })

  it('given an answer kept and published, then the next who types the like is offered it, a draft and what was withdrawn are not', async () => {
    const id = await answered({ equipmentId: V850 })
    const suggest = async () =>
      (await world.call('chenmeiling', 'knowledge.suggest', { text: '刀具补偿 H99 清零', model: 'V850' }))
        .items
    const { item } = await world.call('dumingyuan', 'knowledge.open', { id: null, ticket: id })
    expect(item).toMatchObject({ id: null, models: ['V850'], by: expect.stringContaining('杜明远') })
    const { question: asks, answer, models } = item
    const save = (known: string | null, state: 'draft' | 'published' | 'withdrawn') =>
      world.call('dumingyuan', 'knowledge.save', {
        key: newKey(),
        id: known,
        ticket: known ? null : id,
        question: asks,
        answer,
        models,
        state,
      })
    const kept = (await save(null, 'draft')).item
    expect(await suggest()).toEqual([])
    await save(kept.id, 'published')
    expect((await suggest()).map((one) => one.id)).toEqual([kept.id])
    const t46 = { text: '刀具补偿 H99 清零', model: 'T46' }
    expect(
      (await world.call('chenmeiling', 'knowledge.suggest', t46)).items.map((one) => one.id),
    ).not.toContain(kept.id)
    for (const who of ['chenmeiling', 'chenmeiling', 'liguoqiang'])
      await world.call(who, 'knowledge.helped', { id: kept.id! })
    expect((await suggest())[0]!.helped).toBe(2)
    const inside = (await world.call('dumingyuan', 'ticket.open', { id })).ticket
    expect(inside.inquiry!.knowledge).toBe(kept.id)
    expect((await world.call('liguoqiang', 'ticket.open', { id })).ticket.inquiry!.knowledge).toBeNull()
    await save(kept.id, 'withdrawn')
    expect(await suggest()).toEqual([])
    expect((await world.refusal('chenmeiling', 'knowledge.helped', { id: kept.id })).code).toBe('NOT_FOUND')
    expect(await world.stored('knowledge', kept.id!)).toMatchObject({ helped: 2, ticket: { id } })
  })

  it('given an engineer who answered, then he may leave a draft of it, not publish it, and not touch another’s', async () => {
    const id = await asked()
    await world.move('shenxiaowen', id, 'handInquiry', { to: pidOf('zhouhai'), note: '' })
    await world.move('zhouhai', id, 'answer', text('见说明书 4.2 节'))
    const given = { key: newKey(), id: null, ticket: id, question: '问', answer: '答', models: [] }
    expect((await world.refusal('zhouhai', 'knowledge.save', { ...given, state: 'published' })).code).toBe(
      'NO_PERMISSION',
    )
    const { item } = await world.call('zhouhai', 'knowledge.save', { ...given, state: 'draft' })
    expect(item).toMatchObject({ state: 'draft', models: ['*'] })
    expect((await world.refusal('mazhiqiang', 'knowledge.save', { ...given, state: 'draft' })).code).toBe(
      'NOT_FOUND',
    )
    const { items, counts } = await world.call('shenxiaowen', 'knowledge.list', {
      state: 'draft',
      search: '问',
    })
    expect([items.map((one) => one.id), counts.draft]).toEqual([[item.id], 1])
  })

  it('given 转为报修 is tapped twice and by two people, then there is one repair with the words and files, both name each other', async () => {
    const photo = { id: newKey(), kind: 'photo' as const, slot: '' }
    const made = await world.call(
      'liguoqiang',
      'ticket.submit',
      question({ equipmentId: V850, media: [photo] }),
    )
    await world.move('shenxiaowen', made.id, 'answer', text('请重启再试'))
    const ask = { id: made.id, equipmentId: '', production: 'limping' as const }
    const [first, second, office] = await Promise.all([
      world.call('liguoqiang', 'inquiry.turn', { ...ask, key: 'turn-key-1' }),
      world.call('liguoqiang', 'inquiry.turn', { ...ask, key: 'turn-key-1' }),
      world.knock('shenxiaowen', 'inquiry.turn', { ...ask, key: 'turn-key-2' }),
    ])
    expect(second.id).toBe(first.id)
    if (office.ok) expect(office.data).toMatchObject({ id: first.id })
    // the photo arrives only now
    const fileId = await world.upload('liguoqiang', made.uploads[0]!.path, 'jpeg')
    await world.call('liguoqiang', 'media.arrived', { id: made.id, media: photo.id, fileId })
    const repair = (await world.call('liguoqiang', 'ticket.open', { id: first.id })).ticket
    expect(repair).toMatchObject({
      kind: 'repair',
      production: '带病运行',
      description: '刀具补偿号 H99 怎么批量清零?\n沈晓雯 答复:请重启再试',
      cameFrom: { id: made.id, no: made.no },
      media: [{ id: photo.id, url: expect.any(String) }],
    })
    expect((await world.call('liguoqiang', 'ticket.open', { id: made.id })).ticket).toMatchObject({
      face: { words: '已转报修' },
      became: { id: first.id, no: first.no },
    })
    const again = await world.call('liguoqiang', 'inquiry.turn', { ...ask, key: newKey() })
    expect(again.no).toBe(first.no)
    const stored = await world.stored<TicketRecord>('tickets', made.id)
    expect(stored.events.filter((one) => one.move === 'turnRepair')).toHaveLength(1)
  })

  it('given no machine in the question, then turning it asks for one of the company’s own', async () => {
    const id = await asked()
    const ask = { id, key: newKey(), equipmentId: '', production: 'running' as const }
    expect((await world.refusal('liguoqiang', 'inquiry.turn', ask)).fields).toEqual({
      equipmentId: '请选择设备',
    })
    const strange = { ...ask, equipmentId: 'e-qht46-2602-021' }
    expect((await world.refusal('liguoqiang', 'inquiry.turn', strange)).code).toBe('EQUIPMENT_NOT_FOUND')
    const { machines, colleagues, similar } = await world.call('liguoqiang', 'inquiry.open', { id })
    expect(machines.map((one) => one.id)).toContain(V850)
    expect([colleagues, similar]).toEqual([[], []])
    const turned = await world.call('liguoqiang', 'inquiry.turn', { ...ask, equipmentId: V850 })
    expect(turned.no).toMatch(/^BX-/)
    expect((await world.refusal('chenmeiling', 'inquiry.turn', ask)).code).toBe('NOT_FOUND')
  })

  it('given three working days without a word, then the clock closes it', async () => {
    const id = await answered()
    await world.clock(at('11-26T17:31'))
    await world.tick()
    const { ticket } = await world.call('liguoqiang', 'ticket.open', { id })
    expect(ticket.face.words).toBe('已关闭')
    expect(ticket.timeline[0]!.words).toMatch('没有回音,自动关闭')
    expect(ticket.moves.map((one) => one.move)).toEqual(['askOn'])
  })
})
