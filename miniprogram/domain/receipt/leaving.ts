// 回执与离场: nobody leaves without the user's receipt: signed here, on paper, or by the manager's exception (第十九条第2项).
import * as v from 'valibot'
import { decided } from '../ticket/parts'
import { lastHash, photosNow, receiptText, whatWasDone } from './receipt'
import { digits, flag, media, nothing, phone, text, words } from '../form/schema'
import { askedSurvey } from '../survey/survey'
import {
  inputOf,
  type VisitChecks,
  type VisitDraft,
  type VisitTellings,
  type VisitMoves,
} from '../ticket/table'
import { crew, jobPage, role } from '../ticket/telling'
import type { Ticket } from '../ticket/ticket'
import { isDone, type Visit } from '../visit/parts'
import { warrantyFrom } from '../charge/warranty'
import { dueIn } from '../company/deadlines'
import { said, type Settings } from '../company/settings'

export const inputs = {
  sign: v.strictObject({
    name: words('签收人姓名', 20),
    post: words('职务', 20),
    signature: v.pipe(
      v.string(),
      v.regex(/^[\d,.; ]*$/, '签名格式不对'),
      v.maxLength(12000, '签名太长,请重签'),
      v.title('签名'),
    ),
    running: flag('设备已恢复运行'),
    cleaned: flag('现场已清理'),
    oldParts: flag('旧件已交接'),
    note: text('说明', 300),
  }),
  renewCode: nothing,
  leave: v.strictObject({
    code: v.pipe(digits('离场码', '请输入离场码'), v.regex(/^\d{6}$/, '离场码是 6 位数字')),
  }),
  leaveOnPaper: v.strictObject({
    signer: words('签收人姓名', 20),
    post: words('职务', 20),
    phone: v.pipe(phone, v.minLength(1, '请填写签收人电话')),
    media,
  }),
  confirmPaper: v.strictObject({ note: words('和谁通话、怎么说的', 200) }),
  rejectPaper: v.strictObject({ note: words('不符的情况', 200) }),
} as const

export const visitChecks = {
  reportWritten: {
    article: '19.2',
    wayOut: '先填写服务记录',
    holds: (at) => at.visit.report !== null,
    words: () => '还不能离场:服务记录还没有填写',
  },
  receiptSigned: {
    article: '19.2',
    wayOut: '请用户在手机上签署回执,或出示二维码',
    holds: (at) => at.visit.receipt !== null,
    words: () => '还不能离场:取得用户回执后方可离开',
  },
  notSigned: { holds: (at) => at.visit.receipt === null, words: () => '回执已经签过' },
  signedOnPhone: { holds: (at) => at.visit.receipt?.form === 'phone', words: () => '' },
  codeAlive: {
    code: 'LEAVE_CODE_EXPIRED',
    field: 'code',
    article: '19.2',
    wayOut: '请用户重新打开回执,生成新的离场码',
    holds: ({ visit, now, facts: { settings } }) =>
      visit.receipt!.wrongTries < settings.leaveCodeTries &&
      now < dueIn(settings, 'leaveCodeMinutes', visit.receipt!.codeAt).at,
    words: ({ visit, facts: { settings } }) =>
      visit.receipt!.wrongTries < settings.leaveCodeTries
        ? '离场码已过期,请用户重新打开回执'
        : '离场码试错次数已满,请用户重新打开回执',
  },
  codeMatches: {
    onInput: true,
    code: 'LEAVE_CODE_WRONG',
    field: 'code',
    article: '19.2',
    holds: (at) => inputOf(at, inputs.leave).code === at.visit.receipt!.code,
    words: (at) => {
      const { settings } = at.facts
      const left = settings.leaveCodeTries - at.visit.receipt!.wrongTries
      return left > 0
        ? `离场码不对,还可试 ${left} 次`
        : `离场码不对,已试 ${said(settings, 'leaveCodeTries')},请用户重新生成`
    },
    spends: (at) => {
      const receipt = at.visit.receipt!
      const tried = `${at.key}:${inputOf(at, inputs.leave).code}`
      if (receipt.wrongKeys.includes(tried)) return
      receipt.wrongTries += 1
      receipt.wrongKeys.push(tried)
    },
  },
  paperPhotographed: {
    onInput: true,
    field: 'media',
    article: '19.2',
    holds: (at) => inputOf(at, inputs.leaveOnPaper).media.length > 0,
    words: () => '请拍下签了字的纸质回执',
  },
} satisfies VisitChecks

