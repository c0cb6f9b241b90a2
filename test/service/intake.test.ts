import type { Inputs } from '../../miniprogram/domain/door/inputs'
import { at, joining, newKey, pidOf, request, World } from './world'

/** A call of 李国强 about 澄远's V850, written down at 09:40. */
const entry = (more: Partial<Inputs['ticket.enter']> = {}): Inputs['ticket.enter'] => ({
  companyId: 'c1',
  ownerPid: pidOf('liguoqiang'),
  source: 'phone',
  letterNo: '',
  requestedAt: at('11-23T09:05'),
  special: '',
  despite: true,
  request: { ...request(), contactName: '李国强' },
  ...more,
})

describe('what comes by phone, chat or letter', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
    await world.call('sunxiaobing', 'company.join', joining)
  })
  afterAll(() => world.close())

  it('given a call of Friday evening entered on Monday, then the working day counts from the call, and both times are told', async () => {
    const done = await world.call('shenxiaowen', 'ticket.enter', entry({ requestedAt: at('11-20T16:00') }))
    expect(done.due).toBe(at('11-23T17:30'))
    const { ticket } = await world.call('liguoqiang', 'ticket.open', { id: done.id })
    expect(ticket).toMatchObject({
      requestedAt: at('11-20T16:00'),
      source: { label: '电话', author: '沈晓雯' },
    })
    expect(ticket.source.enteredAt).toBeGreaterThanOrEqual(at('11-23T09:40'))
  })

  it('given a time that has not come yet, then it is refused at its field', async () => {
    const refusal = await world.refusal(
      'shenxiaowen',
      'ticket.enter',
      entry({ requestedAt: at('11-23T20:00') }),
    )
    expect(refusal).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { requestedAt: '客户提出的时间不能在现在之后' },
    })
  })

  it('given a machine of another company, or a person of another company, then it is refused', async () => {
    expect(await world.refusal('shenxiaowen', 'ticket.enter', entry({ companyId: 'c2' }))).toMatchObject({
      code: 'EQUIPMENT_NOT_FOUND',
    })
    expect(
      await world.refusal('shenxiaowen', 'ticket.enter', entry({ ownerPid: pidOf('chenmeiling') })),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('given marketing, then only a letter with its number is taken, and its queue says until when it is verified', async () => {
    expect(await world.refusal('jiangyue', 'ticket.enter', entry())).toMatchObject({ code: 'NO_PERMISSION' })
    expect(await world.refusal('jiangyue', 'ticket.enter', entry({ source: 'letter' }))).toMatchObject({
      fields: { letterNo: '请填写联系函编号' },
    })
    const letter = entry({ source: 'letter', letterNo: 'LX-2611-018' })
    const { id } = await world.call('jiangyue', 'ticket.enter', letter)
    const { queues, entries } = await world.call('jiangyue', 'work.open', {})
    expect(queues.find((one) => one.key === 'letters')!.items).toMatchObject([
      { id, note: '客户服务部须在 11月24日(周二)17:30 前核实' },
    ])
    expect(entries.map((one) => one.label)).toEqual(['发工作联系函'])
  })

  it('given a contact whose number marketing reads masked, when he is chosen without one, then his own stands in the request', async () => {
    const { items } = await world.call('jiangyue', 'company.find', { search: '澄远' })
    expect(items[0]!.people.map((one) => one.phone)).toContain('138******01')
    const letter = entry({
      source: 'letter',
      letterNo: 'LX-2611-019',
      request: { ...request(), contactName: '李国强', contactPhone: '' },
    })
    const { id } = await world.call('jiangyue', 'ticket.enter', letter)
    const { ticket } = await world.call('shenxiaowen', 'ticket.open', { id })
    expect(ticket.contact.phone).toBe('13800000001')
  })

  it('given an engineer, quality or a customer, then nothing can be entered', async () => {
    for (const who of ['zhouhai', 'qinlan', 'liguoqiang'])
      expect(await world.refusal(who, 'ticket.enter', entry())).toMatchObject({ code: 'NO_PERMISSION' })
  })

  it('given the same key twice, or a lost answer, then there is one ticket', async () => {
    const asked = entry()
    const first = await world.call('shenxiaowen', 'ticket.enter', asked)
    await world.loseAnswer('shenxiaowen')
    await expect(world.knock('shenxiaowen', 'ticket.enter', asked)).rejects.toThrow()
    const again = await world.call('shenxiaowen', 'ticket.enter', asked)
    expect(again).toMatchObject({ id: first.id, no: first.no })
  })

  it('given an open ticket of the machine, then the office is told which and may go there; marketing is told the number only', async () => {
    const asked = { despite: false, source: 'letter' as const, letterNo: 'LX-1' }
    const office = await world.refusal('shenxiaowen', 'ticket.enter', entry(asked))
    expect(office).toMatchObject({
      code: 'SIMILAR_OPEN',
      words: expect.stringMatching(/已有处理中的工单 BX-/),
    })
    expect((await world.call('shenxiaowen', 'ticket.open', { id: office.ticket! })).ticket.no).toBe(
      office.words.slice(office.words.indexOf('BX-')),
    )
    const marketing = await world.refusal('jiangyue', 'ticket.enter', entry(asked))
    expect(marketing).toMatchObject({ code: 'SIMILAR_OPEN' })
    expect(marketing.ticket).toBeUndefined()
  })
})

describe('two requests for one problem', () => {
  let world: World
  let first = ''
  let second = ''
  const photo = { id: 'photo-of-the-second', kind: 'photo' as const, slot: '报警画面' }
  beforeAll(async () => {
    world = await World.open()
    await world.call('sunxiaobing', 'company.join', joining)
    first = (await world.call('sunxiaobing', 'ticket.submit', request())).id
    const other = { ...request(), description: '还是 2025 报警', contactName: '李国强', media: [photo] }
    second = (await world.call('liguoqiang', 'ticket.submit', other)).id
  })
  afterAll(() => world.close())
  const merge = (key: string, more: object = {}) => ({
    id: second,
    into: first,
    key,
    reason: '同一台设备同一个问题',
    ...more,
  })

  it('given somebody who is not of the office, or another company, then nothing is merged', async () => {
    for (const who of ['zhouhai', 'jiangyue'])
      expect((await world.refusal(who, 'ticket.merge', merge(newKey()))).code).toMatch(
        /NOT_FOUND|NOT_ALLOWED|NO_PERMISSION/,
      )
    const { items } = await world.call('qianjin', 'ticket.list', { tab: 'open' })
    const foreign = merge(newKey(), { into: items[0]!.id })
    expect(await world.refusal('shenxiaowen', 'ticket.merge', foreign)).toMatchObject({
      words: '只能合并同一企业的工单',
    })
    expect((await world.call('liguoqiang', 'ticket.open', { id: second })).ticket.face.words).toBe('待核实')
  })

  it('when they are merged twice with one key, then the first holds everything once and the second points to it', async () => {
    const key = newKey()
    await world.call('shenxiaowen', 'ticket.merge', merge(key))
    const { ticket } = await world.call('shenxiaowen', 'ticket.merge', merge(key))
    expect(ticket.merged).toMatchObject([
      { id: second, description: '还是 2025 报警', contact: '李国强 13800000002' },
    ])
    expect(ticket.media.filter((one) => one.id === photo.id)).toHaveLength(1)
    expect(ticket.timeline.filter((row) => row.words.startsWith('已并入'))).toHaveLength(1)
    const { ticket: gone } = await world.call('liguoqiang', 'ticket.open', { id: second })
    expect(gone).toMatchObject({ mergedInto: { id: first }, face: { category: 'closed' } })
  })

  it('when the photo of the second arrives only then, then the first shows it', async () => {
    const { ticket } = await world.call('liguoqiang', 'ticket.open', { id: first })
    expect(ticket.media).toMatchObject([{ id: photo.id, url: null }])
    const { uploads } = await world.call('liguoqiang', 'ticket.submit', {
      ...request(),
      media: [{ ...photo, id: 'only-for-its-path' }],
    })
    const path = uploads[0]!.path.replace(/[^/]+\/only-for-its-path/, `${second}/${photo.id}`)
    const stored = await fetch(`${world.server.url}/upload?path=${path}`, {
      method: 'POST',
      body: 'jpeg',
      headers: { 'x-openid': 'liguoqiang' },
    })
    const { fileID } = (await stored.json()) as { fileID: string }
    await world.call('liguoqiang', 'media.arrived', { id: second, media: photo.id, fileId: fileID })
    const after = await world.call('sunxiaobing', 'ticket.open', { id: first })
    expect(after.ticket.media[0]!.url).toMatch(/^http/)
  })
})

describe('remote guidance', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
  })
  afterAll(() => world.close())

  it('given a ticket in remote guidance, then the technical department sees it and whom to call; when the engineer has to go after all, not any more', async () => {
    const { id } = await world.call('shenxiaowen', 'ticket.enter', entry())
    expect(await world.refusal('dumingyuan', 'ticket.open', { id })).toMatchObject({ code: 'NOT_FOUND' })
    await world.move('shenxiaowen', id, 'toRemote', { note: '重设参考点' })
    const { ticket } = await world.call('dumingyuan', 'ticket.open', { id })
    expect(ticket.contact).toEqual({ name: '李国强', phone: '13800000002' })
    expect(ticket.moves.map((one) => one.label)).toEqual(expect.arrayContaining(['远程已解决', '转上门']))
    const failed = {
      id,
      key: newKey(),
      move: 'remoteFailed' as const,
      visit: null,
      input: { note: '编码器要换' },
    }
    await world.loseAnswer('dumingyuan')
    await expect(world.knock('dumingyuan', 'ticket.move', failed)).rejects.toThrow()
    const again = await world.call('dumingyuan', 'ticket.move', failed)
    expect(again.ticket).toMatchObject({ face: { words: '已不在您这里' }, moves: [] })
    expect(await world.refusal('dumingyuan', 'ticket.open', { id })).toMatchObject({ code: 'NOT_FOUND' })
    const after = await world.call('shenxiaowen', 'ticket.open', { id })
    expect(after.ticket.face.words).toBe('待核实')
  })
})

