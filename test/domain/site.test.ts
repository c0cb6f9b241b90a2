import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sampleOf } from '../../miniprogram/customer/ready/samples'
import { machines } from '../../demo/machines'
import { siteItems } from '../../miniprogram/domain/company/checklists'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { workingMinutes } from '../../miniprogram/domain/calendar/working-time'
import { movesFor } from '../../miniprogram/domain/door/lifecycle'
import { actor, ask, at, facts, inputsOf, make, submitted } from './world'

const all = ['s1', 's2', 's3', 's4', 's5', 's6']
const photo = (slot: string) => ({ id: `p-${slot}`, kind: 'photo', slot })
const photos = ['设备全景', '铭牌', '报警画面', '故障部位'].map(photo)

/** Verified by phone, the site not confirmed yet. */
const waiting = (start = submitted()): Ticket =>
  make(start, 'shen', 'verify', { ...inputsOf.verify, siteByPhone: false }, at('2026-11-23T10:00'))
const confirm = (t: Ticket, input: object, who: 'sun' | 'li' = 'sun') =>
  ask(t, who, 'confirmSite', { ready: all, media: photos, truth: true, ...input }, at('2026-11-23T14:00'))

describe('site conditions before anybody is sent (第十八条第2项)', () => {
  it("given a kind and a model, then the list is the kind's and what the model asks for beside it", () => {
    const labels = (job: 'repair' | 'turnkey', model: string) => siteItems(job, model).map((one) => one.label)
    expect(labels('repair', 'V850 立式加工中心')).toHaveLength(6)
    expect(labels('repair', 'U500 五轴加工中心').slice(6)).toEqual(['室温与恒温'])
    expect(labels('turnkey', 'G2518 龙门加工中心')).toHaveLength(9)
    expect(new Set(siteItems('turnkey', 'U500').map((one) => one.id)).size).toBe(10)
  })

  it.each(['repair', 'guided', 'turnkey'] as const)(
    'given a %s on any model, then each condition has a sample picture on disk; an unknown one has none',
    (job) => {
      const lacking = machines
        .flatMap(({ model }) => siteItems(job, model).map((one) => sampleOf(one.label)))
        .filter((path) => path === '' || !existsSync(join(__dirname, '../../miniprogram', path)))
      expect(lacking).toEqual([])
      expect(sampleOf('别的条件')).toBe('')
    },
  )

  it('given a verified repair, then the customer is asked, and nobody can be sent or depart', () => {
    const t = waiting()
    expect([t.state, t.holder!.name]).toEqual(['site_ready', '孙小兵'])
    expect(t.untold.map((tell) => [tell.title, tell.page])).toContainEqual([
      '请确认现场条件',
      '/customer/ready/index?id=t1',
    ])
    expect(ask(t, 'fang', 'assign', inputsOf.assign, at('2026-11-23T11:00'))).toMatchObject({
      ok: false,
      refusal: {
        code: 'BLOCKED',
        words: '还不能派出:现场条件还没有确认',
        article: '18.2',
        wayOut: expect.stringContaining('电话确认'),
      },
    })
  })

  it('given five of six conditions, then confirming names the one that is missing', () => {
    expect(confirm(waiting(), { ready: all.slice(0, 5) })).toMatchObject({
      ok: false,
      refusal: { fields: { ready: '还没有具备:作业空间与吊点' }, article: '18.2' },
    })
  })

  it('given photos that came with the request, then they are not asked for again; others are by name', () => {
    const start = submitted()
    start.media = photos
      .slice(2)
      .map((one) => ({ ...one, digest: '', path: '', fileId: null, by: 'sun', at: 0 })) as Ticket['media']
    expect(confirm(waiting(start), { media: photos.slice(0, 2) }).ok).toBe(true)
    expect(confirm(waiting(start), { media: photos.slice(0, 1) })).toMatchObject({
      refusal: { fields: { media: '请拍照:铭牌' } },
    })
  })

  it('given items saved one by one and saved again, then what is saved last stands and the history tells staff only', () => {
    let t = make(waiting(), 'sun', 'saveSite', { ready: ['s1'], media: [photos[0]] }, at('2026-11-23T11:00'))
    t = make(t, 'li', 'saveSite', { ready: ['s1', 's5'], media: [photos[0]] }, at('2026-11-23T11:05'))
    expect(t.site.items.filter((item) => item.state === 'ready').map((item) => item.id)).toEqual(['s1', 's5'])
    expect(t.media).toHaveLength(1)
    expect(t.events.at(-1)).toMatchObject({ internal: true, words: '现场条件已准备 2/6 项' })
  })

  it('given a site that is ready later, then nobody is sent, the pause is an interval, and confirming ends it', () => {
    let t = make(
      waiting(),
      'li',
      'siteNotReady',
      { readyOn: '2026-11-26', note: '吊车周四才有' },
      at('2026-11-23T11:00'),
    )
    expect(t.due).toBe(at('2026-11-26T17:30'))
    expect(t.untold.map((tell) => tell.words)).toContain('好的,等您准备好再派人')
    t = make(t, 'sun', 'confirmSite', { ready: all, media: photos, truth: true }, at('2026-11-26T10:00'))
    expect(t.pauses).toEqual([
      { reason: '等现场条件', from: at('2026-11-23T10:00'), to: at('2026-11-26T10:00'), by: '沈晓雯' },
    ])
    expect([t.state, t.site.readyOn, t.site.confirmed!.by.name]).toEqual(['verified', null, '孙小兵'])
  })

  it('given a site confirmed and then not ready after all, then a second interval begins', () => {
    let t = make(
      waiting(),
      'sun',
      'confirmSite',
      { ready: all, media: photos, truth: true },
      at('2026-11-23T11:00'),
    )
    t = make(t, 'sun', 'siteNotReady', { readyOn: '2026-11-25', note: '' }, at('2026-11-23T15:00'))
    t = make(t, 'sun', 'confirmSite', { ready: all, media: photos, truth: true }, at('2026-11-25T09:30'))
    expect(t.pauses.map(({ from, to }) => [from, to])).toEqual([
      [at('2026-11-23T10:00'), at('2026-11-23T11:00')],
      [at('2026-11-23T15:00'), at('2026-11-25T09:30')],
    ])
  })

  it.each([
    ['over lunch', '2026-11-23T11:30', '2026-11-23T13:30'],
    ['over a night', '2026-11-23T17:00', '2026-11-24T09:15'],
    ['over a weekend', '2026-11-23T10:05', '2026-11-30T10:05'],
    ['outside working time', '2026-11-23T18:00', '2026-11-23T23:00'],
  ])(
    'given a wait for the customer %s, then the promise moves by exactly the working time that passed',
    (_name, from, to) => {
      const start = submitted()
      let t = make(start, 'shen', 'askInfo', { asked: '报警画面' }, at(from))
      t = make(t, 'sun', 'supplement', { text: '已补充', media: [] }, at(to))
      const paused = workingMinutes(at(from), at(to))
      expect(workingMinutes(start.verifyBy, t.verifyBy)).toBe(paused)
      expect(workingMinutes(start.createdAt, t.verifyBy, t.pauses)).toBe(
        workingMinutes(start.createdAt, start.verifyBy),
      )
    },
  )
})

