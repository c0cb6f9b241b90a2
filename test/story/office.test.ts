import { readFor } from '../model/reading'
import { at, photo, Stage, type Phone } from './stage'
import type { Inputs, MoveName } from '../../miniprogram/domain/door/inputs'

let keys = 0
const newKey = (): string => `office-${process.pid}-${++keys}`
const request = (more: object = {}): Inputs['ticket.submit'] => ({
  kind: 'repair',
  key: newKey(),
  equipmentId: 'e-qhv850-2403-016',
  symptom: 'alarm',
  description: 'X 轴回零报 2025 号报警',
  production: 'stopped',
  contactName: '李国强',
  contactPhone: '13800000001',
  wish: 'asap',
  wishAt: null,
  media: [],
  ...more,
})

describe('the office, in Chromium', () => {
  let stage: Stage
  beforeEach(async () => {
    stage = await Stage.open()
  })
  afterEach(async () => {
    expect(stage.troubles).toEqual([])
    await stage.close()
  })

  const move = async (who: string, id: string, name: MoveName, input: Record<string, unknown>) => {
    const read = await readFor(async () => (await stage.call(who, 'ticket.open', { id })).ticket, name, null)
    return stage.call(who, 'ticket.move', { id, key: newKey(), move: name, visit: null, input, read })
  }
  const submit = async (more: object = {}) =>
    (await stage.call('liguoqiang', 'ticket.submit', request(more))).id
  /** Chooses a day or a time in WeChat's own picker. */
  const pick = async (phone: Phone, label: string, value: string) => {
    await phone.press(label)
    await phone.app.locator('.wx-picker-control').fill(value)
  }
  const pressLast = (phone: Phone, words: string) =>
    phone.tap(phone.top.getByRole('button', { name: words, exact: true }).last())

  it('given a call with a debt, when 沈晓雯 enters it, then it waits for 郑国栋, and after his yes it is verified', async () => {
    const shen = await stage.phone('shenxiaowen', '/pages/workbench/index')
    await shen.press('代客登记')
    await shen.press('电话', 'radio')
    await shen.type('企业名称或设备序列号', '澄远')
    await shen.press('查找')
    await shen.press(/3号线/, 'radio')
    await shen.press(/李国强/, 'radio')
    await shen.press('报警停机', 'radio')
    await shen.press('已停机', 'radio')
    await shen.type('客户怎么说的', '来电:停产了,先来修')
    await shen.press('期外欠款', 'radio')
    await shen.press('登记')
    await shen.sees('特殊情况待总经理')
    await shen.sees('特殊情况:期外欠款')

    const zheng = await stage.phone('zhengguodong', '/pages/workbench/index')
    await zheng.sees('特殊情况待总经理')
    const { items } = await stage.call('liguoqiang', 'ticket.list', { tab: 'open' })
    const { id } = items.find((card) => card.face.code === 'gm_review')!
    await move('zhengguodong', id, 'consent', { note: '停产,先修' })

    await shen.open(`/office/verify/index?id=${id}`)
    await shen.sees('郑国栋已同意:停产,先修')
    await shen.type('核实情况', '李国强来电,现象属实')
    await shen.type('预计费用', '1200')
    await shen.tap(shen.top.getByRole('switch').first())
    await shen.press('核实通过')
    await shen.allow(false)
    const { ticket } = await stage.call('liguoqiang', 'ticket.open', { id })
    expect(ticket).toMatchObject({
      face: { words: '安排工程师中' },
      site: { confirmed: { how: 'phone', by: { name: '沈晓雯' } } },
      quote: { total: 1200 },
    })
  })

  it('given a request that nobody verifies, then it turns amber, then red: the manager has the card, the customer an apology with name and time', async () => {
    await stage.accept('fanglixin', 'T6', 60)
    const id = await submit()
    await stage.clock(at('11-24T15:00'))
    const shen = await stage.phone('shenxiaowen', '/pages/workbench/index')
    await shen.sees(/还剩 2 小时 (1\d|2\d|30) 分/)
    await stage.clock(at('11-24T17:31'))
    const late = async () => (await stage.call('liguoqiang', 'ticket.open', { id })).ticket.escalated
    const escalated = await stage.until(late)
    expect(escalated).toMatchObject({ to: '方立新', answerBy: at('11-25T10:30') })
    const li = await stage.phone('liguoqiang', `/customer/ticket/index?id=${id}`)
    await li.sees(/抱歉让您久等/)
    await li.sees('已上报 方立新,会在 11月25日 10:30 前联系您')
    const card = await stage.until(async () =>
      (await cards(stage, 'fanglixin')).find((one) => one.words.includes('已超时') && one.page.includes(id)),
    )
    expect(card).toMatchObject({ delivered: true })

    const before = (await cards(stage, 'fanglixin')).length
    await stage.clock(at('11-25T22:00'))
    await li.press('催办')
    await li.press('超过约定时间', 'radio')
    await pressLast(li, '催办')
    await li.sees(/已催办 今天 22:00/)
    const { items } = await stage.call('fanglixin', 'inbox.list', {})
    expect(items[0]).toMatchObject({ title: '客户催办', push: 'quiet' })
    expect(await cards(stage, 'fanglixin')).toHaveLength(before)
    await stage.clock(at('11-26T07:31'))
    const morning = await stage.until(async () =>
      (await cards(stage, 'fanglixin')).find((one) => one.words.includes('客户催办')),
    )
    expect(morning).toMatchObject({ delivered: true })
  })

  it('given two requests for one machine, when they are merged, then words, contact and photo of the second are on the first', async () => {
    const first = await submit()
    const li = await stage.phone('liguoqiang')
    await li.sees(/李国强|报修/)
    await li.open('/customer/submit/index?serial=QHV850-2403-016')
    await li.sees('V850 立式加工中心')
    await li.press('仍要新建')
    await li.press('报警停机', 'radio')
    const [chooser] = await Promise.all([li.page.waitForEvent('filechooser'), li.press('拍 报警画面')])
    await chooser.setFiles(photo('alarm.png'))
    await li.type('补充说明', '又报了一次,请快来')
    await li.press('已停机', 'radio')
    await li.type('现场联系人', '老王')
    await pressLast(li, '提交')
    await li.allow(false)
    await li.sees('已收到')
    const { items } = await stage.call('liguoqiang', 'ticket.list', { tab: 'open' })
    const second = items.find((card) => card.id !== first && card.title.includes('V850'))!

    const shen = await stage.phone('shenxiaowen', `/office/verify/index?id=${second.id}`)
    await shen.sees('重复故障')
    await shen.press('查看同设备工单和近 90 天')
    await shen.press('是同一个问题,合并到这张')
    await shen.sees(/不会丢失/)
    await shen.press('确认合并')
    await shen.sees(`已并入 ${second.no}`)
    await shen.sees(/又报了一次,请快来 · 老王/)
    const { ticket } = await stage.call('shenxiaowen', 'ticket.open', { id: first })
    expect(ticket.media).toMatchObject([
      { kind: 'photo', slot: '报警画面', url: expect.stringMatching(/^http/) },
    ])
    await li.open(`/customer/ticket/index?id=${second.id}`)
    await li.press(/已合并到/)
    await li.sees('待核实')
  })

  it('given a letter, when 蒋悦 sends it with its photo, then her 工作台 says until when it is verified, and the office sees the photo', async () => {
    const jiang = await stage.phone('jiangyue', '/pages/workbench/index')
    await jiang.press('发工作联系函')
    await jiang.type('联系函编号', 'LX-2611-018')
    await jiang.type('企业名称或设备序列号', 'QHG2518-2611-001')
    await jiang.press('查找')
    await jiang.press(/高雪/, 'radio')
    await jiang.press('安装调试', 'radio')
    await jiang.press('全包安装调试', 'radio')
    await jiang.type('合同号', 'HT-2609-044')
    await pick(jiang, '到货日期', '2026-12-01')
    await pick(jiang, '现场就绪日期', '2026-12-03')
    const [chooser] = await Promise.all([jiang.page.waitForEvent('filechooser'), jiang.press('拍 联系函')])
    await chooser.setFiles(photo('letter.png'))
    const arrived = jiang.page.waitForResponse((one) => !!one.request().postData()?.includes('media.arrived'))
    await jiang.press('发出')
    // the demo installs that machine already
    await jiang.press('仍要新建')
    await jiang.sees('待核实')
    await jiang.sees('工作联系函 LX-2611-018')
    await jiang.open('/pages/workbench/index')
    await jiang.sees('客户服务部须在 11月24日(周二)17:30 前核实')
    const { items } = await stage.call('shenxiaowen', 'work.queue', { queue: 'verify' })
    const { id } = items.find((card) => card.kind === 'installation')!
    await arrived
    const { ticket } = await stage.call('shenxiaowen', 'ticket.open', { id })
    expect(ticket.media.find((one) => one.url)).toMatchObject({ slot: '联系函' })
  })

  it('given a time that does not fit, when 李国强 asks for another, then the office agrees from the job page and he reads it', async () => {
    const id = await submit()
    await move('shenxiaowen', id, 'verify', {
      charge: 'free',
      chargeReason: '重复故障',
      note: '属实',
      how: 'phone',
      estimate: null,
      special: '',
      siteByPhone: true,
    })
    const li = await stage.phone('liguoqiang', `/customer/ticket/index?id=${id}`)
    await li.press('改约')
    await pressLast(li, '改约')
    await li.sees('请选择希望时间')
    await pick(li, '希望时间的日期', '2026-11-25')
    await pick(li, '备选时间的日期', '2026-11-26')
    await pick(li, '备选时间的时间', '14:00')
    await pressLast(li, '改约')
    await li.sees('希望改约到 11月25日 09:00 或 11月26日 14:00')
    const shen = await stage.phone('shenxiaowen', `/field/job/index?id=${id}`)
    await shen.verb('同意改约')
    await shen.sees('客户和工程师会收到新的时间')
    await pressLast(shen, '同意改约')
    await shen.sees('改约到 11月25日(周三)09:00 前到达')
    await li.press('刷新')
    await li.sees('已同意')
  })

  it('given an urge, then within 4 working hours another is blocked with the time; before departure the request can be cancelled', async () => {
    const id = await submit()
    const li = await stage.phone('liguoqiang', `/customer/ticket/index?id=${id}`)
    await li.press('催办')
    await li.press('没人联系我', 'radio')
    await pressLast(li, '催办')
    await li.sees(/已催办 今天 (09|10):\d\d,请等待回复;今天 1[45]:\d\d 后可再次催办/)
    await pressLast(li, '催办')
    await li.sees('紧急请拨打值班电话')
    await li.press('关闭')
    await li.press('取消工单')
    await pressLast(li, '取消工单')
    await li.sees('请选择取消原因')
    await li.press('已自行解决', 'radio')
    await pressLast(li, '取消工单')
    await li.sees('已取消:已自行解决')
  })

  it('given a problem that is there again, then within 3 working days the ticket opens again, later a linked request is made', async () => {
    const id = await submit()
    await move('shenxiaowen', id, 'toRemote', { note: '重设参考点' })
    const du = await stage.phone('dumingyuan', `/field/job/index?id=${id}`)
    await du.press('远程已解决')
    await du.sees('请写清怎样解决的;接下来由内勤回访')
    await du.type('处理结果', '视频指导重设参考点')
    await pressLast(du, '远程已解决')
    // with the office again: he who guided reads nothing more of it
    await du.sees('已不在您这里')
    const li = await stage.phone('liguoqiang')
    await li.sees(/李国强|报修/)
    await li.open(`/customer/ticket/index?id=${id}`)
    await li.press('问题又出现了')
    await li.type('问题怎么又出现了', '重启后又报警')
    await pressLast(li, '问题又出现了')
    await li.sees('已重新打开 1 次')
    await li.sees('待核实')

    await move('shenxiaowen', id, 'toRemote', { note: '再指导一次' })
    await move('dumingyuan', id, 'remoteSolved', { note: '好了' })
    await stage.clock(at('11-30T10:00'))
    await li.open(`/customer/ticket/index?id=${id}`)
    await li.press('问题又出现了')
    await li.sees(/不能再打开/)
    await li.press('重新报修')
    await li.sees('这次报修会和上次的工单关联,标为重复故障。')
    await li.press('报警停机', 'radio')
    await li.type('补充说明', '又来了')
    await li.press('已停机', 'radio')
    await li.press('提交')
    await li.allow(false)
    await li.press('查看进度')
    await li.press(/接着上次的问题/)
    await li.sees('已重新打开 1 次')
  })

  it('given a new colleague, when 方立新 invites him, then he joins with the code and finds his 工作台', async () => {
    const fang = await stage.phone('fanglixin', '/office/staff/index')
    await fang.press('邀请同事')
    await fang.press('外勤', 'radio')
    await fang.type('姓名', '高远')
    await fang.type('工号', 'QH-F030')
    await fang.press('磨床', 'checkbox')
    await fang.press('生成邀请码')
    const code = await fang.top.locator('[aria-label^="邀请码 "]').innerText()
    const gao = await stage.phone('gaoyuan', '/pages/join/index')
    await gao.press('厂家员工', 'radio')
    await gao.type('邀请码', code)
    await gao.type('电话', '13800000099')
    await gao.press(/我已阅读/, 'checkbox')
    await gao.press('确认加入')
    await gao.title('机服')
    await gao.open('/pages/workbench/index')
    await gao.sees('我的任务')
    const { items } = await stage.call('shenxiaowen', 'staff.list', {})
    expect(items.find((one) => one.name === '高远')).toMatchObject({ roles: ['engineer'], skills: ['磨床'] })
  })
})

interface ChatCard {
  page: string
  delivered: boolean
  words: string
}

/** The cards of a person's chat, their fields as one text. */
async function cards(stage: Stage, openid: string): Promise<ChatCard[]> {
  const found = (await stage.chat(openid)) as unknown as (ChatCard & { fields: { value: string }[] })[]
  return found.map((one) => ({ ...one, words: one.fields.map((field) => field.value).join(' ') }))
}
