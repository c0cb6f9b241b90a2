// The measures of the service (第八条): each with how many it rests on, whether that is enough, and what it means.
import type { Measure, Satisfaction } from './answers'
import { inWords, said, type SettingName, type Settings, type Words } from '../company/settings'
import { minutesWords } from '../calendar/format'
import { measured as m, partsOf, voiced as s, whole, type Rows, type Sums } from './sums'

/** What a period holds for the measures. */
export interface Held {
  measures: Rows
  voices: Rows
  /** Calendar hours of the machines in service. */
  machineHours: number
}

interface Reading {
  value: number | null
  sample: number
}
interface Row {
  key: string
  label: string
  definition: Words
  /** The setting of how few cannot be relied on. */
  least: SettingName
  /** Whether more of it is good. */
  more: boolean
  sampleWords: (reading: Reading, held: Counts) => string
  words: (value: number) => string
  read: (counts: Counts, machineHours: number) => Reading
}
interface Counts {
  /** Places as `measured` and `voiced` say. */
  m: readonly number[]
  s: readonly number[]
}

const percent = (value: number): string => `${Math.round(value * 100)}%`
const hours = (value: number): string => `${group(Math.round(value))} 小时`
const group = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
const share = (part: number, of: number): Reading => ({ value: of === 0 ? null : part / of, sample: of })
const pieces = (unit: string) => (reading: Reading) => `样本 ${reading.sample} ${unit}`

const rows: readonly Row[] = [
  {
    key: 'mtbf',
    label: '平均无故障时间 MTBF',
    definition:
      '在用设备的日历小时合计 ÷ 故障次数。时间基准是日历时间(每天 24 小时),不是开机时间;设备从验收日起计入。故障按报修日归入期间,未受理、取消和合并的不计。',
    least: 'mtbfLeast',
    more: true,
    sampleWords: pieces('次故障'),
    words: hours,
    read: ({ m: c }, machineHours) => ({
      value: c[m.failures]! > 0 && machineHours > 0 ? machineHours / c[m.failures]! : null,
      sample: c[m.failures]!,
    }),
  },
  {
    key: 'mttr',
    label: '平均修复时间 MTTR',
    definition:
      '服务记录里的维修工时合计 ÷ 有维修工时的故障次数(IEEE 493)。只算动手修的时间,不含发现、等待和路途。',
    least: 'mttrLeast',
    more: false,
    sampleWords: pieces('次故障'),
    words: (value) => `${(value / 60).toFixed(1)} 小时`,
    read: ({ m: c }) => mean(c[m.repairMinutes]!, c[m.repaired]!),
  },
  {
    key: 'firstFix',
    label: '一次修复率',
    definition: (settings) =>
      `第一次上门就修复、且 ${said(settings, 'repeatVisitDays')}内同一台设备同一故障没有再上门的工单 ÷ 上过门的报修工单。「临时恢复」不算修复;最近 ${said(settings, 'repeatVisitDays')}内的还可能变化。`,
    least: 'firstFixLeast',
    more: true,
    sampleWords: pieces('张上过门的工单'),
    words: percent,
    read: ({ m: c }) => share(c[m.firstFixed]!, c[m.visited]!),
  },
  {
    key: 'repeat',
    label: '重复上门率',
    definition: (settings) =>
      `${said(settings, 'repeatVisitDays')}内同一台设备、同一故障(第三级)又上门的工单 ÷ 上过门的报修工单。同一张工单的第二次上门也算。`,
    least: 'repeatLeast',
    more: false,
    sampleWords: pieces('张上过门的工单'),
    words: percent,
    read: ({ m: c }) => share(c[m.repeated]!, c[m.visited]!),
  },
  {
    key: 'response',
    label: '首次响应',
    definition:
      '从提出需求到第一次由人答复的工作时间,取平均;报修、安装、咨询、投诉都计。自动回执不算答复;改派不重新计算;等客户的时间不计。',
    least: 'responseLeast',
    more: false,
    sampleWords: pieces('张工单'),
    words: minutesWords,
    read: ({ m: c }) => mean(c[m.answerMinutes]!, c[m.answered]!),
  },
  {
    key: 'resolution',
    label: '解决时间',
    definition: '从提出需求到修复的工作时间,减去等客户、等现场、等备件的暂停时间,取平均。未修复的不计。',
    least: 'resolutionLeast',
    more: false,
    sampleWords: pieces('张已修复的工单'),
    words: minutesWords,
    read: ({ m: c }) => mean(c[m.solveMinutes]!, c[m.solved]!),
  },
  {
    key: 'complaints',
    label: '投诉按期答复率',
    definition: (settings) =>
      `按期给出处理方案的投诉 ÷ 期间内到期的投诉。期限为受理后 ${said(settings, 'complaintPlanDays')},客户不接受则从那天再计 ${said(settings, 'complaintPlanDays')};有一次没按期给出就算未按期。客户考虑的时间不算,撤回和并入其他投诉的不计。`,
    least: 'complaintsLeast',
    more: true,
    sampleWords: pieces('件到期的投诉'),
    words: percent,
    read: ({ m: c }) => share(c[m.complaintsInTime]!, c[m.complaints]!),
  },
  {
    key: 'csat',
    label: '满意度 CSAT',
    definition: '评 4–5 星的评价 ÷ 全部评价,按上门日归入期间。旁边是回收率:评价数 ÷ 上门数。',
    least: 'csatLeast',
    more: true,
    sampleWords: ({ sample }, { s: c }) =>
      `样本 ${sample} 份评价,回收率 ${c[s.asked] === 0 ? '—' : percent(sample / c[s.asked]!)}`,
    words: percent,
    read: ({ s: c }) => share(c[s.content]!, c[s.answers]!),
  },
  {
    key: 'nps',
    label: '推荐意愿 NPS',
    definition: '9–10 分的百分比减去 0–6 分的百分比,在 −100 到 100 之间。',
    least: 'npsLeast',
    more: true,
    sampleWords: pieces('份打分'),
    words: (value) => (value > 0 ? `+${Math.round(value)}` : String(Math.round(value))),
    read: ({ s: c }) => ({ value: npsOf(c), sample: c[s.scores]! }),
  },
]

