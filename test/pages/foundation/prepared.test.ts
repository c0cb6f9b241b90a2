import type { TicketView } from '../../../typings/contract'
import { refused, settle, wechat } from './wechat'

const photo = (id: string, url = `https://far/${id}`) => ({ id, kind: 'photo', slot: '', url })
const view = (...media: ReturnType<typeof photo>[]) =>
  ({
    id: 't1',
    no: 'BX-1',
    companyName: '澄远',
    media,
    moves: [],
    visits: [{ id: 'v1', ahead: [[{ move: 'depart' }]], media: [] }],
  }) as unknown as TicketView

async function app() {
  jest.resetModules()
  const network = await import('../../../miniprogram/services/network')
  network.watchNetwork()
  const prepared = await import('../../../miniprogram/services/prepared')
  const { keptTicket } = await import('../../../miniprogram/services/kept-tickets')
  const { offlineState } = await import('../../../miniprogram/services/offline')
  await settle()
  return { ...prepared, keptTicket, offlineState }
}
/** The door's answer for a job: the ticket, and a manual of 3 KB. */
const door = (ticket: TicketView) => (action: string) =>
  action === 'manual.list' ? { model: 'V850', items: [{ key: 'v', bytes: 3072 }] } : { ticket }
const paths = ['wxfile://usr/offline-m1', 'wxfile://usr/offline-m2']

test('given a network, when a job is saved, then its words, manuals and photos are on this phone, with time and size', async () => {
  const phone = wechat()
  phone.cloud = door(view(photo('m1'), photo('m2')))
  const { prepare, keptTicket, offlineState } = await app()
  await prepare('t1')
  expect([...phone.files].sort()).toEqual(paths)
  expect(keptTicket('t1')!.ticket.no).toBe('BX-1')
  expect([...phone.storage.keys()].some((key) => key.includes('manual-t1'))).toBe(true)
  expect(offlineState(view(), Date.now())).toMatchObject({
    saved: expect.stringMatching(/^今天 \d\d:\d\d · 5 KB · 附件 2 个$/),
    missing: '',
    offered: true,
  })
})

test('given a photo that does not come, then the rest is saved and the page says what is missing', async () => {
  const phone = wechat()
  phone.cloud = door(view(photo('m1'), photo('m2', 'https://far/gone')))
  const { prepare, offlineState } = await app()
  await prepare('t1')
  expect([...phone.files]).toEqual([paths[0]])
  expect(offlineState(view(), Date.now()).missing).toBe('还有 1 个附件没有下载,请更新')
})

test('given the manuals do not come, then the job is saved all the same and the page says what is missing', async () => {
  const phone = wechat()
  phone.cloud = (action) => (action === 'manual.list' ? refused('BUSY', '系统开小差了') : { ticket: view() })
  const { prepare, keptTicket, offlineState } = await app()
  await prepare('t1')
  expect(keptTicket('t1')!.ticket.no).toBe('BX-1')
  expect(offlineState(view(), Date.now()).missing).toBe('还有作业手册没有下载,请更新')
})

test('given it was saved before, when saving again fails for a photo, then the photo of before stays', async () => {
  const phone = wechat()
  phone.cloud = door(view(photo('m1')))
  const { prepare, offlineState } = await app()
  await prepare('t1')
  phone.cloud = door(view(photo('m1', 'https://far/gone')))
  await prepare('t1')
  expect(offlineState(view(), Date.now())).toMatchObject({ missing: '' })
})

test('given the ticket may not be seen any more, then saving says so and what was saved can be forgotten whole', async () => {
  const phone = wechat()
  phone.cloud = door(view(photo('m1'), photo('m2')))
  const { prepare, forgetAll } = await app()
  await prepare('t1')
  phone.cloud = () => refused('NOT_FOUND', '没有这张工单或无权查看')
  await expect(prepare('t1')).rejects.toThrow('没有这张工单或无权查看')
  forgetAll()
  await settle()
  expect(phone.files.size).toBe(0)
  expect([...phone.storage.keys()].filter((key) => key.includes('prepared'))).toEqual([])
})