export const visitTells = {
  signed: (at) => crew(at, '回执已签署', '请向用户要离场码,核对后离场'),
  signedNotDone: (at) => {
    const { report, receipt } = at.visit
    if (isDone(at.visit) || report?.result === 'unfixed') return []
    const what = receipt?.checks.running === false ? '设备没有恢复运行' : '验收有不合格项'
    const words = `${at.ticket.companyName}:${what}${receipt?.note ? `,${receipt.note}` : ''}`
    const page = jobPage(at.ticket)
    return [
      role('manager', '回执有异议', words, page),
      role('coordinator', '回执有异议', words, page),
      ...crew(at, '回执有异议', `${what},离场后须再次安排`),
    ]
  },
  paperToConfirm: (at) =>
    role(
      'coordinator',
      '纸质回执待电话确认',
      `${at.ticket.companyName} ${at.visit.paper!.signer}`,
      jobPage(at.ticket),
    ),
  paperRejected: (at) => crew(at, '纸质回执不符', at.visit.paper!.decision!.note),
} satisfies VisitTellings

type Content = Parameters<typeof receiptText>[2]

const photographed = ['wait_sign', 'signed'] as const

function seal(at: VisitDraft, content: Omit<Content, 'no' | 'previous' | 'at' | 'photos'>): void {
  const { ticket, visit, now, facts } = at
  const no = `${ticket.no}-${visit.id.slice(1)}`
  const photos = photosNow(ticket, visit).map(({ id }) => id)
  const whole = { ...content, no, at: now, previous: lastHash(ticket), photos }
  const hash = facts.hash(receiptText(ticket, visit, whole))
  visit.receipt = { ...whole, hash, ...newCode(at) }
}

const newCode = ({ facts, now }: Pick<VisitDraft, 'facts' | 'now'>) => ({
  code: sixDigits(facts.random),
  codeAt: now,
  wrongTries: 0,
  wrongKeys: [],
})

const sixDigits = (random: readonly number[]): string =>
  random
    .slice(0, 6)
    .map((byte) => byte % 10)
    .join('')

export function goes({ ticket, visit, now, facts }: VisitDraft): void {
  visit.leftAt ??= now
  ticket.equipment.warrantyUntil ??= warrantyBegun(ticket, visit, facts.settings)
  visit.survey = askedSurvey(now)
}

/** 三包 begins with the acceptance of the machine; null while it is not accepted. */
function warrantyBegun({ plan }: Ticket, visit: Visit, settings: Settings): string | null {
  const accepted = plan?.steps.every((step) => step.actual !== null) && isDone(visit)
  const last = plan?.steps[plan.steps.length - 1]?.actual
  return accepted && last ? warrantyFrom(last, settings.warrantyMonths) : null
}

/** Where the ticket goes when somebody has left. */
export const solvedOrNot = [
  { when: 'installationOver', to: 'left' },
  { when: 'moreToInstall', to: 'verified' },
  { when: 'solved', to: 'left' },
  { when: 'unsolved', to: 'verified' },
] as const
const customers = ['owner', 'colleague'] as const

/** What is signed, or asked by phone whether it was: the record with its photos. */
const stood = ({ ticket, visit }: VisitDraft) => [
  whatWasDone(ticket, visit, photosNow(ticket, visit)),
  visit.paper,
]

