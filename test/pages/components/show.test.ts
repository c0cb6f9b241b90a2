// What the mute components show of what they are given, and what they say when they are tapped.
import type { Card, Face, TimelineRow } from '../../../typings/contract'
import { draw, phoneOf, tap, wordsOf, type Rendered } from '../render/open'

const at = (text: string): number => Date.parse(`2026-${text}:00+08:00`)
const now = at('11-23T09:40')
const face = (more: Partial<Face> = {}): Face => ({
  code: 'submitted',
  words: '待核实',
  category: 'us',
  holder: { name: '沈晓雯', title: '内勤' },
  due: at('11-24T17:30'),
  provisional: false,
  overdue: false,
  minutesLeft: null,
  near: false,
  next: '内勤联系您核实,再安排工程师',
  article: '18.1',
  ...more,
})
const card = (more: Partial<Card> = {}): Card => ({
  id: 't1',
  no: 'BX-261123-K7Q4',
  kind: 'repair',
  title: 'V850 立式加工中心 · 报警停机',
  companyName: '苏州澄远精密机械',
  face: face(),
  verb: null,
  requestedAt: now,
  ...more,
})

let phone: ReturnType<typeof phoneOf>
beforeEach(() => {
  jest.resetModules()
  phone = phoneOf()
})

/** Hears what a component says. */
function heard(made: Rendered, event: string): unknown[] {
  const said: unknown[] = []
  made.addEventListener(event, ({ detail }) => said.push(detail))
  return said
}

describe('ticket-card', () => {
  it('given a ticket, then it shows kind, number, state, machine, holder and time', () => {
    const made = draw('components/ticket-card/index', { card: card(), side: 'customer', now })
    expect(wordsOf(made)).toMatch(
      /报修.*BX-261123-K7Q4.*待核实.*V850 立式加工中心.*报警停机.*沈晓雯\(内勤\) 处理.*11月24日 17:30 前/,
    )
    expect(wordsOf(made)).not.toMatch(/苏州澄远/)
  })
  it('given the maker looks, then the company stands on it too', () => {
    expect(wordsOf(draw('components/ticket-card/index', { card: card(), side: 'staff', now }))).toMatch(
      /苏州澄远精密机械/,
    )
  })
  it('given something to do for the reader, then the verb stands on it', () => {
    expect(wordsOf(draw('components/ticket-card/index', { card: card({ verb: '签署回执' }), now }))).toMatch(
      /签署回执/,
    )
  })
  it('given a ticket past its time, then the maker reads by how much', () => {
    const late = card({ face: face({ due: at('11-20T17:30'), overdue: true }) })
    const made = draw('components/ticket-card/index', { card: late, side: 'staff', now })
    expect(wordsOf(made)).toMatch(/超时 1 小时 10 分/)
    expect(made.dom.querySelector('[class*=cat-overdue]')).not.toBeNull()
  })
  it('when it is tapped, then it names its ticket', async () => {
    const made = draw('components/ticket-card/index', { card: card(), now })
    const said = heard(made, 'open')
    await tap(made, '.ticket')
    expect(said).toEqual([expect.objectContaining({ id: 't1' })])
  })
})

describe('answer-block', () => {
  it('given a face, then it answers in order: state, holder, until when, what next, by which article', () => {
    const made = draw('components/answer-block/index', { face: face(), side: 'customer', now, no: 'BX-1' })
    expect(wordsOf(made)).toMatch(
      /待核实.*BX-1.*现在由 ?沈晓雯.*11月24日\(周二\)17:30 前.*还剩 14 小时 50 分.*接下来.*内勤联系您核实.*第十八条第1项/,
    )
  })
  it('given a year without a calendar, then it says that the time is provisional', () => {
    expect(
      wordsOf(draw('components/answer-block/index', { face: face({ provisional: true }), now })),
    ).toMatch(/时限为暂定/)
  })
  it('given nobody holds it any more, then it shows neither holder nor time', () => {
    const closed = face({ words: '已关闭', category: 'closed', holder: null, due: null, article: null })
    expect(wordsOf(draw('components/answer-block/index', { face: closed, now }))).not.toMatch(
      /现在由|前|依据/,
    )
  })
})

describe('status-badge', () => {
  it.each(['us', 'customer', 'site', 'done', 'closed'])(
    'given the category %s, then words and colour go together',
    (category) => {
      const made = draw('components/status-badge/index', { category, words: '待核实' })
      expect(wordsOf(made)).toContain('待核实')
      expect(made.dom.querySelector(`[class*=cat-${category}]`)).not.toBeNull()
      expect(made.dom.querySelector('[class*=t-icon]')).not.toBeNull()
    },
  )
  it('given it is late, then the colour changes and the words stay', () => {
    const made = draw('components/status-badge/index', { category: 'us', words: '待核实', overdue: true })
    expect(made.dom.querySelector('[class*=cat-overdue]')).not.toBeNull()
    expect(wordsOf(made)).toContain('待核实')
  })
})

