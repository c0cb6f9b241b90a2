import { pageWith, refused, wechat } from './wechat'

async function services() {
  jest.resetModules()
  const loader = await import('../../../miniprogram/services/loader')
  const { call } = await import('../../../miniprogram/services/call')
  return { ...loader, list: () => call('equipment.list', {}) }
}

test('given content kept from before, when a page loads, then it shows at once and the answer takes its place', async () => {
  const phone = wechat()
  const { load, list, blank } = await services()
  phone.cloud = () => ({ items: [{ serial: 'old' }] })
  await load(pageWith({ ...blank }), list, { cache: 'equipment' })
  phone.cloud = () => ({ items: [{ serial: 'new' }] })
  const page = pageWith({ ...blank })
  const loading = load(page, list, { cache: 'equipment' })
  expect(page.data).toMatchObject({ phase: 'ready', updating: true, view: { items: [{ serial: 'old' }] } })
  await loading
  expect(page.data).toMatchObject({ phase: 'ready', updating: false, view: { items: [{ serial: 'new' }] } })
})

test('given no network and kept content, when a page loads, then it stays with its time and a word about it', async () => {
  const phone = wechat()
  const { load, list, blank } = await services()
  phone.cloud = () => ({ items: [] })
  await load(pageWith({ ...blank }), list, { cache: 'equipment' })
  phone.network(false)
  const page = pageWith({ ...blank })
  await load(page, list, { cache: 'equipment' })
  expect(page.data).toMatchObject({ phase: 'ready', offline: true, view: { items: [] } })
  expect(page.data.cachedAt).toMatch(/^\d\d:\d\d$/)
})

test('given no network and nothing kept, when a page loads, then it says so and offers to try again', async () => {
  const phone = wechat()
  phone.network(false)
  const { load, list, blank } = await services()
  const page = pageWith({ ...blank })
  await load(page, list, { cache: 'equipment' })
  expect(page.data).toMatchObject({ phase: 'error', problem: { code: 'OFFLINE', words: '没有网络' } })
})

test('given a ticket that may not be seen any more, when it loads, then what was kept of it is gone too', async () => {
  const phone = wechat()
  const { load, list, blank } = await services()
  phone.cloud = () => ({ items: [] })
  await load(pageWith({ ...blank }), list, { cache: 'ticket-t1' })
  phone.cloud = () => refused('NOT_FOUND', '没有这张工单或无权查看')
  const page = pageWith({ ...blank })
  await load(page, list, { cache: 'ticket-t1' })
  expect(page.data).toMatchObject({ phase: 'missing', view: null })
  expect([...phone.storage.keys()]).not.toContain('cache:ticket-t1')
})

test('given a slow answer, when a later load has overtaken it, then it changes nothing', async () => {
  wechat()
  const { load, blank } = await services()
  const page = pageWith({ ...blank })
  let late: (value: string) => void = () => {}
  const first = load(page, () => new Promise<string>((resolve) => (late = resolve)))
  await load(page, async () => 'second')
  late('first')
  expect(await first).toBeNull()
  expect(page.data.view).toBe('second')
})