export const visitMoves = {
  sign: {
    label: '签署回执',
    answersTo: stood,
    archive: 'receipt',
    when: ['notSigned'],
    recorded: { by: 'leaveOnPaper' },
    from: ['wait_sign'],
    to: 'signed',
    by: customers,
    needs: ['reportWritten'],
    article: '19.2',
    primary: true,
    tells: ['signed', 'signedNotDone'],
    words: ({ input }) => `${input.name} 已签署服务回执`,
    does: (at) => {
      const { name, post, signature, running, cleaned, oldParts, note } = at.input
      const signer = { pid: at.actor.pid, name, post }
      seal(at, {
        form: 'phone',
        signer,
        signature,
        checks: { running, cleaned, oldParts },
        note,
      })
    },
  },
  renewCode: {
    label: '重新生成离场码',
    archive: 'receipt',
    recorded: true,
    from: photographed,
    by: customers,
    when: ['signedOnPhone'],
    article: '19.2',
    words: () => '已重新生成离场码',
    does: (at) => Object.assign(at.visit.receipt!, newCode(at)),
  },
  leave: {
    label: '核对离场码',
    archive: 'visit',
    from: ['onsite', 'wait_sign', 'signed'],
    to: 'left',
    by: ['crew'],
    needs: ['reportWritten', 'receiptSigned', 'codeAlive', 'codeMatches'],
    article: '19.2',
    primary: true,
    lifts: solvedOrNot,
    tells: ['surveyAsked'],
    words: ({ actor }) => `${actor.name} 已核对离场码,离开现场`,
    does: goes,
  },
  leaveOnPaper: {
    label: '纸质回执离场',
    archive: 'receipt',
    // a code that was typed wrong or is too old keeps nobody there
    from: photographed,
    to: 'left_unconfirmed',
    by: ['crew'],
    needs: ['reportWritten', 'paperPhotographed'],
    article: '19.2',
    tells: ['paperToConfirm'],
    words: ({ input }) => `纸质回执:${input.signer}(${input.post})签字,待电话确认`,
    does: (at) => {
      const { signer: name, post, phone: number } = at.input
      at.visit.paper = { signer: name, post, phone: number, at: at.now, decision: null }
      at.visit.leftAt = at.now
      const checks = { running: true, cleaned: true, oldParts: true }
      const signer = { pid: '', name, post }
      // what was signed on the phone stays: the paper stands beside it
      if (!at.visit.receipt) seal(at, { form: 'paper', signer, signature: '', checks, note: '纸质回执' })
    },
  },
  confirmPaper: {
    label: '电话确认纸质回执',
    answersTo: stood,
    archive: 'receipt',
    from: ['left_unconfirmed'],
    to: 'left',
    by: ['coordinator', 'manager'],
    article: '19.2',
    primary: true,
    lifts: solvedOrNot,
    tells: ['surveyAsked'],
    words: ({ actor, input }) => `${actor.name} 电话确认纸质回执:${input.note}`,
    customerWords: ({ actor }) => `${actor.name} 已电话确认纸质回执`,
    does: (at) => {
      at.visit.paper!.decision = decided(at.actor, at.now, true, at.input.note)
      goes(at)
    },
  },
  rejectPaper: {
    label: '用户否认,退回',
    answersTo: stood,
    archive: 'receipt',
    from: ['left_unconfirmed'],
    to: 'wait_sign',
    by: ['coordinator', 'manager'],
    article: '19.2',
    tells: ['paperRejected'],
    words: ({ input }) => `纸质回执不符:${input.note}`,
    customerWords: () => '纸质回执与电话核对不符,需要重新确认',
    does: ({ visit, input, actor, now }) => {
      visit.paper!.decision = decided(actor, now, false, input.note)
      if (visit.receipt?.form === 'paper') visit.receipt = null
      visit.leftAt = null
    },
  },
} as const satisfies VisitMoves<typeof inputs>