describe('bottom-bar', () => {
  it('given a verb, when it is tapped, then it says so once', async () => {
    const made = draw('components/bottom-bar/index', { label: '提交' })
    const said = heard(made, 'press')
    await tap(made, '.main')
    expect(said).toEqual([{ blocked: false }])
  })
  it('given it is not possible yet, when it is tapped, then the page hears that, to say why', async () => {
    const made = draw('components/bottom-bar/index', { label: '提交(还差 1 项)', disabled: true })
    const said = heard(made, 'press')
    await tap(made, '.main')
    expect(said).toEqual([{ blocked: true }])
  })
  it('given it is under way, when it is tapped, then nothing is said', async () => {
    const made = draw('components/bottom-bar/index', { label: '提交', secondary: '驳回', loading: true })
    const said = [heard(made, 'press'), heard(made, 'second')]
    await tap(made, '.main')
    await tap(made, '.second')
    expect(said).toEqual([[], []])
  })
  it('given a second verb and a note, then both are shown, and the second is told apart', async () => {
    const made = draw('components/bottom-bar/index', {
      label: '同意',
      secondary: '驳回',
      note: '还剩 1 小时',
    })
    const said = heard(made, 'second')
    await tap(made, '.second')
    expect(said).toHaveLength(1)
    expect(wordsOf(made)).toMatch(/还剩 1 小时.*驳回.*同意/)
  })
})

describe('ticket-timeline', () => {
  const rows: TimelineRow[] = [7, 6, 5, 4, 3, 2, 1].map((n) => ({
    at: at(`11-1${n}T09:00`),
    who: '周海',
    words: `第 ${n} 步`,
    category: 'us',
  }))
  it('given seven steps, then the five newest are shown and two wait', () => {
    const made = draw('components/ticket-timeline/index', { rows })
    expect(wordsOf(made)).toMatch(/第 7 步.*第 3 步.*展开其余 2 条/)
    expect(wordsOf(made)).not.toContain('第 2 步')
  })
  it('when the rest is unfolded, then all are shown', async () => {
    const made = draw('components/ticket-timeline/index', { rows })
    await tap(made, '.more')
    expect(wordsOf(made)).toMatch(/第 7 步.*第 1 步/)
    expect(wordsOf(made)).not.toContain('展开')
  })
})

describe('chip-group', () => {
  const options = [
    { value: 'a', label: '甲' },
    { value: 'b', label: '乙' },
  ]
  it('given one choice, when another chip is tapped, then its value is said', async () => {
    const made = draw('components/chip-group/index', { options, value: 'a' })
    const said = heard(made, 'change')
    await tap(made, '.chip', 1)
    expect(said).toEqual([{ value: 'b' }])
  })
  it('given several may be chosen, when taps come, then one is added, and one taken away', async () => {
    const made = draw('components/chip-group/index', { options, value: ['a'], multiple: true })
    const said = heard(made, 'change')
    await tap(made, '.chip', 1)
    await tap(made, '.chip', 0)
    expect(said).toEqual([{ value: ['a', 'b'] }, { value: [] }])
  })
  it('given a choice, then only it is marked', () => {
    const made = draw('components/chip-group/index', { options, value: 'b' })
    expect(made.querySelectorAll('.on').map((one) => one.dom.textContent)).toEqual(['乙'])
  })
})

describe('rule-link', () => {
  it('given an article, when it is tapped, then its text opens, and from there the whole', async () => {
    const made = draw('components/rule-link/index', { article: '18.1' })
    expect(wordsOf(made)).toContain('依据 第十八条第1项')
    expect(wordsOf(made)).not.toContain('工作联系函')
    await tap(made, '.link')
    expect(wordsOf(made)).toContain('工作联系函')
    await tap(made, '.btn')
    expect(phone.went).toEqual(['/about/rules/index?a=18.1'])
  })
  it('given no such article, then nothing is shown', () => {
    expect(wordsOf(draw('components/rule-link/index', { article: '99' })).trim()).toBe('')
  })
})

describe('person-card', () => {
  const engineer = {
    name: '周海',
    staffNo: 'QH-F012',
    skills: ['五轴', '西门子系统'],
    visitsHere: 2,
    phone: '13800000051',
  }
  it('given an engineer, then name, number, skills and visits are shown, and a tap calls', async () => {
    const made = draw('components/person-card/index', { engineer })
    expect(wordsOf(made)).toMatch(/周海.*工号 QH-F012.*来过 2 次.*五轴·西门子系统.*打电话/)
    await tap(made, '.call')
    expect(phone.went).toEqual(['tel:13800000051'])
  })
  it('given a number that this reader may not have, then there is no call', () => {
    expect(
      wordsOf(draw('components/person-card/index', { engineer: { ...engineer, phone: null } })),
    ).not.toContain('打电话')
  })
})
