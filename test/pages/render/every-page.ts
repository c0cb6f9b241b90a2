// A page in every state, answered by the real functions with the demo's data. The pages are the story's tables, a
// file of tests a few packages: a document that has drawn hundreds of pages grows slow.
import { join } from 'node:path'
import { demoStart } from '../../../demo/local'
import { tabs } from '../../story/ux/pages/tabs'
import type { TicketView } from '../../../typings/contract'
import type { PageRow } from '../../story/ux/rows'
import { refused, type WeChat } from '../foundation/wechat'
import { Cloud } from './cloud'
import { app, draw, phoneOf, unresolved, wordsOf, type Rendered } from './open'

const named = (rows: readonly PageRow[]) => rows.map((row) => [`${row.name} ${row.path}`, row] as const)
const fileOf = ({ path }: PageRow): string => path.split('?')[0]!.slice(1)

let cloud: Cloud
let open: Rendered[] = []
beforeAll(async () => {
  jest.useFakeTimers({
    now: demoStart,
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
  })
  cloud = await Cloud.open()
})
afterEach(() => {
  for (const page of open) {
    page.instance.onUnload?.()
    page.detach()
  }
  open = []
})
afterAll(() => jest.useRealTimers())

/** Opens a page as WeChat does. */
function visit(row: PageRow): Rendered {
  const [, query = ''] = row.path.split('?')
  const route = fileOf(row)
  Object.assign(globalThis, { getCurrentPages: () => [{ route }] })
  const page = draw(route)
  page.instance.onLoad?.(Object.fromEntries(new URLSearchParams(query)))
  page.instance.onShow?.()
  open.push(page)
  return page
}

/** A phone on which this person was before: who he is, is known. */
async function phoneIn(row: PageRow, kept?: Map<string, unknown>): Promise<WeChat> {
  jest.resetModules()
  const phone = phoneOf(kept)
  const session = await cloud.knock(row.who, 'session.open', {})
  if (session.ok) phone.storage.set('session', session.data)
  cloud.answers(phone, row.who)
  return phone
}

// What may be done without a network is another matter than what is seen: only the next steps of the way ahead.
const lasting = (view: unknown): unknown => {
  const { ticket } = (view ?? {}) as { ticket?: TicketView }
  return ticket ? { ticket: { no: ticket.no, timeline: ticket.timeline } } : view
}

/** The sentences of every state, for each of these pages. */
export function everyPage(rows: readonly PageRow[]): void {
  const asking = rows.filter((row) => row.calls > 0)
  const waiting = named(oneOfEach(asking.filter((row) => !row.form)))
  shown(named(rows))
  askedOnce(named(asking))
  notYet(waiting)
  inTrouble(waiting)
  withoutNetwork(waiting)
  ofAnother(named(oneOfEach(asking.filter((row) => /[?&]id=/.test(row.path)))))
}
// What a page does without an answer does not depend on the ticket that it would show.
const oneOfEach = (rows: readonly PageRow[]): PageRow[] => [
  ...new Map(rows.map((row) => [`${row.who} ${fileOf(row)}`, row])).values(),
]
type Named = ReturnType<typeof named>

function shown(rows: Named): void {
  test.each(rows)(
    'given %s, when the answer has come, then it is shown, and every component with it',
    async (_name, row) => {
      await phoneIn(row)
      const page = visit(row)
      await cloud.quiet()
      if (row.calls > 0 && 'phase' in page.data) expect(page.data.phase).toBe('ready')
      expect(wordsOf(page).length).toBeGreaterThan(3)
      expect(wordsOf(page)).not.toMatch(/undefined|NaN|\[object|Invalid/)
      expect(page.dom.querySelector('skeleton-card')).toBeNull()
      expect(unresolved(join(app, fileOf(row)))).toEqual([])
    },
  )
}

function askedOnce(rows: Named): void {
  test.each(rows)(
    'given %s and a known person, when it opens, then the door is asked once',
    async (_name, row) => {
      const phone = await phoneIn(row)
      visit(row)
      await cloud.quiet()
      expect(phone.calls.map((call) => call.action)).toHaveLength(1)
    },
  )
}

function notYet(rows: Named): void {
  test.each(rows)('given %s and no answer yet, then its shape is shown', async (_name, row) => {
    const phone = await phoneIn(row)
    phone.cloud = () => new Promise(() => {})
    const page = visit(row)
    await cloud.quiet()
    expect(page.data.phase).toBe('loading')
    expect(page.dom.querySelector('skeleton-card')).not.toBeNull()
  })
}

function inTrouble(rows: Named): void {
  test.each(rows)(
    'given %s and a function that crashes, then it says so and offers to try again, and trying works',
    async (_name, row) => {
      const phone = await phoneIn(row)
      const healthy = phone.cloud
      phone.cloud = () => Promise.reject({ errMsg: 'cloud.callFunction:fail -504002 functions execute fail' })
      const page = visit(row)
      await cloud.quiet()
      expect(page.data.phase).toBe('error')
      expect(wordsOf(page)).toMatch(/没有收到回应.*重试/)
      phone.cloud = healthy
      await page.instance.refresh!()
      await cloud.quiet()
      expect(page.data.phase).toBe('ready')
      expect(wordsOf(page)).not.toMatch(/没有收到回应/)
    },
  )
}

function withoutNetwork(rows: Named): void {
  test.each(rows)(
    'given %s seen before, when there is no network, then it is still there, with its time',
    async (_name, row) => {
      const phone = await phoneIn(row)
      const before = visit(row)
      await cloud.quiet()
      const seen = before.data.view
      const kept = phone.storage
      jest.resetModules()
      const offline = phoneOf(kept)
      offline.network(false)
      const page = visit(row)
      await cloud.quiet()
      expect(page.data).toMatchObject({ phase: 'ready', offline: true, view: lasting(seen) })
      expect(wordsOf(page)).toMatch(/网络不可用,显示 09:40 的内容|没有网络,已保存/)
    },
  )
}

function ofAnother(rows: Named): void {
  test.each(rows)(
    'given %s of somebody else, then it shows nothing of it and a way back',
    async (_name, row) => {
      const phone = await phoneIn(row)
      phone.cloud = () => refused('NOT_FOUND', '没有这张工单或无权查看')
      const page = visit(row)
      await cloud.quiet()
      expect(page.data.phase).toBe('missing')
      expect(page.data.view).toBeNull()
      expect(wordsOf(page)).toMatch(/没有这张工单或无权查看/)
      expect(wordsOf(page)).toMatch(/返回|重试|回工/)
    },
  )
}

/** Pages with nothing to show. */
export function emptyPages(): void {
  test.each([
    ['pages/tickets/index', 'jiangyue', '还没有工单'],
    ['customer/inbox/index', 'jiangyue', '没有新消息'],
    ['pages/workbench/index', 'jiangyue', '都处理完了'],
    ['pages/tickets/index', 'sunxiaobing', '加入企业'],
    ['pages/equipment/index', 'sunxiaobing', '加入企业'],
  ])('given nothing to show on %s for %s, then one sentence says so', async (path, who, words) => {
    const row = { ...tabs[0]!, who, path: `/${path}` }
    await phoneIn(row)
    const page = visit(row)
    await cloud.quiet()
    expect(wordsOf(page)).toContain(words)
  })
}
