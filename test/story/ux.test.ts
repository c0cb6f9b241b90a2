// What a machine can hold of the promises to the person with the phone; a new page is a line in ux/pages.ts.
import { someOf } from '../model/shares'
import { look, type Seen } from './ux/look'
import { pages } from './ux/pages'
import type { PageRow } from './ux/rows'
import { sheets, ticketPages } from './ux/tickets'
import { narrow, photo, Stage, type Phone } from './stage'

// A share of each table in npm test; npm run hold screens plays the whole.
const some = <T>(rows: readonly T[]): readonly T[] => someOf('screens', rows)
const every: readonly PageRow[] = [...pages, ...some(ticketPages)]
const asking = some(pages.filter((row) => row.calls > 0))

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open()
})
afterEach(() => stage.leave())
afterAll(() => stage.close())

/** What the page that is open now looks like, once nothing is on its way any more. */
async function seen(phone: Phone): Promise<Seen> {
  await phone.settled()
  return phone.frame.evaluate(look)
}
const faults = ({ targets, cut, pale }: Seen) => ({ targets, cut, pale })
const none = { targets: [], cut: [], pale: [] }

describe('every page can be read and hit', () => {
  it.each(every)(
    'given $name at 390 and at 320 px, then nothing is small, near, cut or pale',
    async (row) => {
      const phone = await stage.again(row.who, row.path)
      const first = await seen(phone)
      expect(faults(first)).toEqual(none)
      expect(first.nodes).toBeLessThanOrEqual(row.budget.nodes)
      expect(first.depth).toBeLessThanOrEqual(row.budget.depth)
      expect(first.bytes).toBeLessThanOrEqual(row.budget.bytes)
      await phone.page.setViewportSize(narrow)
      expect(faults(await seen(phone))).toEqual(none)
    },
  )

  it.each(some(every))(
    'given $name in 关怀模式 at 320 px, then its words are larger and whole',
    async (row) => {
      const phone = await stage.again(row.who, row.path, { size: narrow, font: 1.3 })
      expect(await phone.top.locator('.app-root').first().getAttribute('class')).toContain('large-type')
      expect(faults(await seen(phone))).toEqual(none)
    },
  )
})

describe('every sheet can be read and hit', () => {
  it.each(sheets)('given $name at 390 and at 320 px in 关怀模式, then the same holds', async (row) => {
    for (const beginning of [{}, { size: narrow, font: 1.3 }]) {
      const phone = await stage.again(row.who, row.path, beginning)
      await phone.settled()
      await phone.press(row.opens)
      await phone.sees(row.shows)
      await phone.still()
      expect(faults(await seen(phone))).toEqual(none)
    }
  })
})

describe('every ticket answers first', () => {
  it.each(some(ticketPages))(
    'given $name, then state, holder, time and next step stand on top',
    async (row) => {
      const phone = await stage.again(row.who, row.path)
      const hero = phone.top.locator('[aria-role=text][aria-live]').first()
      await hero.waitFor()
      const words = await hero.innerText()
      expect(words).toMatch(/接下来/)
      if (['closed', 'declined', 'cancelled', 'merged'].includes(row.state)) return
      expect(words).toMatch(/现在由|请 |等 /)
      // nobody is hurried to rate
      if (row.state !== 'left') expect(words).toMatch(/\d{1,2}:\d{2} 前|超/)
    },
  )
})

