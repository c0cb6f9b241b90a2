import { refusals, type Probe } from './tree'

/** 「what is refused」, the file that imports, the file or package that it imports. */
type Row = [says: string, from: string, to: string]

const domain = 'miniprogram/domain'
const refused: Row[] = [
  ['domain does not know a page', `${domain}/repair/a1.ts`, 'miniprogram/pages/home/index.ts'],
  ['domain does not know the services', `${domain}/repair/a2.ts`, 'miniprogram/services/call.ts'],
  ['domain does not know the components', `${domain}/repair/a3.ts`, 'miniprogram/components/bar/index.ts'],
  ['domain does not know what pages are shown', `${domain}/repair/a4.ts`, 'typings/views.d.ts'],
  ['domain does not know the functions', `${domain}/repair/a5.ts`, 'cloudfunctions/store/db.ts'],
  ['domain does not know Node', `${domain}/repair/a6.ts`, 'node:fs'],
  ['domain does not know another package', `${domain}/repair/a7.ts`, 'mingo'],
  ['a subject takes no dates of its own', `${domain}/repair/a8.ts`, 'dayjs'],
  ['a subject judges no telephone number itself', `${domain}/repair/a9.ts`, 'libphonenumber-js/min'],
  ['the calendar does not know tickets', `${domain}/calendar/a.ts`, `${domain}/ticket/ticket.ts`],
  ['the engine does not know tickets', `${domain}/engine/a.ts`, `${domain}/ticket/ticket.ts`],
  ['the company does not know a subject', `${domain}/company/a.ts`, `${domain}/site/site.ts`],
  ['a form does not know the door', `${domain}/form/a.ts`, `${domain}/door/inputs.ts`],
  ['the engine does not know even parts', `${domain}/engine/b.ts`, `${domain}/site/parts.ts`],
  ['a ticket does not know a subject', `${domain}/ticket/a.ts`, `${domain}/site/site.ts`],
  ['a ticket does not know the visit', `${domain}/ticket/b.ts`, `${domain}/visit/visit.ts`],
  ['a ticket does not know the list of rooms', `${domain}/ticket/c.ts`, `${domain}/subjects.ts`],
  ['a visit does not know a subject', `${domain}/visit/a.ts`, `${domain}/trip/trip.ts`],
  ['a visit does not know the door', `${domain}/visit/b.ts`, `${domain}/door/inputs.ts`],
  ['parts are leaves', `${domain}/inquiry/parts.ts`, `${domain}/ticket/table.ts`],
  ['parts do not know their own room', `${domain}/survey/parts.ts`, `${domain}/survey/moves.ts`],
  ['a subject does not know the list of rooms', `${domain}/trip/a.ts`, `${domain}/subjects.ts`],
  ['a subject does not know the door', `${domain}/trip/b.ts`, `${domain}/door/inputs.ts`],
  ['the list of rooms does not know the door', `${domain}/subjects.ts`, `${domain}/door/lifecycle.ts`],
  ['a file of domain lies in a room', `${domain}/loose.ts`, `${domain}/ticket/ticket.ts`],

  ['services do not know components', 'miniprogram/services/a.ts', 'miniprogram/components/bar/index.ts'],
  ['services do not know pages', 'miniprogram/services/b.ts', 'miniprogram/pages/home/index.ts'],
  [
    'services do not know the pages of about',
    'miniprogram/services/c.ts',
    'miniprogram/about/rules/index.ts',
  ],
  ['services do not know the functions', 'miniprogram/services/d.ts', 'cloudfunctions/service/audit.ts'],
  ['components do not know pages', 'miniprogram/components/a/index.ts', 'miniprogram/field/job/parts.ts'],
  ['the tab bar does not know pages', 'miniprogram/custom-tab-bar/index.ts', 'miniprogram/pages/me/index.ts'],
  ['a page does not know another', 'miniprogram/field/a/index.ts', 'miniprogram/field/job/parts.ts'],
  [
    'a page does not know another subpackage',
    'miniprogram/office/a/index.ts',
    'miniprogram/quality/filter.ts',
  ],
  ['a page does not know the functions', 'miniprogram/pages/a/index.ts', 'cloudfunctions/service/audit.ts'],
  ['a page does not know the local cloud', 'miniprogram/pages/b/index.ts', 'local/options.ts'],
  ['a page takes no package', 'miniprogram/pages/c/index.ts', 'valibot'],
  ['the app does not know a page', 'miniprogram/app.ts', 'miniprogram/pages/home/index.ts'],

  ['the store does not know the service', 'cloudfunctions/store/a.ts', 'cloudfunctions/service/audit.ts'],
  ['the store does not know WeChat', 'cloudfunctions/store/b.ts', 'cloudfunctions/platform/files.ts'],
  [
    'the platform does not know the service',
    'cloudfunctions/platform/a.ts',
    'cloudfunctions/service/audit.ts',
  ],
  ['the service does not know the SDK', 'cloudfunctions/service/a.ts', '@cloudbase/node-sdk'],
  ['the service does not know the door', 'cloudfunctions/service/b.ts', 'cloudfunctions/api/actions.ts'],
  ['the service does not know the clock', 'cloudfunctions/service/c.ts', 'cloudfunctions/clock/index.ts'],
  ['the door does not know the clock', 'cloudfunctions/api/a.ts', 'cloudfunctions/clock/index.ts'],
  ['functions share no services', 'cloudfunctions/service/d.ts', 'miniprogram/services/call.ts'],
  ['functions share no page', 'cloudfunctions/api/b.ts', 'miniprogram/pages/home/index.ts'],
  ['functions do not know the local cloud', 'cloudfunctions/store/c.ts', 'local/options.ts'],
  ['functions do not know the demo', 'cloudfunctions/store/d.ts', 'demo/people.ts'],
  ['functions take no tool along', 'cloudfunctions/platform/b.ts', 'mingo'],

  ['local does not know the mini-program', 'local/a.ts', 'miniprogram/services/call.ts'],
  ['local does not know even domain', 'local/b.ts', `${domain}/calendar/format.ts`],
  ['local does not know the functions', 'local/c.ts', 'cloudfunctions/store/schema.ts'],
  ['local does not know the demo', 'local/d.ts', 'demo/people.ts'],
  ['the demo does not know the service', 'demo/a.ts', 'cloudfunctions/service/audit.ts'],
  ['the demo does not know the phone', 'demo/b.ts', 'miniprogram/services/call.ts'],
  ['scripts do not know a page', 'scripts/a.ts', 'miniprogram/pages/home/index.ts'],
  ['the contract does not know the functions', 'typings/a.d.ts', 'cloudfunctions/store/records.ts'],
  ['the contract does not know the services', 'typings/b.d.ts', 'miniprogram/services/call.ts'],
  ['nobody knows a test', 'scripts/b.ts', 'test/service/world.ts'],
]