const HOURS = { unit: '小时', times: 1 / 60 }
const PERCENT = { unit: '%', times: 100 }
const units: Readonly<Record<string, { unit: string; times: number }>> = {
  mtbf: { unit: '小时', times: 1 },
  ...{ mttr: HOURS, response: HOURS, resolution: HOURS },
  ...{ firstFix: PERCENT, repeat: PERCENT, complaints: PERCENT, csat: PERCENT },
  nps: { unit: '分', times: 1 },
}
/** A measure as a table takes it: its unit, and its value in it to one decimal; null when there is none. */
export function inUnit(key: string, value: number | null): { unit: string; value: number | null } {
  const { unit, times } = units[key] ?? { unit: '', times: 1 }
  return { unit, value: value === null ? null : Math.round(value * times * 10) / 10 }
}

const mean = (total: number, n: number): Reading => ({ value: n === 0 ? null : total / n, sample: n })
const npsOf = (c: readonly number[]): number | null =>
  c[s.scores] === 0 ? null : ((c[s.promoters]! - c[s.detractors]!) / c[s.scores]!) * 100

/** All measures of a period beside those of the period before; '' stands for all models. */
export function measuresOf(now: Held, before: Held, model: string, settings: Settings): Measure[] {
  const counts = countsOf(now, model)
  const past = countsOf(before, model)
  return rows.map(({ key, label, definition, more, sampleWords, words, read, ...row }) => {
    const least = settings[row.least]
    const reading = read(counts, now.machineHours)
    const earlier = read(past, before.machineHours)
    const enough = reading.sample >= least
    return {
      key,
      label,
      definition: inWords(definition, settings),
      value: reading.value,
      words: reading.value === null ? '—' : words(reading.value),
      sample: reading.sample,
      sampleWords: sampleWords(reading, counts),
      enough,
      before: earlier.value === null ? null : words(earlier.value),
      past: earlier.value,
      trend: enough && earlier.sample >= least ? trendOf(reading.value, earlier.value, more) : null,
    }
  })
}

function trendOf(now: number | null, before: number | null, more: boolean): Measure['trend'] {
  if (now === null || before === null) return null
  return now === before ? 'same' : now > before === more ? 'better' : 'worse'
}

function countsOf({ measures, voices }: Held, model: string): Counts {
  return {
    m: whole(measures, 12, (key) => model === '' || key === model),
    s: whole(voices, 7, (key) => isModel(key) && (model === '' || partsOf(key)[1] === model)),
  }
}

const isModel = (key: string): boolean => partsOf(key)[0] === 'model'
/** All that was judged in these rows, whoever and whatever it was. */
export const wholeVoice = (voices: Rows): number[] => whole(voices, 7, isModel)

/** How each engineer, model or company was judged, most answers first. */
export function satisfactionOf(
  { voices, companies }: Pick<Sums, 'voices' | 'companies'>,
  by: 'engineer' | 'model' | 'company',
): Satisfaction[] {
  const rows = by === 'company' ? Object.entries(companies) : Object.entries(voices)
  return rows
    .map(([key, row]) => ({ parts: partsOf(key), row }))
    .filter(({ parts }) => by === 'company' || parts[0] === by)
    .map(({ parts, row }) => {
      const [key = '', name = ''] = by === 'company' ? parts : parts.slice(1)
      return voiceOf(key, name, row)
    })
    .filter((one) => one.asked > 0)
    .sort((a, b) => b.answers - a.answers || (a.key < b.key ? -1 : 1))
}

/** One line of satisfaction from a row's sums. */
export function voiceOf(key: string, name: string, sum: readonly number[]): Satisfaction {
  const answers = sum[s.answers] ?? 0
  return {
    key,
    name,
    answers,
    asked: sum[s.asked] ?? 0,
    average: answers === 0 ? null : sum[s.stars]! / answers,
    csat: answers === 0 ? null : sum[s.content]! / answers,
    nps: answers === 0 ? null : npsOf(sum),
  }
}
