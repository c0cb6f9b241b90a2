// A small world for domain sentences: people, a machine, a clock; every step goes through decide().
import { createHash } from 'node:crypto'
import type { Known } from '../../miniprogram/domain/complaint/open'
import type { ComplaintRequest } from '../../miniprogram/domain/complaint/request'
import { defaults, type Settings } from '../../miniprogram/domain/company/settings'
import { decide, type Decision } from '../../miniprogram/domain/door/lifecycle'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import { relationsTo, type Person, type Post, type Role } from '../../miniprogram/domain/ticket/people'
import { openTicket } from '../../miniprogram/domain/door/open'
import type { Submission } from '../../miniprogram/domain/intake/open'
import type { Actor, Facts } from '../../miniprogram/domain/ticket/table'
import { noMachine, type Ticket } from '../../miniprogram/domain/ticket/ticket'

export const at = (text: string) => Date.parse(`${text}:00+08:00`)

const staff = (pid: string, name: string, role: Role): Person => ({
  pid,
  name,
  side: 'staff',
  roles: [role],
  companyId: null,
  companyName: null,
  post: null,
})
const customer = (pid: string, name: string, companyId: string, post: Post = 'operator'): Person => ({
  pid,
  name,
  side: 'customer',
  roles: [],
  companyId,
  companyName: companyId,
  post,
})

export const people = {
  sun: customer('sun', '孙小兵', 'c1'),
  li: customer('li', '李国强', 'c1', 'manager'),
  chen: customer('chen', '陈美玲', 'c2'),
  shen: staff('shen', '沈晓雯', 'coordinator'),
  fang: staff('fang', '方立新', 'manager'),
  zhou: staff('zhou', '周海', 'engineer'),
  ma: staff('ma', '马志强', 'engineer'),
  lu: staff('lu', '陆一帆', 'engineer'),
  zheng: staff('zheng', '郑国栋', 'generalManager'),
  han: staff('han', '韩冬', 'workshop'),
  du: staff('du', '杜明远', 'technical'),
  qin: staff('qin', '秦岚', 'quality'),
  jiang: staff('jiang', '蒋悦', 'marketing'),
}
export type Who = keyof typeof people

const named = (who: Who) => ({ pid: people[who].pid, name: people[who].name, title: '' })

export const facts: Facts = {
  settings: defaults,
  duty: {
    coordinator: named('shen'),
    manager: named('fang'),
    generalManager: named('zheng'),
    workshop: named('han'),
    technical: named('du'),
    quality: named('qin'),
  },
  staff: Object.values(people)
    .filter((one) => one.side === 'staff')
    .map(({ pid, name, roles }) => ({ pid, name, title: '', roles })),
  other: null,
  random: Array.from({ length: 32 }, (_, i) => i),
  hash: (text) => createHash('sha256').update(text).digest('hex'),
}

/** What is told while the company has set other numbers. */
export function under<T>(changes: Partial<Settings>, tell: () => T): T {
  const before = facts.settings
  facts.settings = { ...defaults, ...changes }
  try {
    return tell()
  } finally {
    facts.settings = before
  }
}

/** A repair request of 孙小兵. */
export const submission = (now = at('2026-11-23T09:40')): Submission => ({
  id: 't1',
  ownerPid: 'sun',
  author: { pid: 'sun', name: '孙小兵', title: '报修人' },
  source: 'app',
  company: { id: 'c1', name: '苏州澄远精密机械', city: '苏州' },
  now,
  facts,
  equipment: {
    id: 'e1',
    serial: 'QHV850-2403-016',
    model: 'V850 立式加工中心',
    nickname: '3号线',
    warrantyUntil: '2025-04-30',
  },
  request: {
    kind: 'repair',
    symptom: 'alarm',
    production: 'stopped',
    ...asked,
    media: [],
  },
})

const asked = {
  follows: null,
  met: null,
  key: 'key-submit',
  equipmentId: 'e1',
  description: 'X 轴回零报 2025 号报警',
  contactName: '孙小兵',
  contactPhone: '13800000001',
  wish: 'asap',
  wishAt: null,
} as const

/** A turnkey installation that 孙小兵 asks for. */
export const installing = (now = at('2026-11-23T09:40')): Submission => ({
  ...submission(now),
  request: {
    kind: 'installation',
    mode: 'turnkey',
    contractNo: 'HT-26-118',
    arrivalOn: '2026-11-24',
    readyOn: '2026-11-25',
    ...asked,
    media: [],
  },
})

/** 孙小兵 asks something; no machine is named. */
export const inquiring = (now = at('2026-11-23T09:40')): Submission => ({
  ...submission(now),
  equipment: noMachine,
  request: {
    kind: 'inquiry',
    key: 'key-submit',
    equipmentId: '',
    description: '宏程序 O9010 报语法错误,怎么改?',
    contactName: '孙小兵',
    contactPhone: '13800000001',
    media: [{ id: 'screen', kind: 'photo', slot: '', digest: '' }],
  },
})

