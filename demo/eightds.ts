// 8D records of the demo, each made by the product's own rules: one that proved its effect, one that still has to.
import { defaults } from '../miniprogram/domain/company/settings'
import { effectOf } from '../miniprogram/domain/quality/effect'
import { linkOf } from '../miniprogram/domain/quality/linking'
import { d8RelationsTo, decideD8 } from '../miniprogram/domain/quality/lifecycle'
import type { D8MoveName } from '../miniprogram/domain/quality/inputs'
import { implementedOn, stepOf, type D8 } from '../miniprogram/domain/quality/record'
import { beginD8 } from '../miniprogram/domain/quality/start'
import type { StepKey } from '../miniprogram/domain/quality/steps'
import { instantOf, isoDay } from '../miniprogram/domain/calendar/days'
import { d8IdOf } from '../cloudfunctions/store/ids'
import type { D8Record, PersonRecord, TicketRecord } from '../cloudfunctions/store/records'
import { peopleRecords } from './people'

const at = (text: string): number => instantOf(text.slice(0, 10), text.slice(11))

interface Told {
  no: string
  title: string
  at: string
  fault: string
  models: string[]
  /** Whose tickets it has, by serial. */
  serial: string
  problem: Record<string, string>
  steps: readonly (readonly [when: string, step: StepKey, values: Record<string, string>])[]
  /** Manuals changed before D7: when given to the technical department, when done. */
  manual: { asked: string; done: string; change: string; due: string }
  closed: { at: string; summary: string } | null
}

const pipe: Told = {
  no: '8D-260601-P4LB',
  title: '主轴润滑管接头(V850、V1160、D540)',
  at: '2026-06-01T09:20',
  fault: 'SP-2-2',
  models: ['V850', 'V1160', 'D540'],
  serial: 'QHV850-2403-016',
  problem: {
    who: '澄远、启能、甬能',
    what: '主轴箱温度高报警,润滑不足;拆检均为润滑管接头渗漏',
    where: 'V850、V1160、D540 主轴箱后侧快插接头',
    when: '4月8日至5月27日',
    many: '4 次,4 台,停机 106 小时',
    is: '快插接头的主轴箱',
    isNot: '卡套接头的 H63 没有发生',
  },
  steps: [
    ['2026-06-01T11:00', 'D0', { action: '通知 4 家用户停机点检接头;服务车各备 10 只卡套接头' }],
    ['2026-06-02T10:00', 'D1', { team: '秦岚组长;杜明远查设计;韩冬查装配;方立新对用户' }],
    ['2026-06-03T15:00', 'D2', {}],
    [
      '2026-06-04T09:30',
      'D3',
      { action: '库存快插接头封存,发货前换卡套接头', proof: '6月4日 韩冬,换 34 只,保压 2 小时无渗漏' },
    ],
    [
      '2026-06-11T16:20',
      'D4',
      {
        occurrence: '快插接头的卡环不耐主轴箱 60°C 油温,三个月后失去弹力',
        escape: '出厂只做常温保压,没有热态试验',
      },
    ],
    [
      '2026-06-15T14:00',
      'D5',
      {
        measure: '改用不锈钢卡套接头;出厂增加 60°C 热态保压',
        why: '快插、卡套、扩口三种热循环对比,卡套 500 次无渗漏',
      },
    ],
    [
      '2026-06-25T17:00',
      'D6',
      { done: '自 2606 批起装机;老机 4 台上门换完', on: '2026-06-25', proof: '4 台运行两周无渗漏' },
    ],
    [
      '2026-07-03T10:30',
      'D7',
      { drawings: '图纸 SP-031 改 C 版,工艺卡加热态保压', alike: 'H63、U500 同位置检查,已是卡套接头' },
    ],
  ],
  manual: {
    asked: '2026-06-26T09:00',
    done: '2026-07-01T16:00',
    change: '润滑管接头一节改为卡套接头与力矩 12 N·m',
    due: '2026-07-03',
  },
  closed: {
    at: '2026-07-27T10:00',
    summary: '32 天没有再发生。接头选型要按热态,不按常温。谢谢车间和技术部',
  },
}

