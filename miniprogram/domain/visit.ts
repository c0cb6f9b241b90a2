// 上门: the lifecycle of one trip to the customer, inside a ticket (第十八、十九条).
import { faultWords } from './fault-tree'
import { dayTime } from './format'
import { starWords } from './survey'
import { lastHash, receiptText } from './receipt'
import { lifecycle, type Draft } from './table'
import type { Name, VisitState } from './ticket'

const results = { fixed: '已修复', temporary: '临时恢复', unfixed: '未修复,需再次上门' } as const

export const visit = lifecycle<VisitState>({
  title: '上门',
  start: 'preparing',
  states: {
    preparing: {
      customer: '工程师准备中',
      staff: '待出发',
      phrase: '准备中',
      category: 'us',
      tab: 'open',
      holder: 'crew',
      article: '18.4',
      next: '工程师出发后,您会收到预计到达时间',
      due: (_ticket, visit) => ({ at: visit!.arriveBy, provisional: false }),
    },
    traveling: {
      customer: '工程师在路上',
      staff: '在途',
      phrase: '已出发',
      category: 'site',
      tab: 'open',
      holder: 'crew',
      article: '18.3',
      next: '到厂后请安排现场联系人接待',
      due: (_ticket, visit) => ({ at: visit!.eta ?? visit!.arriveBy, provisional: false }),
    },
    onsite: {
      customer: '现场服务中',
      staff: '作业中',
      phrase: '服务中',
      category: 'site',
      tab: 'open',
      holder: 'crew',
      article: '19.2',
      next: '完成后请您签署服务回执',
      due: (_ticket, visit) => ({ at: visit!.finishBy, provisional: false }),
    },
    wait_sign: {
      customer: '请签署回执',
      staff: '待回执',
      phrase: '待签回执',
      category: 'customer',
      tab: 'yours',
      holder: 'contact',
      article: '19.2',
      next: '签署后把离场码告诉工程师',
      due: (_ticket, visit) => ({ at: visit!.finishBy, provisional: false }),
    },
    signed: {
      customer: '回执已签署',
      staff: '待核对离场码',
      phrase: '已签回执',
      category: 'site',
      tab: 'open',
      holder: 'crew',
      article: '19.2',
      next: '工程师核对离场码后离场',
      due: (_ticket, visit) => ({ at: visit!.finishBy, provisional: false }),
    },
    left: {
      customer: '已完成,请评价',
      staff: '已离场',
      phrase: '待评价',
      category: 'done',
      tab: 'yours',
      holder: 'contact',
      article: '8',
      next: '评价约 15 秒',
    },
    rated: {
      customer: '已评价',
      staff: '已评价',
      phrase: '已评价',
      category: 'done',
      tab: 'open',
      holder: 'coordinator',
      article: '8',
      next: '内勤回访',
    },
  },
  moves: {
    depart: {
      label: '出发',
      from: ['preparing'],
      to: 'traveling',
      by: ['crew'],
      article: '18.3',
      primary: true,
      tells: ['departed'],
      words: ({ input, actor }) => `${actor.name} 已出发,预计 ${dayTime(input.eta)} 到达`,
      does: ({ visit, input, now }) => Object.assign(visit!, { departedAt: now, eta: input.eta }),
    },
    arrive: {
      label: '我已到达',
      from: ['traveling'],
      to: 'onsite',
      by: ['crew'],
      needs: ['lateWithReason'],
      article: '19.2',
      primary: true,
      tells: ['arrived'],
      words: ({ actor, input }) =>
        `${actor.name} 已到达现场${input.lateReason ? `(晚到:${input.lateReason})` : ''}`,
      does: ({ visit, input, now }) => {
        const { lateReason, ...conduct } = input
        Object.assign(visit!, { arrivedAt: now, lateReason, conduct })
      },
    },
    report: {
      label: '填写服务记录',
      from: ['onsite', 'wait_sign'],
      to: 'wait_sign',
      by: ['crew'],
      needs: ['photoIfNotReproduced'],
      article: '10',
      primary: true,
      tells: ['receiptWanted'],
      words: ({ input }) => `服务记录:${faultWords(input.fault)},${results[input.result]}`,
      does: ({ ticket, visit, input, actor, now }) => {
        const { fault, cause, measure, parts, hours, result, leftover } = input
        visit!.report = { fault, cause, measure, parts, hours, result, leftover, at: now, by: nameOf(actor) }
        ticket.faultClass = input.fault
      },
    },
    sign: {
      label: '签署回执',
      from: ['wait_sign'],
      to: 'signed',
      by: ['owner', 'colleague'],
      needs: ['reportWritten'],
      article: '19.2',
      primary: true,
      tells: ['signed'],
      words: ({ input }) => `${input.name} 已签署服务回执`,
      does: writeReceipt,
    },
    renewCode: {
      label: '重新生成离场码',
      from: ['signed'],
      to: 'signed',
      by: ['owner', 'colleague'],
      article: '19.2',
      words: () => '已重新生成离场码',
      does: ({ visit, facts }) =>
        Object.assign(visit!.receipt!, { code: sixDigits(facts.random), wrongTries: 0 }),
    },
    leave: {
      label: '核对离场码',
      from: ['onsite', 'wait_sign', 'signed'],
      to: 'left',
      by: ['crew'],
      article: '19.2',
      primary: true,
      needs: ['reportWritten', 'receiptSigned', 'codeAlive', 'codeMatches'],
      lifts: [
        { when: 'solved', to: 'left' },
        { when: 'unsolved', to: 'verified' },
      ],
      tells: ['surveyAsked'],
      words: ({ actor }) => `${actor.name} 已核对离场码,离开现场`,
      does: ({ visit, now }) => {
        visit!.leftAt = now
        visit!.survey = {
          askedAt: now,
          stars: null,
          reasons: [],
          nps: null,
          note: '',
          callBack: false,
          at: null,
          by: null,
        }
      },
    },
    rate: {
      label: '评价',
      from: ['left'],
      to: 'rated',
      by: ['owner', 'colleague'],
      article: '8',
      primary: true,
      tells: ['rated'],
      lifts: [{ when: 'waitsForRating', to: 'followup' }],
      words: ({ input }) => `已评价:${input.stars} 星 ${starWords[input.stars - 1]}`,
      does: ({ visit, input, actor, now }) => {
        Object.assign(visit!.survey!, input, { at: now, by: nameOf(actor) })
      },
    },
  },
})

function writeReceipt({ ticket, visit, input, actor, now, facts }: Draft<'sign'>): void {
  const content = {
    no: `${ticket.no}-${visit!.id.slice(1)}`,
    signer: { pid: actor.pid, name: input.name, post: input.post },
    signature: input.signature,
    checks: { running: input.running, cleaned: input.cleaned, oldParts: input.oldParts },
    note: input.note,
    at: now,
    previous: lastHash(ticket),
  }
  const hash = facts.hash(receiptText(ticket, visit!, content))
  visit!.receipt = { ...content, hash, code: sixDigits(facts.random), wrongTries: 0 }
}

const sixDigits = (random: readonly number[]): string =>
  random
    .slice(0, 6)
    .map((byte) => byte % 10)
    .join('')

const nameOf = ({ pid, name, title }: Name): Name => ({ pid, name, title })
