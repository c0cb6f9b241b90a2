import { picture, shown } from './picture'
import { Stage, usual, type Phone } from './stage'

const submit = '/customer/submit/index?serial=QHV850-2403-016'

/** The submit page of C1's V850, filled so that 提交 is free. */
async function filled(stage: Stage, photos: number, touch = true): Promise<Phone> {
  const phone = await stage.phone('liguoqiang', '/pages/home/index', usual, touch)
  await phone.sees('苏州澄远精密机械')
  await phone.open(submit)
  await phone.sees('V850 立式加工中心')
  await phone.press('报警停机', 'radio')
  for (const slot of ['拍 报警画面', '拍 故障部位'].slice(0, photos)) {
    const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.press(slot)])
    await chooser.setFiles(await picture(phone.page))
    await phone.top.getByRole('button', { name: slot }).waitFor({ state: 'detached' })
  }
  await phone.type('补充说明', 'X 轴回零报 2025 号报警')
  await phone.press('已停机', 'radio')
  return phone
}

describe('trouble on the way, in Chromium', () => {
  let stage: Stage
  let before: string[]
  const open = async () => {
    const { items } = await stage.ask('liguoqiang', 'ticket.list', { tab: 'open' })
    return items.map((one) => one.id)
  }
  const fresh = async () => (await open()).filter((id) => !before.includes(id))
  /** Addresses of a ticket's photos, once all have arrived; asks until they have. */
  const photos = async (id: string, count: number): Promise<string[]> => {
    for (let i = 0; i < 2000; i++) {
      const { ticket } = await stage.ask('liguoqiang', 'ticket.open', { id })
      const urls = ticket.media.flatMap(({ url }) => (url ? [url] : []))
      if (urls.length === count) return urls
    }
    throw new Error('the photos have not arrived')
  }
  beforeEach(async () => {
    stage = await Stage.open()
    before = await open()
  })
  afterEach(() => stage.close())

  it('given a double tap on 提交, then there is one ticket', async () => {
    const phone = await filled(stage, 0, false)
    await phone.top.getByRole('button', { name: /^\s*提交\s*$/ }).dblclick()
    await phone.allow(true)
    await phone.sees('已收到')
    expect(await fresh()).toHaveLength(1)
    expect(stage.troubles).toEqual([])
  })

  it('given the answer of 提交 is lost after the write, then the page ends at 已收到 with one ticket', async () => {
    const phone = await filled(stage, 0)
    await stage.lose('liguoqiang')
    await phone.press(/^提交$/)
    await phone.allow(false)
    await phone.sees('已收到')
    await phone.sees(/BX-261123-/)
    expect(await fresh()).toHaveLength(1)
  })

  it('given two at the board at once, then the second is told who was faster and nothing he typed is gone', async () => {
    const { items } = await stage.ask('fanglixin', 'work.queue', { queue: 'dispatch' })
    const phones = await Promise.all(
      ['fanglixin', 'shenxiaowen'].map((who) => stage.phone(who, '/pages/workbench/index')),
    )
    const [fang, shen] = phones as [Phone, Phone]
    for (const phone of phones) {
      await phone.open(`/office/board/index?id=${items[0]!.id}`)
      await phone.sees('谁去最合适')
    }
    await shen.press('派给马志强')
    await shen.type('任务', '先看冷却泵电机')
    await fang.press('派给周海')
    await fang.press('确认派工')
    await fang.allow(false)
    await fang.title('工作台')
    await shen.press('确认派工')
    const told = shen.app.getByRole('dialog', { name: '工单已更新' })
    await told.getByText(/工单刚被 方立新 更新.*派给 周海/).waitFor()
    await shen.tap(told.getByText('留在这里'))
    await shen.allow(false)
    const task = shen.top.getByLabel('任务', { exact: true }).locator('visible=true').last()
    expect(await task.inputValue()).toBe('先看冷却泵电机')
  })

  it('given no network while typing, then all is there after a restart, and is sent once when the network is back', async () => {
    const phone = await filled(stage, 2)
    await phone.network('offline')
    await phone.type('补充说明', '离线写的:回零报警')
    await phone.sees('没有网络,已保存;联网后自动提交')
    await phone.reload()
    await phone.sees('苏州澄远精密机械')
    await phone.network('offline')
    await phone.open(submit)
    await phone.sees(/已恢复 .* 未提交的内容/)
    const words = phone.top.getByRole('textbox', { name: '补充说明' })
    expect(await words.inputValue()).toBe('离线写的:回零报警')
    await phone.press('保存,联网后自动提交')
    await phone.sees('已保存在手机里')
    expect(await fresh()).toEqual([])
    await phone.network('online')
    await phone.sees('已收到')
    const ids = await fresh()
    expect(ids).toHaveLength(1)
    for (const url of await photos(ids[0]!, 2)) {
      const { width, height, bytes } = await shown(phone.page, url)
      expect([width, height]).toEqual([1600, 1067])
      expect(bytes).toBeGreaterThan(20_000)
    }
    await phone.press('查看进度')
    await phone.sees('待核实')
    expect(await fresh()).toEqual(ids)
  })

  it('given the phone restarts in the middle of an upload, then the upload goes on and the photos arrive', async () => {
    const phone = await filled(stage, 2)
    await phone.page.route('**/upload?*', () => {})
    await phone.press(/^提交$/)
    await phone.allow(false)
    await phone.sees('还有 2 个照片或录音在上传')
    await phone.page.unroute('**/upload?*')
    await phone.reload()
    const ids = await fresh()
    expect(ids).toHaveLength(1)
    expect(await photos(ids[0]!, 2)).toHaveLength(2)
  })
})
