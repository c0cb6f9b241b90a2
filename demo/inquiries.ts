// What the demo's customers asked, and what was kept of the answers.
import { keysOfItem } from '../miniprogram/domain/knowledge/knowledge'
import { EVERY_MACHINE } from '../miniprogram/domain/knowledge/manuals'
import { knowledgeIdOf } from '../miniprogram/domain/inquiry/moves'
import type { KnowledgeRecord, PersonRecord, TicketRecord } from '../cloudfunctions/store/records'
import { pidOf } from '../cloudfunctions/store/ids'
import { at, step, type Step } from './steps'

export interface InquiryStory {
  /** '' for a question about no machine. */
  serial: string
  who: string
  at: string
  question: string
  steps: Step[]
}

const spindle =
  '改参数 4031(主轴定向停止位置),每 1 约 0.088°:先回参考点,MDI 执行 M19,看刀臂与键槽差多少,改后再换刀 5 次确认。改前请记下原值。'

export const inquiries: readonly InquiryStory[] = [
  {
    serial: 'QHV1160-2511-003',
    who: 'liguoqiang',
    at: '11-23T08:40',
    question: '宏程序 O9010 报语法错误,是版本不同还是写法问题?',
    steps: [
      step('11-23T08:55', 'shenxiaowen', 'handInquiry', {
        to: pidOf('dumingyuan'),
        note: '客户把 V850 的宏程序拷到了 V1160',
      }),
    ],
  },
  {
    serial: 'QHT46-2602-021',
    who: 'qianjin',
    at: '11-20T13:20',
    question: '刀尖圆弧补偿 G41 报 P/S 041 过切,程序在别的车床上是好的',
    steps: [
      step('11-20T13:35', 'shenxiaowen', 'handInquiry', { to: 'technical', note: '' }),
      step('11-20T14:10', 'dumingyuan', 'answer', {
        text: '多半是内圆角半径小于刀尖半径:请核对刀补页 R 值,再看报警程序段前后的圆角;R 大于圆角就换小 R 刀片,或先取消补偿走直线切入。',
        media: [],
      }),
    ],
  },
  {
    serial: 'QHV850-2403-016',
    who: 'liguoqiang',
    at: '11-12T10:05',
    question: '换刀后主轴定向角度偏了一点,怎么调整?',
    steps: [
      step('11-12T10:20', 'shenxiaowen', 'handInquiry', { to: 'technical', note: '' }),
      step('11-12T10:50', 'dumingyuan', 'answer', { text: spindle, media: [] }),
      step('11-12T13:40', 'liguoqiang', 'settled'),
      step('11-12T14:00', 'dumingyuan', 'keepAnswer'),
    ],
  },
]

/** Kept of the answers: one from a question above, one that 技术部 wrote by itself. */
export function knowledgeRecords(
  tickets: readonly TicketRecord[],
  people: readonly PersonRecord[],
): KnowledgeRecord[] {
  const { _id: pid, name, title } = people.find((one) => one.openid === 'dumingyuan')!
  const from = tickets.find((one) => one.inquiry?.knowledge)
  const item = (
    id: string,
    when: string,
    more: Pick<KnowledgeRecord, 'question' | 'answer' | 'models' | 'helped'>,
  ) => ({
    _id: id,
    ...more,
    keys: keysOfItem(more),
    state: 'published' as const,
    ticket: null,
    author: { pid, name, title },
    createdAt: at(when),
    changedBy: { pid, name, title },
    updatedAt: at(when),
    rank: `${String(at(when)).padStart(14, '0')}-${id}`,
  })
  const kept = item(from ? knowledgeIdOf(from._id) : 'k-spindle', '11-12T14:00', {
    question: '换刀后主轴定向角度偏了,怎么调整?',
    answer: spindle,
    models: ['V850', 'V1160'],
    helped: 3,
  })
  const holiday = item('k-holiday', '09-25T15:00', {
    question: '长假停机前后,机床要做哪些准备?',
    answer:
      '停机前:各轴移到行程中间,备份参数和程序,清理切屑,导轨涂防锈油,关总电源和气源。开机时:先通气通电 30 分钟,看润滑和液压压力,主轴由低到高分级空转 20 分钟,再回参考点试切。',
    models: [EVERY_MACHINE],
    helped: 7,
  })
  return [{ ...kept, ticket: from ? { id: from._id, no: from.no } : null }, holiday]
}