const arm: Told = {
  no: '8D-261013-S7DK',
  title: '换刀卡刀(V850、V1160、D540)',
  at: '2026-10-13T09:10',
  fault: 'TC-1-1',
  models: ['V850', 'V1160', 'D540'],
  serial: 'QHV850-2403-016',
  problem: {
    who: '澄远、启能',
    what: '换刀时卡刀,机械手停在半途',
    where: 'V850、V1160、D540 刀库机械手',
    when: '7月31日至9月29日',
    many: '3 次,3 台,停机 25 小时',
    is: '机械手凸轮箱为 2 号供应商',
    isNot: '1 号供应商的凸轮箱没有发生',
  },
  steps: [
    ['2026-10-13T11:00', 'D0', { action: '通知 3 家用户换刀降速到 70%,备凸轮从动轮' }],
    ['2026-10-14T10:00', 'D1', { team: '秦岚组长;杜明远查凸轮箱;韩冬查来料' }],
    ['2026-10-15T15:00', 'D2', {}],
    [
      '2026-10-16T09:30',
      'D3',
      { action: '2 号供应商凸轮箱停用,库存换 1 号', proof: '10月16日 韩冬,抽 6 台各换刀 200 次无报警' },
    ],
    [
      '2026-10-26T16:20',
      'D4',
      { occurrence: '从动轮热处理硬度低,磨损后行程不足', escape: '来料只看合格证,没有测硬度' },
    ],
    [
      '2026-10-29T14:00',
      'D5',
      {
        measure: '从动轮硬度写进图纸 HRC 58–62;来料每批测 3 件',
        why: '同样磨损试验,HRC 60 寿命是 HRC 50 的 4 倍',
      },
    ],
    [
      '2026-11-11T17:00',
      'D6',
      { done: '新从动轮 11月11日 上线,老机已换', on: '2026-11-11', proof: '每台换刀 500 次无报警' },
    ],
  ],
  manual: {
    asked: '2026-11-12T09:00',
    done: '',
    change: '刀库保养一节加从动轮间隙检查',
    due: '2026-11-27',
  },
  closed: null,
}

/** All 8D records of the demo; `tickets` are those that they may be linked to. */
export function d8Records(tickets: readonly TicketRecord[]): D8Record[] {
  const people = peopleRecords(0)
  return [pipe, arm].map((told) => ({ ...tell(told, tickets, people), untold: [], untoldSince: null }))
}

function tell(told: Told, tickets: readonly TicketRecord[], people: PersonRecord[]): D8 {
  const quality = named(people, 'qinlan')
  const linked = tickets
    .filter((one) => one.equipment.serial === told.serial && one.kind === 'repair')
    .slice(0, 2)
  const first = beginD8(
    {
      ...{
        _id: d8IdOf(told.no),
        no: told.no,
        state: 'running',
        origin: 'pareto',
        urgent: '',
        hiddenFrom: [],
      },
      ...{ title: told.title, fault: told.fault, models: told.models },
      ...{ problem: told.problem, tickets: linked.map(linkOf), by: quality, lead: quality },
    },
    `demo-${told.no}`,
    at(told.at),
    defaults,
  )
  const { manual } = told
  const steps = told.steps.map(
    ([when, step, values]) =>
      (d8: D8) =>
        made(d8, when, 'qinlan', 'finish', {
          ...{
            step,
            media: [],
            seen: stepOf(d8, step).rev,
            values: { ...stepOf(d8, step).values, ...values },
          },
        }),
  )
  const asks = (d8: D8) =>
    made(d8, manual.asked, 'qinlan', 'addTask', {
      manual: 'V850 维修手册',
      change: manual.change,
      due: manual.due,
    })
  const updates = (d8: D8) =>
    made(d8, manual.done, 'dumingyuan', 'doneTask', { task: 'm1', note: '3.2 版 4.5 节' })
  const closes = (d8: D8) => made(d8, told.closed!.at, 'qinlan', 'close', { summary: told.closed!.summary })
  const whole = [
    ...steps.slice(0, 7),
    asks,
    ...(manual.done ? [updates] : []),
    ...steps.slice(7),
    ...(told.closed ? [closes] : []),
  ]
  return whole.reduce((d8, step) => step(d8), first)

  function made(d8: D8, when: string, who: string, move: D8MoveName, input: object): D8 {
    const person = people.find((one) => one.openid === who)!
    const actor = { ...named(people, who), relations: d8RelationsTo({ ...person, pid: person._id }, d8) }
    const effect = effectOf(implementedOn(d8), isoDay(at(when)), d8.models, [], defaults)
    const facts = { staff: [], effect, ticket: null, settings: defaults }
    const key = `demo-${when}-${move}`
    const decision = decideD8(d8, { move, key, input, actor, now: at(when), facts })
    if (!decision.ok) throw new Error(`${told.no} ${move}: ${decision.refusal.words}`)
    return decision.d8
  }
}

function named(people: PersonRecord[], openid: string) {
  const { _id: pid, name, title } = people.find((one) => one.openid === openid)!
  return { pid, name, title }
}
