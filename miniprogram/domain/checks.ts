// Named requirements of the moves: each with its own words, its article and its way out; asked nowhere else.
import type { ArticleKey } from './articles'
import { notReproduced } from './fault-tree'
import { dayTime } from './format'
import type { MoveInput, MoveName } from './inputs'
import type { Draft } from './table'
import type { RefusalCode } from './refusals'
import { dueAfterWorkdays } from './working-time'

const DAY = 24 * 3600_000
const TRIES = 3

export interface Check {
  holds: (at: Draft) => boolean
  words: (at: Draft) => string
  code?: RefusalCode
  article?: ArticleKey
  wayOut?: string
  /** The field under which the words belong. */
  field?: string
  /** Judged only when the move is made, since it looks at what was typed. */
  onInput?: boolean
  /** Written although the move is refused. */
  spends?: (at: Draft) => void
}

const inputOf = <M extends MoveName>(at: Draft): MoveInput<M> => at.input as MoveInput<M>

const table = {
  engineerKnown: {
    onInput: true,
    field: 'engineer',
    holds: (at) => at.facts.engineer !== null,
    words: () => '请选择在岗的客户服务人员',
  },
  lateWithReason: {
    onInput: true,
    field: 'lateReason',
    article: '18.3',
    holds: (at) => at.now <= at.visit!.arriveBy || inputOf<'arrive'>(at).lateReason !== '',
    words: (at) => `已晚于约定的 ${dayTime(at.visit!.arriveBy)},请填写迟到原因`,
  },
  photoIfNotReproduced: {
    onInput: true,
    field: 'media',
    article: '10',
    holds: (at) => inputOf<'report'>(at).fault !== notReproduced || inputOf<'report'>(at).media.length > 0,
    words: () => '选『未复现』请拍照说明',
  },
  reportWritten: {
    article: '19.2',
    wayOut: '先填写服务记录',
    holds: (at) => at.visit!.report !== null,
    words: () => '还不能离场:服务记录还没有填写',
  },
  receiptSigned: {
    article: '19.2',
    wayOut: '请用户在手机上签署回执,或出示二维码',
    holds: (at) => at.visit!.receipt !== null,
    words: () => '还不能离场:取得用户回执后方可离开',
  },
  codeAlive: {
    onInput: true,
    code: 'LEAVE_CODE_EXPIRED',
    field: 'code',
    article: '19.2',
    wayOut: '请用户重新打开回执,生成新的离场码',
    holds: (at) => at.visit!.receipt!.wrongTries < TRIES && at.now < at.visit!.receipt!.at + DAY,
    words: () => '离场码已过期,请用户重新打开回执',
  },
  codeMatches: {
    onInput: true,
    code: 'LEAVE_CODE_WRONG',
    field: 'code',
    article: '19.2',
    holds: (at) => inputOf<'leave'>(at).code === at.visit!.receipt!.code,
    words: (at) => wrongCode(TRIES - at.visit!.receipt!.wrongTries),
    spends: (at) => {
      at.visit!.receipt!.wrongTries += 1
    },
  },
  faultClassified: {
    article: '10',
    wayOut: '请工程师在服务记录里选到第三级故障',
    holds: (at) => at.ticket.faultClass !== '',
    words: () => '还不能关闭:故障还没有归类',
  },
  surveyed: {
    article: '8',
    wayOut: '电话请用户评价,或等满 3 个工作日',
    holds: (at) =>
      at.ticket.visits.every(
        (visit) => visit.state !== 'left' || at.now > dueAfterWorkdays(visit.leftAt!, 3).at,
      ),
    words: () => '还不能关闭:用户还没有评价',
  },
  solved: { holds: (at) => at.visit!.report?.result !== 'unfixed', words: () => '' },
  unsolved: { holds: (at) => at.visit!.report?.result === 'unfixed', words: () => '' },
  waitsForRating: {
    holds: (at) => at.ticket.state === 'left' && at.ticket.visits.every((visit) => visit.state === 'rated'),
    words: () => '',
  },
} satisfies Record<string, Check>
export type CheckName = keyof typeof table
export const checks: Readonly<Record<CheckName, Check>> = table

function wrongCode(left: number): string {
  return left > 0 ? `离场码不对,还可试 ${left} 次` : '离场码不对,已试 3 次,请用户重新生成'
}
