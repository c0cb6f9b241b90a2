// A phone of its own for each sentence, on the demo's day, and a page opened on it.
import { demoStart } from '../../../demo/local'
import type { WeChat } from '../foundation/wechat'
import { draw, phoneOf, settle, type Rendered } from '../render/open'

export let phone: WeChat & { went: string[] }
/** What is drawn; taken away after the sentence. */
export let open: Rendered[] = []
beforeAll(() =>
  jest.useFakeTimers({
    now: demoStart,
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
  }),
)
beforeEach(() => {
  jest.resetModules()
  phone = phoneOf()
})
afterEach(() => {
  for (const page of open) page.detach()
  open = []
})
afterAll(() => jest.useRealTimers())

/** Opens a page as WeChat does, and waits for what it asked. */
export async function visit(route: string, query: Record<string, string> = {}): Promise<Rendered> {
  const page = draw(route)
  open.push(page)
  page.instance.onLoad?.(query)
  page.instance.onShow?.()
  await settle()
  return page
}
/** What was asked last. */
export const asked = (): Record<string, unknown> => phone.calls[phone.calls.length - 1]!.input
