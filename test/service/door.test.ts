// Who may do what at the door stands in test/hold/permissions.test.ts.
import { at, given, joining, pidOf, request, World } from './world'

describe('the door', () => {
  let world: World
  let id = ''
  beforeAll(async () => {
    world = await World.open()
    id = (await world.call('liguoqiang', 'ticket.submit', request())).id
  })
  afterAll(() => world.close())

  it('given an unknown key, an object where a string belongs or an action that is not there, then it is refused', async () => {
    expect(await world.refusal('liguoqiang', 'ticket.open', { id, admin: true })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { admin: expect.any(String) },
    })
    expect(await world.refusal('liguoqiang', 'ticket.open', { id: { $ne: null } })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { id: expect.any(String) },
    })
    expect(await world.refusal('liguoqiang', 'toString', {})).toMatchObject({ code: 'INVALID_INPUT' })
    expect(
      await world.refusal('liguoqiang', 'ticket.submit', { ...request(), description: '', symptom: 'magic' }),
    ).toMatchObject({
      fields: { symptom: '请选择怎么了' },
    })
  })

  it('given a serial number in full width, with other dashes or with O for 0, then it is found, or the one that looks the same is offered', async () => {
    const typed = { serial: 'ｑｈｖ８５０—２４０３—０１６\u200B' }
    expect((await world.call('liguoqiang', 'equipment.open', typed)).equipment.serial).toBe('QHV850-2403-016')
    const slip = { serial: 'QHV85O-24O3-O16' }
    expect(await world.refusal('liguoqiang', 'equipment.open', slip)).toMatchObject({
      code: 'EQUIPMENT_NOT_FOUND',
      candidate: 'QHV850-2403-016',
    })
    const { items } = await world.call('shenxiaowen', 'company.find', { search: slip.serial })
    expect(items.map((one) => one.name)).toEqual(['苏州澄远精密机械'])
    const another = await world.refusal('liguoqiang', 'equipment.open', { serial: 'QHT46-26O2-O21' })
    expect(another.candidate).toBeUndefined()
  })

  it('given text that cannot be seen or stored, then a name of it is refused, and words are kept without it', async () => {
    const bad = { ...request(), contactName: '\u200B\u3164\u0000' }
    expect(await world.refusal('liguoqiang', 'ticket.submit', bad)).toMatchObject({
      fields: { contactName: '请填写联系人' },
    })
    const contactPhone = '（0512）6688 1234 转 802'
    const done = await world.call('liguoqiang', 'ticket.submit', {
      ...request(),
      ...{ description: '异响\uFFFF\uD800\u202E。', contactPhone },
    })
    const { ticket } = await world.call('liguoqiang', 'ticket.open', { id: done.id })
    expect([ticket.description, ticket.contact.phone]).toEqual(['异响。', '0512-66881234-802'])
  })

  it('given 20,000 wrong items, then the refusal is short', async () => {
    const media = Array.from({ length: 20_000 }, () => ({ id: '?', kind: 'x', slot: 7 }))
    const refusal = await world.refusal('liguoqiang', 'ticket.submit', { ...request(), media })
    expect(refusal.fields).toEqual({ media: '最多 20 个照片或录音' })
  })

  it('given the machine of another company, then it is as if it were not there', async () => {
    expect(await world.refusal('liguoqiang', 'equipment.open', { serial: 'QHT46-2602-021' })).toMatchObject({
      code: 'EQUIPMENT_NOT_FOUND',
    })
    expect(
      await world.refusal('liguoqiang', 'ticket.submit', { ...request(), equipmentId: 'e-qht46-2602-021' }),
    ).toMatchObject({ code: 'EQUIPMENT_NOT_FOUND' })
  })

  it('given an invitation code, then a wrong one, a second company and a second joining are refused in words', async () => {
    expect(await world.refusal('sunxiaobing', 'company.peek', { code: 'AAAA-AAAA' })).toMatchObject({
      code: 'CODE_WRONG',
      fields: { code: '邀请码不对' },
    })
    const { me } = await world.call('sunxiaobing', 'company.join', joining)
    expect(me).toMatchObject({ name: '孙小兵', company: { name: '苏州澄远精密机械' } })
    expect((await world.call('sunxiaobing', 'company.join', joining)).me.pid).toBe(me.pid)
    expect(await world.refusal('chenmeiling', 'company.join', joining)).toMatchObject({
      code: 'ALREADY_JOINED',
    })
  })

  it('given a colleague, then he sees the contact’s number masked, the office sees it whole', async () => {
    const { ticket: his } = await world.call('sunxiaobing', 'ticket.open', { id })
    const { ticket: office } = await world.call('shenxiaowen', 'ticket.open', { id })
    expect([his.contact.phone, office.contact.phone]).toEqual(['138******02', '13800000002'])
  })

  it('given a late night, then a message that can wait is sent in the morning', async () => {
    await world.accept('liguoqiang', 'T1')
    const late = await world.call('liguoqiang', 'ticket.submit', request())
    await world.clock(at('11-23T22:00'))
    await world.move('shenxiaowen', late.id, 'verify', given.verify)
    expect((await world.call('liguoqiang', 'inbox.list', {})).items[0]).toMatchObject({ push: 'quiet' })
    const delivered = async () => (await world.chat('liguoqiang')).filter((card) => card.delivered)
    expect(await delivered()).toEqual([])
    await world.clock(at('11-24T08:00'))
    for (let i = 0; i < 500 && (await delivered()).length === 0; i++)
      await world.call('liguoqiang', 'inbox.list', {})
    expect(await delivered()).toMatchObject([{ title: '服务进度提醒' }])
  })

  it('given the candidates, then who fits best is first and says why', async () => {
    const next = await world.call('liguoqiang', 'ticket.submit', request())
    const { items } = await world.call('fanglixin', 'dispatch.candidates', { id: next.id })
    expect(items[0]).toMatchObject({
      pid: pidOf('zhouhai'),
      reasons: expect.arrayContaining(['技能符合', '修过这台', '同城']),
    })
    expect(items[0]!.load).toHaveLength(5)
  })
})
