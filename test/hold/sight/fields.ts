// By hand: of which kind each field of each answer is, named by its path. A path that does not stand here fails the
// test, so that a new field is looked at by somebody before it is sent to anybody. `*` is any one key.
import { below, by, card, decided, leg, line, media, offered, ticket, type Row } from './ticket-fields'

const equipment: Row[] = [
  ['plain', '', 'id serial model name nickname site openTickets'],
  ['plain', 'warranty', 'free words until'],
]
const me: Row[] = [
  ['own', '', 'pid name side title post phone'],
  ['own', 'roles[]', ''],
  ['own', 'company', 'id name'],
]
const paged: Row = ['plain', '', 'next']
const fault: Row[] = [
  ['faults', 'models[]', ''],
  ['faults', 'batches[]', ''],
]

/** Reading action → its fields. */
export const fields: Readonly<Record<string, readonly Row[]>> = {
  'session.open': [
    ...below('me', me),
    ['own', '', 'unread waiting overdue'],
    ['own', 'templates.*', 'id credits refusedAt'],
    ['plain', '', 'serviceLine'],
    ...below('yours', card),
    ...below('latest', card),
  ],
  'company.find': [
    ['contacts', 'items[]', 'id name city'],
    ['contacts', 'items[].equipment[]', 'id serial model nickname warranty'],
    by('contacts', 'items[].people[]'),
    ['phone', 'items[].people[]', 'phone'],
  ],
  'equipment.list': below('items[]', equipment),
  'equipment.open': [
    ...below('equipment', equipment),
    ...below('tickets[]', card),
    ['plain', '', 'lastService'],
  ],
  'complaint.about': [
    ['plain', 'services[]', 'id no title day equipmentId'],
    by('plain', 'people[]'),
    ['plain', 'machines[]', 'id serial words'],
  ],
  'ticket.list': [...below('items[]', card), ['plain', 'counts', 'yours open finished'], paged],
  'ticket.open': below('ticket', ticket),
  'ticket.similar': [...below('ticket', ticket), ...below('open[]', card), ...below('history[]', card)],
  'knowledge.suggest': [['plain', 'items[]', 'id question answer models by helped']],
  'knowledge.list': [
    ['plain', 'items[]', 'id question answer models by helped state updatedAt'],
    ['plain', 'counts.*', ''],
    ['plain', '', 'next mayEdit'],
  ],
  'knowledge.open': [
    ['plain', '', 'mayPublish mayEdit'],
    ['plain', 'item', 'id question answer state by updatedAt helped'],
  ],
  'manual.list': [
    ['plain', '', 'model'],
    ['plain', 'items[]', 'key title version approvedBy approvedOn bytes'],
    ['plain', 'items[].models[]', ''],
    ['plain', 'items[].sections[]', 'title'],
    ['plain', 'items[].sections[].steps[]', ''],
  ],
  'd8.list': [
    ['analysis', 'items[]', 'id no title state stateWords stepWords due overdue done tickets'],
    ['analysis', 'counts', 'open mine closed'],
    ['analysis', '', 'next mayStart'],
  ],
  'd8.open': [
    ['analysis', 'd8', 'id no rev title state stateWords origin fault faultWords createdAt by step'],
    ['analysis', 'd8.models[]', ''],
    ['analysis', 'd8.steps[]', 'key label aim due overdue rev last'],
    ['analysis', 'd8.steps[].owner', 'pid name'],
    ['analysis', 'd8.steps[].done', 'name at'],
    ['analysis', 'd8.steps[].values.*', ''],
    ['analysis', 'd8.steps[].media[]', media],
    ['analysis', 'd8.tasks[]', 'id manual change due by overdue'],
    ['analysis', 'd8.tasks[].done', 'name at note'],
    ['analysis', 'd8.tickets[]', 'id no title companyName day stateWords opens'],
    ['analysis', 'd8.tickets[].media[]', media],
    ['analysis', 'd8.effect', 'days count shown words'],
    ['analysis', 'd8.effect.last', 'day model no ticketId'],
    ['analysis', 'd8.locks[]', 'ok words wayOut article'],
    ['analysis', 'd8.moves[]', `${offered} step`],
    by('analysis', 'd8.people[]'),
    ['analysis', 'd8.manuals[]', ''],
    ['analysis', 'd8.timeline[]', 'at who words'],
  ],
  'd8.prepare': [
    ['analysis', '', 'title fault faultWords'],
    ['analysis', 'models[]', ''],
    ['analysis', 'problem', 'who what where when many'],
    ['analysis', 'tickets[]', 'id no title companyName day'],
    ['analysis', 'tickets[].media[]', media],
    ['analysis', 'running[]', 'id no title'],
  ],
  'return.list': [
    ['people', 'items[]', 'id title companyName service dueAt due missed'],
    ['people', '', 'due next'],
  ],
  'return.open': [
    ['people', 'visit', 'id title companyName service dueAt due missed serial warranty ticketId'],
    ['people', 'visit.contact', 'name'],
    ['phone', 'visit.contact', 'phone'],
    ['score', 'visit', 'stars'],
    ['desk', 'visit.calls[]', 'at outcome nextAt note'],
  ],
  'receipt.verify': [
    ['plain', '', 'no intact'],
    ['plain', 'receipts[]', 'visit no form signer at hash previous photos awaited ok'],
    ['plain', 'receipts[].problems[]', ''],
  ],
  'dispatch.candidates': [
    ...below('ticket', ticket),
    ['people', 'items[]', 'pid name title base open workshop'],
    ['people', 'items[].skills[]', ''],
    ['people', 'items[].reasons[]', ''],
    ['people', 'items[].load[]', 'day jobs absent'],
  ],
  'dispatch.board': [
    ['people', 'days[]', ''],
    ...below('unassigned[]', card),
    ['people', 'people[]', 'pid name title base workshop'],
    ['people', 'people[].skills[]', ''],
    ['people', 'people[].conflicts[]', ''],
    ['people', 'people[].days[]', 'day absent'],
    ['people', 'people[].days[].jobs[]', 'id title city words lead'],
  ],
  'approve.open': [
    ['approval', 'last', 'who at words'],
    ['approval', 'items[]', 'id visit kind title company city subject who why due article total'],
    ['approval', 'items[].lines[]', line],
    ['approval', 'items[].yes', offered],
    ['approval', 'items[].no', offered],
    ['approval', 'items[].trip', 'task finishBy version at total'],
    ['approval', 'items[].trip.legs[]', leg],
    ['approval', 'items[].trip.costs[]', line],
    by('approval', 'items[].trip.by'),
    ...decided('approval', 'items[].trip.decision', 'approval'),
    ['approval', 'items[].newLegs[]', leg],
    ['approval', 'items[].overlaps[]', 'id no title words'],
    ...below('items[].sameCity[]', card),
    ['approval', 'items[].media[]', media],
  ],
  'staff.list': [
    ['people', 'items[]', 'pid name title staffNo base active'],
    ['people', 'items[].roles[]', ''],
    ['people', 'items[].skills[]', ''],
    ['people', 'items[].absences[]', 'from to reason'],
    ['code2', 'invitations[]', 'code name role until'],
    ['people', '', 'mayChange'],
  ],
  'archive.list': [
    ['archive', 'items[]', 'id at kind kindLabel no ticketId companyName machine words by'],
    ['archive', '', 'next reached companyName'],
    ['archive', 'machine', 'serial model nickname'],
    ['archive', 'machine.warranty', 'free words until'],
  ],
  'archive.companies': [
    ['archive', 'items[]', 'id name city'],
    ['archive', 'items[].machines[]', 'serial model nickname'],
  ],
  'work.open': [
    ['plain', 'queues[]', 'key label icon count overdue'],
    ['plain', 'queues[].link', 'label page'],
    ...below('queues[].items[]', card),
    ['plain', '', 'nextDue'],
    ['plain', 'desks[]', 'label'],
    ['plain', 'desks[].rows[]', 'key title words overdue page'],
    ['plain', 'entries[]', 'key label icon page words tone'],
  ],
  'work.queue': [...below('items[]', card), paged],
  'stats.pareto': [
    ['faults', 'bars[]', 'code name value count share cumulative'],
    ['faults', '', 'total cases unclassified machines enough sentence'],
    ['cost', '', 'costs'],
    ...fault,
  ],
  'stats.cases': [
    ['faults', 'items[]', 'id no day title companyName fault downtimeHours'],
    ['cost', 'items[]', 'cost'],
    ['faults', '', 'next'],
    ['faults', 'd8', 'mayStart'],
    ['faults', 'd8.running[]', 'id no title'],
  ],
  'stats.measures': [
    ['faults', 'items[]', 'key label value words sample sampleWords enough before trend definition'],
    ...fault,
  ],
  'stats.satisfaction': [['month', 'items[]', 'key name answers asked average csat nps']],
  'stats.articles': [
    ['month', 'months[]', ''],
    ['month', 'rows[]', 'article title late waived broken'],
    ['month', 'items[]', 'ticketId no companyName article kind words by at'],
    ['month', '', 'next'],
  ],
  'inbox.list': [
    ['own', 'items[]', 'id at title words about page read push'],
    ['own', '', 'unread next'],
  ],
}
