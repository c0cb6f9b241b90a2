// What each action is asked with.
import type { ActionName } from '../../../miniprogram/domain/inputs'
import { entry, invited, joining, newKey, pidOf } from '../../service/world'

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

const mapping = { columns: {}, fixed: {}, faults: {}, keepUnknown: false }

/** An input that each action would take from who may, about this ticket; harmless when taken. */
export const wellFormed = (id: string): Record<ActionName, unknown> => ({
  'session.open': {},
  'company.peek': { code: 'AAAA-AAAA' },
  'company.join': { ...joining, code: 'AAAA-AAAA' },
  'company.find': { search: '澄远' },
  'equipment.list': {},
  'equipment.open': { serial: 'QHV850-2403-016' },
  'ticket.submit': { ...entry().request, equipmentId: 'none' },
  'ticket.enter': { ...entry(), source: 'phone' },
  'ticket.list': { tab: 'open' },
  'ticket.open': { id },
  'ticket.move': { id, key: newKey(), move: 'addNote', visit: null, input: { text: '已看', media: [] } },
  'ticket.merge': { id, into: id, key: newKey(), reason: '同一故障' },
  'ticket.similar': { id },
  'manual.list': { ticketId: id },
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
  'archive.list': { serial: 'QHV850-2403-016' },
  'archive.companies': { search: '澄远' },
  'export.make': { what: 'archive', filter: { serial: 'QHV850-2403-016' } },
  'import.open': { fileId: 'none' },
  'import.check': { fileId: 'none', mapping },
  'import.write': { fileId: 'none', mapping, from: 0 },
  'import.report': { fileId: 'none', mapping },
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
