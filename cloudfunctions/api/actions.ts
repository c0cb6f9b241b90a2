// Every action of the door and who may come in at all; the action itself asks for more where it needs more.
import type { ActionName } from '../../miniprogram/domain/door/inputs'
import type { Action } from '../service/action'
import { open as approveOpen } from '../service/approve/open'
import { companies as archiveCompanies } from '../service/archive/companies'
import { list as archiveList } from '../service/archive/list'
import { about } from '../service/complaint/about'
import { find as companyFind } from '../service/company/find'
import { join } from '../service/company/join'
import { peek } from '../service/company/peek'
import { record } from '../service/consent/record'
import { list as d8List } from '../service/d8/list'
import { move as d8Move } from '../service/d8/move'
import { open as d8Open } from '../service/d8/open'
import { prepare as d8Prepare } from '../service/d8/prepare'
import { start as d8Start } from '../service/d8/start'
import { board } from '../service/dispatch/board'
import { candidates } from '../service/dispatch/candidates'
import { list as equipmentList } from '../service/equipment/list'
import { open as equipmentOpen } from '../service/equipment/open'
import { make as exportMake } from '../service/export/make'
import { check as importCheck } from '../service/import/check'
import { open as importOpen } from '../service/import/open'
import { report as importReport } from '../service/import/report'
import { write as importWrite } from '../service/import/write'
import { list as inboxList } from '../service/inbox/list'
import { read } from '../service/inbox/read'
import { open as inquiryOpen } from '../service/inquiry/open'
import { turn } from '../service/inquiry/turn'
import { helped } from '../service/knowledge/helped'
import { list as knowledgeList } from '../service/knowledge/list'
import { open as knowledgeOpen } from '../service/knowledge/open'
import { save as knowledgeSave } from '../service/knowledge/save'
import { suggest } from '../service/knowledge/suggest'
import { list as manualList } from '../service/manual/list'
import { arrived } from '../service/media/arrived'
import { verify } from '../service/receipt/verify'
import { complain as returnComplain } from '../service/returning/complain'
import { list as returnList } from '../service/returning/list'
import { open as returnOpen } from '../service/returning/open'
import { record as returnRecord } from '../service/returning/record'
import { open as sessionOpen } from '../service/session/open'
import { absence } from '../service/staff/absence'
import { handOver } from '../service/staff/hand-over'
import { jobs as staffJobs } from '../service/staff/jobs'
import { change as staffChange } from '../service/staff/change'
import { invite } from '../service/staff/invite'
import { join as staffJoin } from '../service/staff/join'
import { list as staffList } from '../service/staff/list'
import { articles } from '../service/stats/articles'
import { cases } from '../service/stats/cases'
import { measures } from '../service/stats/measures'
import { pareto } from '../service/stats/pareto'
import { satisfaction } from '../service/stats/satisfaction'
import { enter } from '../service/ticket/enter'
import { list as ticketList } from '../service/ticket/list'
import { merge } from '../service/ticket/merge'
import { move } from '../service/ticket/move'
import { open as ticketOpen } from '../service/ticket/open'
import { similar } from '../service/ticket/similar'
import { submit } from '../service/ticket/submit'
import type { Who } from './door'
import { open as workOpen } from '../service/work/open'
import { queue } from '../service/work/queue'

/** An action's name → who may knock, and what is done. */
export type Actions = { readonly [A in ActionName]: { who: Who; run: Action<A> } }

export const actions: Actions = {
  'session.open': { who: 'anyone', run: sessionOpen },
  'company.peek': { who: 'anyone', run: peek },
  'company.join': { who: 'anyone', run: join },
  'company.find': { who: 'staff', run: companyFind },
  'equipment.list': { who: 'joined', run: equipmentList },
  'equipment.open': { who: 'joined', run: equipmentOpen },
  'complaint.about': { who: 'joined', run: about },
  'ticket.submit': { who: 'customer', run: submit },
  'ticket.enter': { who: 'staff', run: enter },
  'ticket.merge': { who: 'staff', run: merge },
  'ticket.similar': { who: 'staff', run: similar },
  'inquiry.open': { who: 'joined', run: inquiryOpen },
  'inquiry.turn': { who: 'joined', run: turn },
  'knowledge.suggest': { who: 'joined', run: suggest },
  'knowledge.helped': { who: 'joined', run: helped },
  'knowledge.list': { who: 'staff', run: knowledgeList },
  'knowledge.open': { who: 'staff', run: knowledgeOpen },
  'knowledge.save': { who: 'staff', run: knowledgeSave },
  'manual.list': { who: 'staff', run: manualList },
  'return.list': { who: 'staff', run: returnList },
  'return.open': { who: 'staff', run: returnOpen },
  'return.complain': { who: 'staff', run: returnComplain },
  'return.record': { who: 'staff', run: returnRecord },
  'receipt.verify': { who: 'joined', run: verify },
  'approve.open': { who: 'staff', run: approveOpen },
  'staff.list': { who: 'staff', run: staffList },
  'staff.invite': { who: 'staff', run: invite },
  'staff.join': { who: 'anyone', run: staffJoin },
  'staff.change': { who: 'staff', run: staffChange },
  'staff.absence': { who: 'staff', run: absence },
  'staff.jobs': { who: 'staff', run: staffJobs },
  'staff.handOver': { who: 'staff', run: handOver },
  'ticket.list': { who: 'joined', run: ticketList },
  'ticket.open': { who: 'joined', run: ticketOpen },
  'ticket.move': { who: 'joined', run: move },
  'd8.list': { who: 'staff', run: d8List },
  'd8.open': { who: 'staff', run: d8Open },
  'd8.prepare': { who: 'staff', run: d8Prepare },
  'd8.start': { who: 'staff', run: d8Start },
  'd8.move': { who: 'staff', run: d8Move },
  'media.arrived': { who: 'joined', run: arrived },
  'dispatch.board': { who: 'staff', run: board },
  'dispatch.candidates': { who: 'staff', run: candidates },
  'archive.list': { who: 'joined', run: archiveList },
  'archive.companies': { who: 'staff', run: archiveCompanies },
  'export.make': { who: 'staff', run: exportMake },
  'import.open': { who: 'staff', run: importOpen },
  'import.check': { who: 'staff', run: importCheck },
  'import.write': { who: 'staff', run: importWrite },
  'import.report': { who: 'staff', run: importReport },
  'work.open': { who: 'staff', run: workOpen },
  'work.queue': { who: 'staff', run: queue },
  'stats.pareto': { who: 'staff', run: pareto },
  'stats.cases': { who: 'staff', run: cases },
  'stats.measures': { who: 'staff', run: measures },
  'stats.satisfaction': { who: 'staff', run: satisfaction },
  'stats.articles': { who: 'staff', run: articles },
  'inbox.list': { who: 'joined', run: inboxList },
  'inbox.read': { who: 'joined', run: read },
  'consent.record': { who: 'anyone', run: record },
}
