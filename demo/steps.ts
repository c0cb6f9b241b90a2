// Steps of demo stories: what somebody did at a time, as the product's own moves take it.
import type { MoveName } from '../miniprogram/domain/door/inputs'
import { pidOf } from '../cloudfunctions/store/ids'
import { instantOf } from '../miniprogram/domain/calendar/days'
import { HOUR } from '../miniprogram/domain/calendar/units'

/** Demo time: 11-23T09:40. */
export const at = (text: string): number => instantOf(`2026-${text.slice(0, 5)}`, text.slice(6))

export interface Step {
  who: string
  move: MoveName
  at: string
  input: object
}

/** Any move that needs no more said. */
export const step = (when: string, who: string, move: MoveName, input: object = {}): Step => ({
  who,
  move,
  at: when,
  input,
})

export const verify = (when: string, free: boolean, more: object = {}): Step => ({
  who: 'shenxiaowen',
  move: 'verify',
  at: when,
  input: {
    charge: free ? 'free' : 'paid',
    chargeReason: free ? '三包期内' : '三包期外',
    note: '电话复述现象,用户确认',
    how: 'phone',
    estimate: free ? null : 3200,
    special: '',
    siteByPhone: true,
    ...more,
  },
})
export const assign = (
  when: string,
  engineer: string,
  task: string,
  arrive: string,
  finish: string,
  companions: string[] = [],
): Step => ({
  who: 'fanglixin',
  move: 'assign',
  at: when,
  input: {
    engineer: pidOf(engineer),
    companions: companions.map(pidOf),
    task,
    arriveBy: at(arrive),
    finishBy: at(finish),
    despite: false,
  },
})
export const trip = (when: string, engineer: string, task: string, city: string, finish: string): Step => ({
  who: engineer,
  move: 'askTrip',
  at: when,
  input: {
    task,
    finishBy: at(finish),
    legs: [{ from: '苏州厂', to: city, by: '高铁', departAt: at(when) + HOUR }],
    costs: [
      { name: '交通', amount: 420 },
      { name: '住宿', amount: 280 },
    ],
  },
})
/** A trip asked for and approved, and everything at hand. */
export const ready = (when: string, engineer: string, task: string, city: string, finish: string): Step[] => [
  trip(when, engineer, task, city, finish),
  step(when, 'fanglixin', 'approveTrip', { note: '' }),
  step(when, engineer, 'prepare', {
    done: ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'],
    missing: [],
  }),
]
export const payQuote = (when: string, who: string): Step => ({
  who,
  move: 'acceptQuote',
  at: when,
  input: {},
})
export const depart = (when: string, who: string, eta: string): Step => ({
  who,
  move: 'depart',
  at: when,
  input: { eta: at(eta) },
})
export const arrive = (when: string, who: string): Step => ({
  who,
  move: 'arrive',
  at: when,
  input: { workwear: true, metOwner: true, siteReady: true, lateReason: '' },
})
export const report = (when: string, who: string, fault: string, cause: string, measure: string): Step => ({
  who,
  move: 'report',
  at: when,
  input: {
    fault,
    cause,
    measure,
    parts: [],
    hours: 3,
    result: 'fixed',
    leftover: '',
    next: '',
    ticks: ['t1', 't2', 't3', 't4', 't5', 't6'],
    media: ['修前', '修后'].map((slot) => ({
      id: `${when}-${slot === '修前' ? 1 : 2}`.replace(/\W/g, '-'),
      kind: 'photo',
      slot,
    })),
  },
})
export const sign = (when: string, who: string, name: string): Step => ({
  who,
  move: 'sign',
  at: when,
  input: {
    name,
    post: '设备',
    running: true,
    cleaned: true,
    oldParts: true,
    note: '',
    signature: '60,180 120,90 170,200 230,80;270,190 330,100 390,200;430,120 540,110',
  },
})
export const leave = (when: string, who: string): Step => ({
  who,
  move: 'leave',
  at: when,
  input: { code: 'the customer’s' },
})
export const rate = (when: string, who: string, stars: number): Step => ({
  who,
  move: 'rate',
  at: when,
  input: {
    stars,
    reasons: stars <= 2 ? ['unfixed'] : ['fast'],
    nps: stars * 2,
    note: '',
    callBack: stars <= 2,
  },
})
export const close = (when: string): Step => ({
  who: 'shenxiaowen',
  move: 'close',
  at: when,
  input: { running: 'well', conduct: 'all', issues: [], price: 'same', wish: '', note: '回访运行正常' },
})
