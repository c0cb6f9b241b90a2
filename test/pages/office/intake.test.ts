// 代客登记 of a complaint: the office writes down what a customer said on the phone.
import { demoStart } from '../../../demo/local'
import type { CompanyFound } from '../../../typings/contract'
import type { WeChat } from '../foundation/wechat'
import { draw, phoneOf, settle, tap, wordsOf, type Rendered } from '../render/open'

let phone: WeChat & { went: string[] }
let page: Rendered
beforeAll(() =>
  jest.useFakeTimers({
    now: demoStart,
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
  }),
)
beforeEach(() => {
  jest.resetModules()
  phone = phoneOf()
})
afterEach(() => page.detach())
afterAll(() => jest.useRealTimers())

const company: CompanyFound = {
  id: 'c1',
  name: '苏州澄远精密机械',
  city: '苏州',
  equipment: [
    { id: 'e1', serial: 'QHV850-2403-016', model: 'V850', nickname: '3号线', warranty: '三包期内' },
    { id: 'e2', serial: 'QHT46-2212-007', model: 'T46', nickname: '', warranty: '三包已过' },
  ],
  people: [{ pid: 'li', name: '李国强', title: '设备经理', phone: '13800000002' }],
}
const served = { services: [], machines: [], people: [{ pid: 'zhou', name: '周海', title: '工程师' }] }
const made = { id: 't1', no: 'TS-261123-AAAA', kind: 'complaint', due: demoStart, uploads: [] }
const answers: Record<string, unknown> = {
  'company.find': { items: [company] },
  'complaint.about': served,
  'ticket.enter': made,
}

const put = async (field: string, value: unknown) => {
  page.instance.typed!({ currentTarget: { dataset: { field } }, detail: { value } })
  await settle()
}

test('given a complaint by phone about an engineer, when the office enters it, then it is sent whole and its own page opens', async () => {
  phone.cloud = (action) => answers[action] ?? {}
  page = draw('office/intake/index')
  page.instance.onLoad!({})
  await settle()
  page.instance.searched!({ detail: { value: '澄远' } })
  await page.instance.find!()
  await settle()
  await tap(page, '.choice', 2) // who said it, after the two machines
  await put('kind', 'complaint')
  expect(phone.calls.at(-1)).toMatchObject({ action: 'complaint.about', input: { companyId: 'c1' } })
  expect(wordsOf(page)).toMatch(/有人受伤或有安全风险吗.*哪方面的问题.*涉及哪位工作人员.*客户希望怎么做/)
  expect(wordsOf(page)).not.toMatch(/希望什么时候来|是特殊情况吗|现在能生产吗/)
  for (const [field, value] of [
    ['source', 'phone'],
    ['safety', 'no'],
    ['topic', 'attitude'],
    ['personPid', 'zhou'],
    ['remedies', ['apology']],
  ] as const)
    await put(field, value)
  expect(page.data.left).toBe(1)
  await page.instance.submit!()
  expect(page.data.errors).toMatchObject({ description: expect.any(String) })
  expect(phone.calls.map(({ action }) => action)).not.toContain('ticket.enter')
  await put('description', '说话很不客气,东西扔了一地')
  await page.instance.submit!()
  await settle()
  expect(phone.calls.find(({ action }) => action === 'ticket.enter')!.input).toMatchObject({
    companyId: 'c1',
    ownerPid: 'li',
    source: 'phone',
    special: '',
    request: {
      ...{ kind: 'complaint', about: 'person', personPid: 'zhou', topic: 'attitude', safety: false },
      ...{ remedies: ['apology'], description: '说话很不客气,东西扔了一地', ticketId: null },
    },
  })
  expect(phone.went).toEqual(['/office/case/index?id=t1'])
})
