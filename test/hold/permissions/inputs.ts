// What each action is asked with.
import { d8Records } from '../../../demo/eightds'
import { ticketRecords } from '../../../demo/tickets'
import type { ActionName } from '../../../miniprogram/domain/inputs'
import { entry, invited, joining, newKey, pidOf } from '../../service/world'

/** The demo's 8D that still has to prove its effect; a seed of one's own inserts `d8Records`. */
export const runningD8 = d8Records(ticketRecords()).find((one) => one.tab === 'open')!._id
export const d8Problem = { who: '', what: '扣刀不到位', where: '', when: '', many: '', urgent: '' }
const faults = {
  from: '2026-11-01',
  to: '2026-11-30',
  model: '',
  batch: '',
  level: 1,
  within: '',
  base: 'count',
  perHundred: false,
}

/** An input that each action would take from who may, about this ticket; harmless when taken. */
export const wellFormed = (id: string): Record<ActionName, unknown> => ({
  'session.open': {},
  'company.peek': { code: 'AAAA-AAAA' },
  'company.join': { ...joining, code: 'AAAA-AAAA' },
  'company.find': { search: '澄远' },
  'equipment.list': {},
  'equipment.open': { serial: 'QHV850-2403-016' },
  'complaint.about': { companyId: 'c1' },
  'ticket.submit': { ...entry().request, equipmentId: 'none' },
  'ticket.enter': { ...entry(), source: 'phone' },
  'ticket.list': { tab: 'open' },
  'ticket.open': { id },
  'ticket.move': { id, key: newKey(), move: 'addNote', visit: null, input: { text: '已看', media: [] } },
  'ticket.merge': { id, into: id, key: newKey(), reason: '同一故障' },
  'ticket.similar': { id },
  'inquiry.open': { id },
  'inquiry.turn': { id, key: newKey(), equipmentId: '', production: 'running' },
  'knowledge.suggest': { text: '主轴定向偏了' },
  'knowledge.helped': { id: 'none' },
  'knowledge.list': { state: 'published' },
  'knowledge.open': { id: null, ticket: null },
  'knowledge.save': {
    key: newKey(),
    id: 'none',
    ticket: null,
    question: '问',
    answer: '答',
    models: [],
    state: 'draft',
  },
  'manual.list': { ticketId: id },
  'd8.list': { tab: 'open' },
  'd8.open': { id: runningD8 },
  'd8.prepare': { fault: 'TC-1-1' },
  'd8.start': { key: newKey(), fault: 'TC-1-1', ...d8Problem },
  'd8.move': { id: runningD8, key: newKey(), move: 'link', input: { no: 'BX-000000-NONE' } },
  'media.arrived': { id, media: 'none', fileId: 'none' },
  'receipt.verify': { id },
  'dispatch.candidates': { id },
  'dispatch.board': {},
  'approve.open': {},
  'staff.list': {},
  'staff.invite': { ...invited, key: newKey() },
  'staff.join': { code: 'AAAA-AAAA', phone: '', consent: true },
  'staff.change': { pid: pidOf('luyifan'), skills: [], base: '合肥', active: true },
  'staff.absence': {
    pid: pidOf('luyifan'),
    from: '2026-12-24',
    to: '2026-12-24',
    reason: '培训',
    remove: true,
  },
  'work.open': {},
  'work.queue': { queue: 'verify' },
  'stats.pareto': faults,
  'stats.cases': { ...faults, code: 'SP' },
  'stats.measures': { from: '2026-11-01', to: '2026-11-30', model: '' },
  'stats.satisfaction': { from: '2026-11-01', to: '2026-11-30', by: 'engineer' },
  'stats.articles': { month: '2026-11', article: '' },
  'inbox.list': {},
  'inbox.read': { ids: [] },
  'consent.record': { results: [] },
})