describe('the people of the department', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
  })
  afterAll(() => world.close())
  const invited = {
    name: '高远',
    role: 'engineer' as const,
    title: '外勤',
    staffNo: 'QH-F030',
    base: '无锡',
    skills: ['磨床'],
  }

  it('given a coordinator or an engineer, then nobody is invited or changed by them', async () => {
    for (const who of ['shenxiaowen', 'zhouhai']) {
      expect(await world.refusal(who, 'staff.invite', { ...invited, key: newKey() })).toMatchObject({
        code: 'NO_PERMISSION',
      })
      expect(
        await world.refusal(who, 'staff.change', {
          pid: pidOf('zhouhai'),
          skills: [],
          base: '',
          active: false,
        }),
      ).toMatchObject({ code: 'NO_PERMISSION' })
    }
  })

  it('given an invitation, asked for twice with one key, then there is one code; it is good once and carries name, role and skills', async () => {
    const asked = { ...invited, key: newKey() }
    const { code } = await world.call('fanglixin', 'staff.invite', asked)
    expect((await world.call('fanglixin', 'staff.invite', asked)).code).toBe(code)
    expect(await world.refusal('gaoyuan', 'company.peek', { code })).toMatchObject({ code: 'CODE_WRONG' })
    const joins = { code, phone: '13800000099', consent: true as const }
    const { me } = await world.call('gaoyuan', 'staff.join', joins)
    expect(me).toMatchObject({ name: '高远', side: 'staff', roles: ['engineer'] })
    expect(await world.refusal('somebody', 'staff.join', joins)).toMatchObject({ code: 'CODE_USED' })
    const { items, invitations } = await world.call('shenxiaowen', 'staff.list', {})
    expect(items.find((one) => one.name === '高远')).toMatchObject({ skills: ['磨床'], base: '无锡' })
    expect(invitations).toEqual([])
  })

  it('given a customer code at the door of the staff, or a code of a week ago, then it is refused at its field', async () => {
    const joins = { phone: '', consent: true as const }
    expect(await world.refusal('visitor', 'staff.join', { ...joins, code: 'CY7K3P9X' })).toMatchObject({
      code: 'CODE_WRONG',
      fields: { code: '邀请码不对' },
    })
    const { code } = await world.call('fanglixin', 'staff.invite', { ...invited, key: newKey() })
    await world.clock(at('12-01T10:00'))
    expect(await world.refusal('visitor', 'staff.join', { ...joins, code })).toMatchObject({
      code: 'CODE_EXPIRED',
      fields: { code: '邀请码已过期,请让 方立新 重新生成' },
    })
  })

  it('given an invitation, when it is asked for again a day later with the same key, then its end is the one that was said', async () => {
    const asked = { ...invited, key: newKey() }
    const first = await world.call('fanglixin', 'staff.invite', asked)
    await world.clock(at('12-02T10:00'))
    expect(await world.call('fanglixin', 'staff.invite', asked)).toEqual(first)
    const later = await world.call('fanglixin', 'staff.invite', { ...asked, key: newKey() })
    expect(later.until).toBeGreaterThan(first.until)
  })

  it('given an absence, then it is one’s own or the office’s to write, and can be taken back', async () => {
    const away = { from: '2026-12-02', to: '2026-12-04', reason: '休假', remove: false }
    const own = await world.call('zhouhai', 'staff.absence', { ...away, pid: pidOf('zhouhai') })
    expect(own.item.absences).toMatchObject([{ from: '2026-12-02', to: '2026-12-04' }])
    expect(await world.refusal('zhouhai', 'staff.absence', { ...away, pid: pidOf('luyifan') })).toMatchObject(
      {
        code: 'NO_PERMISSION',
      },
    )
    expect(
      await world.refusal('shenxiaowen', 'staff.absence', {
        ...away,
        pid: pidOf('luyifan'),
        to: '2026-12-01',
      }),
    ).toMatchObject({ fields: { to: '结束日期不能早于开始日期' } })
    const back = await world.call('shenxiaowen', 'staff.absence', {
      ...away,
      pid: pidOf('zhouhai'),
      remove: true,
    })
    expect(back.item.absences).toEqual([])
  })

  it('given somebody who is switched off, then he is a stranger at the door; nobody switches himself off', async () => {
    const off = { skills: ['车床'], base: '宁波', active: false }
    // what he has in hand goes to somebody first
    expect(
      await world.refusal('fanglixin', 'staff.change', { ...off, pid: pidOf('mazhiqiang') }),
    ).toMatchObject({ fields: { active: expect.stringContaining('请先转交') } })
    const handing = { pid: pidOf('mazhiqiang'), to: pidOf('zhouhai'), reason: '离职', key: newKey() }
    await world.call('fanglixin', 'staff.handOver', { ...handing, ticket: null })
    await world.call('fanglixin', 'staff.change', { ...off, pid: pidOf('mazhiqiang') })
    expect(await world.refusal('mazhiqiang', 'work.open', {})).toMatchObject({ code: 'NOT_JOINED' })
    expect(
      await world.refusal('fanglixin', 'staff.change', { ...off, pid: pidOf('fanglixin') }),
    ).toMatchObject({
      fields: { active: expect.stringContaining('不能把自己停用') },
    })
  })
})