/** 孙小兵 complains of the machine's noise. */
export const complaining = (more: Partial<ComplaintRequest> = {}, known?: Known): Submission => ({
  ...submission(),
  known,
  request: {
    kind: 'complaint',
    key: 'key-submit',
    safety: false,
    about: 'product',
    ticketId: null,
    personPid: null,
    equipmentId: 'e1',
    topic: 'noise',
    description: '主轴又响了,第二次修还是这样',
    media: [],
    remedies: ['repair', 'apology'],
    callAt: null,
    contactName: '孙小兵',
    contactPhone: '13800000001',
    ...more,
  },
})

/** The same problem again. */
export const complainingAgain = (): Submission =>
  complaining({}, { linked: null, person: null, earlier: [{ id: 't0', no: 'TS-261020-AAAA' }] })

/** A complaint about one of the maker's people. */
export const complainingAbout = (who: Who): Submission =>
  complaining(
    { about: 'person', personPid: who, topic: 'attitude', equipmentId: '' },
    { linked: null, person: named(who), isManager: who === 'fang', earlier: [] },
  )

/** A repair request of 孙小兵 as a fresh ticket. */
export const submitted = (now?: number): Ticket => openTicket(submission(now))

export function actor(who: Who, ticket: Ticket): Actor {
  return { ...named(who), relations: relationsTo(people[who], ticket) }
}

let keys = 0
/** Asks for a move; the answer may be a refusal. */
export function ask(
  ticket: Ticket,
  who: Who,
  move: MoveName,
  input: object,
  now: number,
  visit: string | null = null,
): Decision {
  return decide(ticket, { move, visit, key: `key-${++keys}`, input, actor: actor(who, ticket), now, facts })
}

/** Makes a move that must be allowed. */
export function make(ticket: Ticket, who: Who, move: MoveName, input: object, now: number): Ticket {
  const decision = ask(ticket, who, move, input, now)
  if (!decision.ok) throw new Error(`${move}: ${decision.refusal.words}`)
  return decision.ticket
}

export const inputsOf = {
  verify: {
    charge: 'paid',
    chargeReason: '三包期外',
    note: '电话核实属实',
    how: 'phone',
    estimate: 1200,
    special: '',
    siteByPhone: true,
  },
  assign: {
    engineer: 'zhou',
    companions: [],
    despite: false,
    task: '修 X 轴',
    arriveBy: at('2026-11-25T09:00'),
    finishBy: at('2026-11-25T17:30'),
  },
  askTrip: {
    task: '修 X 轴',
    finishBy: at('2026-11-25T17:30'),
    legs: [{ from: '苏州厂', to: '澄远', by: '汽车', departAt: at('2026-11-25T07:50') }],
    costs: [{ name: '交通', amount: 60 }],
  },
  prepare: { done: ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'], missing: [] },
  depart: { eta: at('2026-11-25T08:50') },
  arrive: { workwear: true, metOwner: true, siteReady: true, lateReason: '' },
  report: {
    fault: 'AX-3-1',
    cause: '编码器电池没电',
    measure: '更换电池,重设参考点',
    parts: [],
    hours: 2,
    result: 'fixed',
    leftover: '',
    next: '',
    ticks: ['t1', 't2', 't3', 't4', 't5', 't6'],
    media: [
      { id: 'before', kind: 'photo', slot: '修前' },
      { id: 'after', kind: 'photo', slot: '修后' },
    ],
  },
  sign: {
    name: '孙小兵',
    post: '操作员',
    signature: '1,2 3,4',
    running: true,
    cleaned: true,
    oldParts: true,
    note: '',
  },
  rate: { stars: 5, reasons: ['fast'], nps: 9, note: '', callBack: false, callTime: 'any' },
  close: { running: 'well', conduct: 'all', issues: [], price: 'same', wish: '', note: '运行正常' },
}

/** The story up to the engineer who may depart. */
export function prepared(start = submitted()): Ticket {
  let t = make(start, 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
  t = make(t, 'li', 'acceptQuote', {}, at('2026-11-23T10:30'))
  t = make(t, 'fang', 'assign', inputsOf.assign, at('2026-11-23T11:00'))
  t = make(t, 'zhou', 'askTrip', inputsOf.askTrip, at('2026-11-23T11:10'))
  t = make(t, 'fang', 'approveTrip', { note: '' }, at('2026-11-23T11:20'))
  return make(t, 'zhou', 'prepare', inputsOf.prepare, at('2026-11-24T16:00'))
}

/** The story up to the engineer at the machine. */
export function onsite(start = submitted()): Ticket {
  const t = make(prepared(start), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
  return make(t, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-25T08:50'))
}

/** The story up to the signed receipt. */
export function signed(start = submitted()): Ticket {
  const t = make(onsite(start), 'zhou', 'report', inputsOf.report, at('2026-11-25T11:00'))
  return make(t, 'sun', 'sign', inputsOf.sign, at('2026-11-25T11:10'))
}
