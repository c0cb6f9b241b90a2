import type { TicketView } from '../../../typings/contract'
import { refused, settle, wechat } from './wechat'

const offered = (move: string, primary = true) => ({
  move,
  visit: 'v1',
  label: move,
  primary,
  article: null,
  blocked: null,
})
/** A ticket as the server shows it before departure. */
const view = (steps = ['depart', 'arrive', 'report']) =>
  ({
    id: 't1',
    no: 'BX-1',
    companyName: '澄远',
    media: [{ id: 'm1', kind: 'photo', slot: '', url: 'https://far/m1' }],
    moves: [offered('prepare', false), offered('depart')],
    visits: [
      {
        id: 'v1',
        ahead: [...steps.map((move) => [offered(move)]), [offered('leaveOnPaper', false)]],
        media: [],
      },
    ],
  }) as unknown as TicketView

async function app() {
  jest.resetModules()
  const network = await import('../../../miniprogram/services/network')
  network.watchNetwork()
  const outbox = await import('../../../miniprogram/services/outbox')
  outbox.watchOutbox()
  const { keepTicket } = await import('../../../miniprogram/services/kept-tickets')
  const { withQueue } = await import('../../../miniprogram/services/queued')
  const { makeMove } = await import('../../../miniprogram/services/moving')
  await settle()
  return { ...outbox, keepTicket, withQueue, makeMove }
}
const names = (ticket: TicketView) => ticket.moves.map(({ move }) => move)

test('given no network, then the page offers the next step that the server named and nothing else', async () => {
  const phone = wechat()
  const { keepTicket, withQueue, makeMove } = await app()
  keepTicket(view())
  expect(names(withQueue(view()))).toEqual(['prepare', 'depart'])
  phone.network(false)
  expect(names(withQueue(view()))).toEqual(['depart'])
  expect(names(await makeMove('t1', 'depart', 'v1', { eta: 1 }))).toEqual(['arrive'])
  expect(names(await makeMove('t1', 'arrive', 'v1', {}))).toEqual(['report'])
})

test('given no network, when a move is made that the server did not name ahead, then it is not kept and the person is told', async () => {
  const phone = wechat()
  const { keepTicket, makeMove, outboxItems } = await app()
  keepTicket(view())
  phone.network(false)
  await expect(makeMove('t1', 'prepare', 'v1', {})).rejects.toThrow('没有网络')
  expect(outboxItems()).toEqual([])
})

test('given the way ends with one way only, then it is the page’s verb', async () => {
  const phone = wechat()
  const { withQueue } = await app()
  phone.network(false)
  expect(withQueue(view([])).moves).toMatchObject([{ move: 'leaveOnPaper', primary: true }])
})

test('given steps that wait, when the app starts anew without a network, then the next one is offered', async () => {
  const cellar = wechat()
  cellar.network(false)
  const first = await app()
  first.keepTicket(view())
  await first.makeMove('t1', 'depart', 'v1', { eta: 1 })
  const phone = wechat(cellar.storage)
  phone.network(false)
  const { withQueue } = await app()
  expect(names(withQueue(view()))).toEqual(['arrive'])
})

test('given a part of the queue has gone up, then what was sent is not offered again', async () => {
  const phone = wechat()
  phone.network(false)
  const { keepTicket, makeMove, withQueue, flushOutbox, outboxItems } = await app()
  keepTicket(view())
  await makeMove('t1', 'depart', 'v1', { eta: 1 })
  await makeMove('t1', 'arrive', 'v1', {})
  phone.cloud = (_action, { move }) =>
    move === 'depart' ? { ticket: view(['arrive', 'report']), uploads: [] } : refused('BUSY', '系统开小差了')
  phone.network(true)
  await flushOutbox()
  expect(outboxItems().map(({ title }) => title)).toEqual(['arrive'])
  phone.network(false)
  expect(names(withQueue(view(['arrive', 'report'])))).toEqual(['report'])
})

test('given the queue of a ticket was refused, then without a network nothing more is offered, with one what the server says', async () => {
  const phone = wechat()
  phone.network(false)
  const { keepTicket, makeMove, withQueue, flushOutbox } = await app()
  keepTicket(view())
  await makeMove('t1', 'depart', 'v1', { eta: 1 })
  phone.cloud = () => refused('BLOCKED', '还不能出发')
  phone.network(true)
  await flushOutbox()
  expect(names(withQueue(view()))).toEqual(['prepare', 'depart'])
  phone.network(false)
  expect(names(withQueue(view()))).toEqual([])
})

test('given a ticket saved on purpose, when there is no network, then its photo is the one on this phone', async () => {
  const phone = wechat()
  const { withQueue } = await app()
  phone.storage.set('cache:prepared-t1', {
    at: 1,
    bytes: 1,
    photos: 1,
    files: { m1: 'wxfile://usr/offline-m1' },
  })
  expect(withQueue(view()).media[0]!.url).toBe('https://far/m1')
  phone.network(false)
  expect(withQueue(view()).media[0]!.url).toBe('wxfile://usr/offline-m1')
})

test('given a customer, who has no way ahead, then her verbs stay without a network, less what waits already', async () => {
  const phone = wechat()
  phone.network(false)
  const { withQueue, post } = await app()
  const hers = {
    ...view(),
    visits: [],
    moves: [offered('supplement'), offered('urge', false)],
  } as unknown as TicketView
  expect(names(withQueue(hers))).toEqual(['supplement', 'urge'])
  const input = { id: 't1', key: 'key-supplement', move: 'supplement' as const, visit: null, input: {} }
  await post({ action: 'ticket.move', title: '补充信息', files: [], input })
  expect(names(withQueue(hers))).toEqual(['urge'])
})