describe('every page says how it stands', () => {
  it.each(asking)('given $name and no answer yet, then its shape is shown', async (row) => {
    const phone = await stage.again(row.who, row.path, { hold: true })
    if (row.form) return expect(await phone.top.getByRole('button').count()).toBeGreaterThan(0)
    await phone.top.getByLabel('正在加载').first().waitFor()
  })

  it.each(asking)(
    'given $name and a server in trouble, then it says so in place, with a way on',
    async (row) => {
      await stage.crash(row.who, 20)
      const phone = await stage.again(row.who, row.path)
      const trouble = phone.top.getByRole('alert').first()
      await trouble.waitFor()
      expect(await trouble.innerText()).toMatch(/没有收到回应|开小差/)
      expect(await phone.top.getByRole('button', { name: /重试|电话/ }).count()).toBeGreaterThan(0)
      expect(await phone.app.locator('.wx-toast').count()).toBe(0)
      expect(faults(await seen(phone))).toEqual(none)
    },
  )

  it.each(asking)(
    'given $name without a network, then what was seen stays, and the banner says so',
    async (row) => {
      const phone = await stage.again(row.who, row.path)
      await phone.settled()
      const before = await phone.top.innerText()
      await phone.leaveNetwork()
      await phone.top
        .getByRole('status')
        .filter({ hasText: /没有网络|网络不可用/ })
        .waitFor()
      await phone.settled()
      if (!row.form)
        expect(await phone.top.innerText()).toContain(
          before.split('\n').find((line) => line.length > 5) ?? '',
        )
      expect(faults(await seen(phone))).toEqual(none)
    },
  )

  it.each(asking)('given $name never seen and no network, then it says what to do', async (row) => {
    const phone = await stage.again(row.who, row.path, { network: 'offline' })
    await phone.top
      .getByText(/网络不可用|没有网络/)
      .first()
      .waitFor()
    expect(await phone.top.getByRole('button', { name: /重试|电话/ }).count()).toBeGreaterThan(0)
  })

  it.each([
    ['工单', 'jiangyue', '/pages/tickets/index', '还没有工单'],
    ['消息', 'jiangyue', '/customer/inbox/index', '没有新消息'],
    ['设备,还没加入', 'sunxiaobing', '/pages/equipment/index', '先加入您的企业'],
    ['工单,还没加入', 'sunxiaobing', '/pages/tickets/index', '先加入您的企业'],
    ['工作台', 'jiangyue', '/pages/workbench/index', '都处理完了'],
  ])('given nothing to show under %s, then one sentence and one button', async (_name, who, path, words) => {
    const phone = await stage.again(who, path)
    await phone.sees(words)
    expect(await phone.top.getByRole('button').count()).toBeGreaterThan(0)
    expect(faults(await seen(phone))).toEqual(none)
  })
})

describe('nothing is lost, nothing is doubled, nothing is told', () => {
  const submit = '/customer/submit/index?serial=QHV850-2403-016'

  it('given a filled form, when the phone starts anew, then the words and the photo are back', async () => {
    const phone = await stage.visit('liguoqiang', submit)
    await phone.press('报警停机', 'radio')
    const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.press('拍 报警画面')])
    await chooser.setFiles(photo('alarm.png'))
    await phone.type('补充说明', '主轴有异响')
    await phone.top.getByLabel(/报警画面,第 1 项/).waitFor()
    await phone.reload()
    await phone.sees(/已恢复 .* 未提交的内容/)
    expect(
      await phone.top.getByLabel('补充说明', { exact: true }).locator('visible=true').last().inputValue(),
    ).toBe('主轴有异响')
    expect(await phone.top.getByRole('radio', { name: '报警停机' }).getAttribute('aria-checked')).toBe('true')
    const picture = phone.top.getByLabel(/报警画面,第 1 项/).locator('img')
    expect(
      await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
    ).toBeGreaterThan(0)
  })

  it('given a filled form, then the button names what is missing, and at the end nothing', async () => {
    const phone = await stage.visit('liguoqiang', submit)
    await phone.top.getByRole('button', { name: '提交(还差 3 项)' }).waitFor()
    await phone.press('报警停机', 'radio')
    await phone.top.getByRole('button', { name: '提交(还差 2 项)' }).waitFor()
    await phone.type('补充说明', '主轴有异响')
    await phone.press('已停机', 'radio')
    await phone.top.getByRole('button', { name: '提交', exact: true }).waitFor()
  })

  it('given two quick taps on 提交, then there is one ticket', async () => {
    const phone = await stage.visit('liguoqiang', submit)
    await phone.press('报警停机', 'radio')
    await phone.type('补充说明', '双击提交')
    await phone.press('已停机', 'radio')
    const button = await phone.top.getByRole('button', { name: '提交', exact: true }).boundingBox()
    const { x, y } = button!
    await phone.page.touchscreen.tap(x + 40, y + 20)
    await phone.page.touchscreen.tap(x + 40, y + 20)
    await phone.sees('已收到')
    const list = await stage.visit('liguoqiang', '/pages/equipment/index')
    await list.sees('1 张处理中')
    // the other machine of the demo's has two
    expect(await list.top.getByText('1 张处理中').count()).toBe(1)
  })

  it.each([
    ['/customer/ticket/index', 'gaoxue'],
    ['/customer/receipt/index', 'gaoxue'],
    ['/customer/rate/index', 'gaoxue'],
    ['/customer/supplement/index', 'gaoxue'],
    ['/field/job/index', 'sunxiaobing'],
  ])('given %s of another company and of nobody, then both look alike', async (path, who) => {
    const reads = async (query: string): Promise<string> => {
      const phone = await stage.again(who, `${path}?${query}`)
      await phone.settled()
      return phone.top.innerText()
    }
    const foreign = await reads(ticketPages[0]!.path.split('?')[1]!)
    expect(await reads('id=t000000000000000000000000')).toBe(foreign)
    expect(foreign).toMatch(/没有这张工单或无权查看/)
  })
})
