// 现场条件: confirmed before anybody is sent (第十八条第2项), by the customer with photos or by the office on the phone.
import * as v from 'valibot'
import { dateWords } from '../calendar/format'
import { nameOf } from '../ticket/parts'
import { servedStates } from '../repair/states'
import { pause, resume } from '../ticket/pausing'
import { date, id, media, must, text, words } from '../form/schema'
import { inputOf, type Checks, type Draft, type Moves, type Tellings } from '../ticket/table'
import { jobPage, owner, role } from '../ticket/telling'

const items = v.pipe(v.array(id), v.maxLength(30), v.title('已具备的条件'))

export const inputs = {
  saveSite: v.strictObject({ ready: items, media }),
  confirmSite: v.strictObject({ ready: items, media, truth: must('以上情况属实', '请确认以上情况属实') }),
  confirmSiteByPhone: v.strictObject({ ready: items, note: words('和谁通话、怎么确认的', 200) }),
  siteNotReady: v.strictObject({ readyOn: date('预计具备日期', 'awaited'), note: text('说明', 200) }),
} as const

const openItems = (at: Draft): string[] => {
  const ready = inputOf(at, inputs.confirmSite).ready
  return at.ticket.site.items.filter((item) => !ready.includes(item.id)).map((item) => item.label)
}

export const checks = {
  allReady: {
    onInput: true,
    field: 'ready',
    article: '18.2',
    holds: (at) => openItems(at).length === 0,
    words: (at) => `还没有具备:${openItems(at).join('、')}`,
  },
  sitePhotos: {
    onInput: true,
    field: 'media',
    article: '18.2',
    holds: (at) => missingPhotos(at).length === 0,
    words: (at) => `请拍照:${missingPhotos(at).join('、')}`,
  },
  siteConfirmed: {
    article: '18.2',
    wayOut: '请客户在小程序里确认现场条件,或由内勤电话确认',
    holds: (at) => at.ticket.site.confirmed !== null,
    words: () => '还不能派出:现场条件还没有确认',
  },
  siteOpen: {
    holds: (at) => at.ticket.site.confirmed === null,
    words: () => '现场条件已经确认过',
  },
} satisfies Checks

function missingPhotos(at: Draft): string[] {
  const slots = new Set([
    ...at.ticket.media.map((one) => one.slot),
    ...inputOf(at, inputs.confirmSite).media.map((one) => one.slot),
  ])
  return at.ticket.site.items.filter((item) => item.photo && !slots.has(item.label)).map((item) => item.label)
}

export const tells = {
  siteConfirmedTold: (at) =>
    role(
      'manager',
      '现场条件已具备',
      `${at.ticket.companyName} ${at.ticket.equipment.model} ${servedStates.verified.staff}`,
      jobPage(at.ticket),
    ),
  siteLater: (at) => [
    role(
      'coordinator',
      '现场暂不具备',
      `${at.ticket.no} 客户说 ${at.ticket.site.readyOn} 具备`,
      jobPage(at.ticket),
    ),
    owner(at, 'T1', '时限已暂停', '好的,等您准备好再派人'),
  ],
} satisfies Tellings

const customers = ['owner', 'colleague'] as const

const mark = ({ ticket, input }: Draft<{ ready: string[] }>): void => {
  for (const item of ticket.site.items) item.state = input.ready.includes(item.id) ? 'ready' : 'open'
}

export const servedMoves = {
  confirmSite: {
    label: '确认现场条件',
    archive: 'handling',
    recorded: { by: 'confirmSiteByPhone' },
    from: ['site_ready'],
    to: 'verified',
    by: ['owner', 'colleague'],
    needs: ['allReady', 'sitePhotos'],
    article: '18.2',
    primary: true,
    tells: ['siteConfirmedTold'],
    words: ({ ticket }) => `已确认现场条件(${ticket.site.items.length} 项)`,
    does: (at) => {
      const { ticket, actor, now, facts } = at
      mark(at)
      ticket.site.confirmed = { by: nameOf(actor), at: now, how: 'customer' }
      ticket.site.readyOn = null
      resume(ticket, now, facts.settings)
    },
  },
  saveSite: {
    label: '保存现场条件',
    archive: 'handling',
    recorded: { by: 'confirmSiteByPhone' },
    from: ['site_ready'],
    by: ['owner', 'colleague'],
    article: '18.2',
    internal: true,
    words: ({ ticket, input }) => `现场条件已准备 ${input.ready.length}/${ticket.site.items.length} 项`,
    does: mark,
  },
  confirmSiteByPhone: {
    label: '电话确认现场',
    archive: 'handling',
    records: true,
    from: ['site_ready'],
    to: 'verified',
    by: ['coordinator', 'manager'],
    needs: ['allReady'],
    article: '18.2',
    primary: true,
    tells: ['siteConfirmedTold'],
    words: ({ actor, input }) => `电话确认现场条件 · ${actor.name}:${input.note}`,
    customerWords: ({ actor }) => `电话确认现场条件 · ${actor.name}`,
    does: (at) => {
      const { ticket, input, actor, now, facts } = at
      mark(at)
      ticket.site.confirmed = { by: nameOf(actor), at: now, how: 'phone' }
      Object.assign(ticket.site, { note: input.note, noteBy: 'us' })
      ticket.site.readyOn = null
      resume(ticket, now, facts.settings)
    },
  },
  siteNotReady: {
    label: '暂不具备',
    archive: 'handling',
    from: ['site_ready', 'verified'],
    to: 'site_ready',
    by: ['owner', 'colleague', 'coordinator', 'manager'],
    article: '18.2',
    tells: ['siteLater'],
    words: ({ input }) => `现场暂不具备,预计 ${dateWords(input.readyOn)} 具备`,
    does: ({ ticket, input, actor, now }) => {
      ticket.site.confirmed = null
      ticket.site.readyOn = input.readyOn
      const noteBy = customers.some((one) => actor.relations.includes(one)) ? 'customer' : 'us'
      Object.assign(ticket.site, { note: input.note, noteBy })
      pause(ticket, '等现场条件', now, actor.name)
    },
  },
} as const satisfies Moves<typeof inputs>