const accepted: Row[] = [
  ['the calendar has dayjs', `${domain}/calendar/y.ts`, 'dayjs'],
  ['telephone numbers have their library', `${domain}/form/phone.ts`, 'libphonenumber-js/min'],
  ['a ticket knows what is stored of a subject', `${domain}/ticket/y.ts`, `${domain}/inquiry/parts.ts`],
  ['a subject knows another', `${domain}/trip/y.ts`, `${domain}/dispatch/dispatch.ts`],
  ['a new room is a subject', `${domain}/contract/y.ts`, `${domain}/visit/visit.ts`],
  ['the list of rooms knows a subject', `${domain}/subjects.ts`, `${domain}/trip/trip.ts`],
  ['the door knows the list of rooms', `${domain}/door/y.ts`, `${domain}/subjects.ts`],
  ['a page has its own files', 'miniprogram/field/y/index.ts', 'miniprogram/field/y/parts.ts'],
  ['a page has its subpackage’s file', 'miniprogram/quality/y/index.ts', 'miniprogram/quality/filter.ts'],
  ['a page knows the services', 'miniprogram/pages/y/index.ts', 'miniprogram/services/call.ts'],
  ['the service knows the store', 'cloudfunctions/service/y.ts', 'cloudfunctions/store/collections.ts'],
  ['the store has the SDK', 'cloudfunctions/store/y.ts', '@cloudbase/node-sdk'],
  ['local has tools', 'local/y.ts', 'mingo'],
]

const circle: Probe[] = [
  { from: 'local/cloud/x.ts', to: 'local/cloud/y.ts' },
  { from: 'local/cloud/y.ts', to: 'local/cloud/x.ts' },
]

const probes = (rows: readonly Row[]): Probe[] => rows.map(([, from, to]) => ({ from, to }))

describe('given a house with a file for each arrow, when its imports are looked at', () => {
  let found: string[] = []
  beforeAll(() => {
    found = refusals([...probes(refused), ...probes(accepted), ...circle])
  })
  const of = (from: string): string[] =>
    found.filter((line) => line.includes(` ${from} → `)).map((line) => line.split(' ').slice(0, 2).join(' '))

  test.each(refused)('then %s', (_says, from) => {
    expect(of(from)).toEqual(['error not-in-allowed'])
  })

  test.each(accepted)('then %s', (_says, from, to) => {
    expect(found.filter((line) => line.includes(`${from} → ${to}`))).toEqual([])
  })

  test('then two files whose types need each other are a circle', () => {
    expect(of('local/cloud/x.ts')).toEqual(['error no-circles'])
  })
})
