// The engineer on site, in Chromium: extra work and delay, the record, the receipt, and the ways out of a missing one.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { MoveName } from '../../miniprogram/domain/inputs'
import { given, joining, newKey, pidOf, request, World } from '../service/world'
import { at, photo, Stage, usual, type Phone } from './stage'

const pictures = process.env.PICTURES ? join(process.env.PICTURES) : ''
const shot = async (phone: Phone, name: string) => {
  if (pictures) await phone.page.screenshot({ path: join(pictures, `${name}.png`) })
}
const common = {
  equipmentId: 'e-qhv850-2403-016',
  description: '',
  contactName: '孙小兵',
  contactPhone: '13800000002',
  wish: 'asap' as const,
  wishAt: null,
  media: [],
}
const visitPage = (page: string, id: string) => `/field/${page}/index?id=${id}&v=v1`
const jobPage = (id: string) => `/field/job/index?id=${id}`

describe('the engineer on site', () => {
  let stage: Stage
  let world: World
  let id = ''
  const move = (who: string, name: MoveName, input: object = {}) => world.move(who, id, name, { ...input })

  /** A request of 澄远 whose engineer may depart, on Tuesday morning. */
  beforeEach(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true })
    stage = await Stage.open()
    world = World.on(stage.server)
    await world.call('sunxiaobing', 'company.join', joining)
    id = (await world.call('sunxiaobing', 'ticket.submit', request())).id
    await world.ready(id)
    await stage.clock(at('11-24T08:10'))
  })
  afterEach(() => stage.close())

  const arrived = async () => {
    await move('zhouhai', 'depart', given.depart)
    await stage.clock(at('11-24T09:30'))
    await move('zhouhai', 'arrive', given.arrive)
  }
  const recorded = async () => {
    await arrived()
    await world.report('zhouhai', id)
  }
  const visit = async () => (await world.call('zhouhai', 'ticket.open', { id })).ticket.visits[0]!

  async function take(phone: Phone, tile: string | RegExp): Promise<void> {
    const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.press(tile)])
    await chooser.setFiles(photo('site.png'))
  }

  it('given a site that is not as promised and work beyond the contract, then delay and extra are asked, answered and done, and the receipt lets him leave', async () => {
    const zhou = await stage.phone('zhouhai', jobPage(id))
    await zhou.sees('待出发')
    await shot(zhou, 'job-ready')
    await zhou.press('出发')
    await zhou.press('30 分钟', 'radio')
    await zhou.press('现在出发')
    await zhou.sees('在途')
    await zhou.press(/现场作业/)
    await zhou.title('现场作业')
    await shot(zhou, 'onsite-traveling')
    await zhou.press('更新到达时间')
    await zhou.press('1 小时', 'radio')
    await zhou.type('晚到原因', '道路拥堵')
    await zhou.press('告诉客户')
    await zhou.press('我已到达')
    await zhou.title('到达现场')
    await zhou.press('已着工装', 'checkbox')
    await zhou.press('已与业主联系人见面', 'checkbox')
    await zhou.press('我已到达')

    await zhou.title('用户原因延期')
    await zhou.sees('待用户确认,时限照算')
    await zhou.press('+2 小时', 'radio')
    await zhou.type('具体情况', '电柜钥匙没有找到')
    await shot(zhou, 'delay')
    await zhou.press('上报并请用户确认')
    await zhou.title('现场作业')
    await zhou.sees(/延期到.*待用户确认,时限照算/)
    expect((await visit()).delays[0]).toMatchObject({
      reason: '现场条件不具备:电柜钥匙没有找到',
      answer: null,
    })
    expect((await visit()).finishBy).toBe(given.assign.finishBy)
    await move('sunxiaobing', 'acceptDelay')
    await zhou.open(visitPage('onsite', id))
    await zhou.sees('完成时间 11月24日(周二)19:30 前')
    await zhou.sees('与确认不一致')
    await shot(zhou, 'onsite')

    await zhou.press('增项')
    await zhou.title('增项申请')
    await zhou.sees('负责人同意前,用户看不到这一项')
    await zhou.type('要做什么', '更换拉刀碟簧')
    await zhou.type('为什么超出范围', '碟簧失效,拉刀力不足')
    await zhou.type('项目 1', '碟簧 1 套')
    await zhou.type('金额 1', '1860')
    await zhou.press('+1 小时', 'radio')
    await zhou.sees('¥1,860')
    await shot(zhou, 'extra')
    await zhou.press('发给负责人')
    await zhou.title('现场作业')
    await zhou.sees(/增项「更换拉刀碟簧」待负责人审批/)
    await shot(zhou, 'onsite-extra')
    await move('fanglixin', 'approveExtra', {
      lines: [{ name: '碟簧 1 套', amount: 1260 }],
      free: false,
      note: '人工不另计',
    })
    const asked = { id, key: newKey(), move: 'acceptExtra', visit: null, input: {} }
    const refusal = await world.refusal('sunxiaobing', 'ticket.move', asked)
    expect(refusal.words).toBe('需要有费用权限的同事确认')
    await move('liguoqiang', 'acceptExtra')
    await zhou.open(jobPage(id))
    await zhou.sees('李国强 已确认,可以开工')
    await zhou.sees('合计 ¥1,260')
    await shot(zhou, 'job-onsite')

    await zhou.press('填写服务记录')
    await zhou.title('服务记录')
    await zhou.press('选到第三级故障')
    await zhou.type('搜故障', '参考点')
    await zhou.press(/参考点丢失/)
    await zhou.type('原因', '编码器电池没电')
    await zhou.type('处理措施', '更换电池和碟簧,重设参考点')
    await zhou.type('工时', '3')
    await zhou.press('已修复', 'radio')
    await take(zhou, '拍 修前')
    await take(zhou, '拍 修后')
    await zhou.sees(/还差:现场清单 5 项/)
    await shot(zhou, 'report')
    await zhou.reload()
    await zhou.open(visitPage('report', id))
    await zhou.sees(/已恢复 .* 未提交的内容/)
    await zhou.sees('修后')
    for (const tick of ['断电挂牌', '报警与参数已备份', '试车 30 分钟', '现场清理', '操作员交底'])
      await zhou.press(tick, 'checkbox')
    await zhou.press('加一种备件')
    await zhou.sees(/还差:备件新旧序列号/)
    await zhou.type('备件名称', '碟簧组')
    await zhou.type('旧件序列号', '无')
    await zhou.type('新件序列号', 'DH-2611-07')
    await zhou.press('留用户', 'radio')
    await shot(zhou, 'report-full')
    await zhou.press('保存并生成回执')
    await expect(settled(async () => (await visit()).report?.parts)).resolves.toMatchObject([
      { newSerial: 'DH-2611-07', oldGoes: 'stays' },
    ])

    const signed = await move('sunxiaobing', 'sign', given.sign)
    await zhou.open(visitPage('leave', id))
    await zhou.sees('回执已签署')
    await shot(zhou, 'leave')
    await zhou.type('离场码', signed.visits[0]!.receipt!.code!.digits)
    await zhou.press('核对离场码')
    await zhou.sees('已核对,可以离场')
    await zhou.open(`/customer/receipt-check/index?id=${id}`)
    await zhou.sees('回执完好')
    await shot(zhou, 'receipt-check')
    await zhou.open(jobPage(id))
    await zhou.sees(/已离场/)
    await shot(zhou, 'job-left')
    expect(stage.troubles).toEqual([])
  }, 240_000)

  it('given the signer has no phone, then a photographed receipt lets him leave and the office confirms it on the phone', async () => {
    await recorded()
    const zhou = await stage.phone('zhouhai', visitPage('leave', id))
    await zhou.sees('还不能离场:取得用户回执后方可离开')
    await shot(zhou, 'leave-waiting')
    await zhou.press('纸质回执离场')
    await zhou.title('纸质回执')
    await take(zhou, '拍 纸质回执')
    await zhou.type('签收人姓名', '赵师傅')
    await zhou.type('职务', '班长')
    await zhou.type('签收人电话', '138')
    await zhou.press('提交并离场')
    await zhou.sees('请填写 11 位手机号或带区号座机')
    await zhou.type('签收人电话', '13800000077')
    await shot(zhou, 'paper')
    await zhou.press('提交并离场')
    await zhou.sees('已凭纸质回执离场')

    const shen = await stage.phone('shenxiaowen', jobPage(id))
    await shen.sees('离场待核实')
    await shen.sees('由 周海 处理')
    await shen.sees('待内勤电话确认')
    await shen.press('电话确认纸质回执')
    await shen.type('和谁通话、怎么说的', '赵师傅确认,设备已恢复')
    await shot(shen, 'paper-confirm')
    await shen.tap(shen.top.getByRole('button', { name: '电话确认纸质回执' }).last())
    await shen.sees(/沈晓雯 电话确认:赵师傅确认/)
    await shot(shen, 'job-office')
    expect((await visit()).state).toBe('left')
    expect(stage.troubles).toEqual([])
  }, 120_000)

  it('given the customer will not sign, then the manager decides and it is on record', async () => {
    await recorded()
    const zhou = await stage.phone('zhouhai', visitPage('leave', id))
    await zhou.press('用户暂不签署')
    await zhou.press('对维修结果有异议', 'radio')
    await shot(zhou, 'unsigned')
    await zhou.press('报负责人决定')
    await zhou.sees('待负责人决定,请先不要离场')
    await shot(zhou, 'unsigned-asked')
    await move('fanglixin', 'allowException', { note: '已和李国强通话,同意先离场' })
    await zhou.open(visitPage('leave', id))
    await zhou.sees('例外离场')
    await zhou.sees(/方立新 同意例外离场:已和李国强通话/)
    const { visits, timeline } = (await world.call('sunxiaobing', 'ticket.open', { id })).ticket
    expect(visits[0]).toMatchObject({ receipt: null, inside: null, state: 'left' })
    expect(timeline.map((row) => row.words).join()).toContain('同意例外离场(没有回执)')
    expect(stage.troubles).toEqual([])
  }, 120_000)

  it('given help is asked for and nobody answers for 30 working minutes, then the manager is told; the office answers on the job page', async () => {
    await arrived()
    const zhou = await stage.phone('zhouhai', visitPage('onsite', id))
    await zhou.press('求助')
    await zhou.title('求助内勤')
    await zhou.press('备件', 'radio')
    await zhou.type('需要什么支持', '碟簧组缺 1 套')
    await zhou.press('紧急,现场停着等', 'checkbox')
    await shot(zhou, 'help')
    await zhou.press('发送求助')
    await zhou.sees(/待内勤接单/)
    await shot(zhou, 'help-asked')
    await stage.clock(at('11-24T10:05'))
    const heard = async () =>
      (await world.call('fanglixin', 'inbox.list', {})).items.find((row) => /求助/.test(row.title))
    await expect(settled(heard)).resolves.toMatchObject({ page: expect.stringContaining(id) })

    const shen = await stage.phone('shenxiaowen', jobPage(id))
    await shen.sees(/已超时,已告知负责人/)
    await shen.press('接单')
    await shen.sees(/已告知负责人|沈晓雯 已接单/)
    await shen.press('答复')
    await shen.type('答复', '14:00 由陆一帆送到现场')
    await shot(shen, 'help-office')
    await shen.press('发送答复')
    await shen.sees('沈晓雯:14:00 由陆一帆送到现场')
    await zhou.open(`/field/help/index?id=${id}`)
    await zhou.sees('沈晓雯:14:00 由陆一帆送到现场')
    expect(stage.troubles).toEqual([])
  }, 120_000)

  it('given another request of the customer on the spot, then the code leads him to the usual form and the ticket says where it came from', async () => {
    await arrived()
    const zhou = await stage.phone('zhouhai', visitPage('onsite', id))
    await zhou.press('临时请求')
    await zhou.sees(/我不能直接答应,请理解/)
    await shot(zhou, 'met')
    const { me } = await world.call('zhouhai', 'session.open', {})
    const open = await world.call('sunxiaobing', 'ticket.list', { tab: 'open' })
    const before = open.items.map((card) => card.id)
    const sun = await stage.phone('sunxiaobing')
    await sun.title('机服')
    await sun.open(`/customer/submit/index?met=${me.pid}`)
    await sun.press(/V850/)
    await sun.press('漏油漏水', 'radio')
    await sun.type('补充说明', '旁边那台液压站漏油')
    await sun.press('不影响', 'radio')
    await shot(sun, 'met-submit')
    await sun.press('提交')
    await sun.allow(true)
    await sun.sees('已收到')
    const { items } = await world.call('sunxiaobing', 'ticket.list', { tab: 'open' })
    const fresh = items.find((card) => !before.includes(card.id))!
    const { ticket } = await world.call('shenxiaowen', 'ticket.open', { id: fresh.id })
    expect(ticket.source.label).toBe('现场临时请求')
    expect(await world.refusal('zhouhai', 'ticket.open', { id: fresh.id })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(stage.troubles).toEqual([])
  }, 120_000)

  it('given the customer called about a delay, then the office records it on its page and the finish moves; the technical department answers a question', async () => {
    await arrived()
    await move('zhouhai', 'askDelay', { reason: '停电停气', finishBy: at('11-25T12:00'), media: [] })
    const shen = await stage.phone('shenxiaowen', jobPage(id))
    await shen.press('更多')
    await shen.press('记录用户来电来函确认延期')
    await shen.title('延期确认记录')
    await shen.sees('11月25日(周三)12:00')
    await shen.type('谁、什么时候、怎么说的', '李国强 09:50 来电同意')
    await shot(shen, 'delay-proof')
    await shen.press('记录用户已确认')
    await shen.title('任务单')
    await shen.sees('用户来电确认')
    expect((await visit()).finishBy).toBe(at('11-25T12:00'))

    const zhou = await stage.phone('zhouhai', `/field/help/index?id=${id}`)
    await zhou.press('请技术部鉴定')
    await zhou.title('请技术部鉴定')
    await zhou.type('请技术部鉴定什么', '编码器还能用吗')
    await zhou.press('发给技术部')
    await zhou.title('求助内勤')
    const du = await stage.phone('dumingyuan', jobPage(id))
    await du.press('答复鉴定')
    await du.type('鉴定意见', '须更换')
    await du.tap(du.top.getByRole('button', { name: '答复鉴定' }).last())
    await du.sees('须更换')
    expect(stage.troubles).toEqual([])
  }, 120_000)

  it('given an installation, then its record has the list of the job and a verdict for each item of acceptance', async () => {
    const asked = {
      ...common,
      kind: 'installation' as const,
      key: newKey(),
      mode: 'guided' as const,
      contractNo: 'HT-2611',
      arrivalOn: '2026-11-23',
      readyOn: '2026-11-24',
    }
    id = (await world.call('sunxiaobing', 'ticket.submit', asked)).id
    await move('shenxiaowen', 'verify', { ...given.verify, charge: 'free', estimate: 0 })
    await move('fanglixin', 'assign', { ...given.assign, engineer: pidOf('luyifan'), despite: true })
    await move('luyifan', 'askTrip', given.askTrip)
    await move('fanglixin', 'approveTrip', { note: '' })
    await move('luyifan', 'prepare', { done: ['p1', 'p2', 'p3', 'p4', 'p5'], missing: [] })
    await move('luyifan', 'depart', given.depart)
    await move('luyifan', 'arrive', given.arrive)
    const lu = await stage.phone('luyifan', visitPage('report', id))
    await lu.type('处理措施', '指导就位、接线、调试')
    await lu.press('已修复', 'radio')
    await lu.type('工时', '6')
    await take(lu, '拍 开箱清点')
    await take(lu, '拍 就位与水平')
    for (const tick of ['通电前检查', /指导用户接线/, '空运转 4 小时', '精度抽检'])
      await lu.press(tick, 'checkbox')
    await lu.sees('还差:验收 6 项')
    const verdicts = lu.top.getByRole('radiogroup').filter({ hasText: '不合格' })
    for (let i = 0; i < 5; i++) await lu.tap(verdicts.nth(i).getByRole('radio').first())
    await lu.tap(verdicts.nth(5).getByRole('radio').last())
    await lu.type('随机资料 说明', '电子版下周补')
    await shot(lu, 'install')
    await lu.press('保存并生成回执')
    const report = async () => (await world.call('luyifan', 'ticket.open', { id })).ticket.visits[0]!.report
    const { acceptance } = await settled(report)
    expect(acceptance.map((one) => one.result)).toEqual(['pass', 'pass', 'pass', 'pass', 'pass', 'leftover'])
    expect(acceptance[5]).toMatchObject({ label: '随机资料', note: '电子版下周补' })
    expect(stage.troubles).toEqual([])
  }, 120_000)

  it('given no network and a cached job, then the page shows what it knows and says so', async () => {
    await arrived()
    const zhou = await stage.phone('zhouhai', visitPage('onsite', id), usual)
    await zhou.sees(/完成时间/)
    await zhou.network('offline')
    await zhou.open(visitPage('onsite', id))
    await zhou.sees(/网络不可用/)
    await zhou.sees(/完成时间/)
    await shot(zhou, 'onsite-offline')
  }, 60_000)
})

/** The value once it is there; the store is asked again, never a clock waited for. */
async function settled<T>(read: () => Promise<T | null | undefined>): Promise<T> {
  for (let i = 0; i < 200; i++) {
    const value = await read()
    if (value) return value
  }
  throw new Error('it did not come')
}
