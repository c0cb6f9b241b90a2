// The nine steps of an 8D: what is asked for in each, until when, and what must be done before it.
import { said, type SettingName, type Words } from '../company/settings'

export interface StepField {
  label: string
  /** Shown in the empty field. */
  hint: string
  kind: 'words' | 'date'
  required: boolean
}

export interface StepRow {
  label: string
  /** What this step is for, in one line. */
  aim: Words
  /** The setting of the working days from the start of the record; null when it follows from another step. */
  days: SettingName | null
  after: readonly StepKey[]
  fields: Readonly<Record<string, StepField>>
}

export const stepKeys = ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'] as const
export type StepKey = (typeof stepKeys)[number]

/** Most characters of one field. */
export const STEP_WORDS = 800

const words = (label: string, hint: string): StepField => ({ label, hint, kind: 'words', required: true })
const maybe = (label: string, hint: string): StepField => ({ label, hint, kind: 'words', required: false })

export const d8Steps: Readonly<Record<StepKey, StepRow>> = {
  D0: {
    label: '紧急措施',
    aim: '先保护用户和现场,再分析原因',
    days: 'd0Days',
    after: [],
    fields: { action: words('紧急措施', '例:通知 3 家用户停机点检润滑管接头') },
  },
  D1: {
    label: '团队',
    aim: '谁来做,谁负责',
    days: 'd1Days',
    after: [],
    fields: { team: words('团队与分工', '例:秦岚组长,杜明远查设计,陶军查装配') },
  },
  D2: {
    label: '问题描述',
    aim: '谁、什么、哪里、何时、多少;是什么,不是什么',
    days: 'd2Days',
    after: [],
    fields: {
      who: words('谁发现', '哪些用户'),
      what: words('什么问题', '故障现象'),
      where: words('哪里', '机型、部位'),
      when: words('何时', '从何时到何时'),
      many: words('多少', '次数、台数、停机'),
      is: maybe('是', '例:V850 的 2024 年 3 月批次'),
      isNot: maybe('不是', '例:同接头的 H63 没有发生'),
    },
  },
  D3: {
    label: '临时遏制',
    aim: '原因查清之前,不让问题再到用户',
    days: 'd3Days',
    after: [],
    fields: {
      action: words('遏制措施', '例:库存接头全检,发货前打力矩标记'),
      proof: words('何时何人验证', '例:11月20日 陶军,抽 20 件合格'),
    },
  },
  D4: {
    label: '根本原因',
    aim: '两个原因都要找到:为什么发生,为什么没拦住',
    days: 'd4Days',
    after: ['D2'],
    fields: {
      occurrence: words('发生原因', '问题是怎么产生的'),
      escape: words('流出原因', '检验为什么没有发现'),
    },
  },
  D5: {
    label: '选定对策',
    aim: '针对两个原因各选对策,并说明为什么选它',
    days: 'd5Days',
    after: ['D4'],
    fields: {
      measure: words('选定的对策', '针对发生原因与流出原因'),
      why: maybe('为什么选它', '比较过的方案、试验结果'),
    },
  },
  D6: {
    label: '实施',
    aim: (settings) => `做到产品上,写明从哪天起生效;${said(settings, 'effectDays')}效果从这天算起`,
    days: 'd6Days',
    after: ['D5'],
    fields: {
      done: words('实施情况', '从哪台、哪批开始'),
      on: { label: '实施完成日期', hint: '', kind: 'date', required: true },
      proof: words('确认有效的办法', '例:装机 48 小时无渗漏'),
    },
  },
  D7: {
    label: '防再发',
    aim: '手册、图纸、同类产品一起改',
    days: 'd7Days',
    after: ['D6'],
    fields: {
      drawings: words('图纸与工艺', '改了哪些;没有改写「无」'),
      alike: words('同类产品', '哪些机型一并检查或改;没有写「无」'),
    },
  },
  D8: {
    label: '关闭',
    aim: '统计证明有效以后关闭,感谢团队',
    days: null,
    after: ['D7'],
    fields: { summary: words('总结', '学到了什么,感谢谁') },
  },
}

/** D4 根本原因 */
export const stepWords = (key: StepKey): string => `${key} ${d8Steps[key].label}`

/** Every field of every step, as what is sent may name them. */
export const stepFields = [
  ...new Set(Object.values(d8Steps).flatMap((row) => Object.keys(row.fields))),
] as readonly string[]