describe('who may say yes to a price (第四条)', () => {
  const offer = (t: Ticket, who: 'sun' | 'li') =>
    movesFor(t, actor(who, t), at('2026-11-23T11:00'), facts).find((one) => one.move === 'acceptQuote')

  it('given a quote, then it is for those who may confirm costs; the operator reads who has to and why', () => {
    expect(offer(waiting(), 'li')).toMatchObject({ blocked: null })
    const words = { words: '需要有费用权限的同事确认', wayOut: '请转发给设备经理确认', article: '4' }
    expect(offer(waiting(), 'sun')).toMatchObject({ blocked: words })
    expect(ask(waiting(), 'sun', 'acceptQuote', {}, at('2026-11-23T11:00'))).toMatchObject({
      ok: false,
      refusal: { code: 'BLOCKED', ...words },
    })
  })

  it('given an answer, then it is not asked again', () => {
    const t = make(waiting(), 'li', 'acceptQuote', {}, at('2026-11-23T11:00'))
    expect(offer(t, 'li')).toBeUndefined()
    expect(t.quote!.answer).toMatchObject({ ok: true, by: { name: '李国强' }, how: 'customer' })
  })

  it('given a paid repair nobody has agreed to, then the engineer does not depart: words, article, way out', () => {
    let t = make(
      waiting(),
      'sun',
      'confirmSite',
      { ready: all, media: photos, truth: true },
      at('2026-11-23T11:00'),
    )
    t = make(t, 'fang', 'assign', inputsOf.assign, at('2026-11-23T13:00'))
    expect(ask(t, 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))).toMatchObject({
      ok: false,
      refusal: {
        code: 'BLOCKED',
        words: '还不能出发:费用 ¥1,200 客户还没有确认',
        article: '4',
        wayOut: expect.stringContaining('有费用权限的人'),
      },
    })
  })
})
