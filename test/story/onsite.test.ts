// The engineer on site, in Chromium: delay, extra work, the record and its photos, the receipt.
import { given, newKey, pidOf } from '../service/world'
import { jobPage, settled, shot, Site, take, visitPage } from './site'

const common = {
  equipmentId: 'e-qhv850-2403-016',
  description: '',
  contactName: '孙小兵',
  contactPhone: '13800000002',
  wish: 'asap' as const,
  wishAt: null,
  media: [],
}

describe('the engineer on site', () => {
  let site: Site
  beforeEach(async () => {
    site = await Site.open()
  })
  afterEach(() => site.close())

  it('given a site that is not as promised and work beyond the contract, then delay and extra are asked, answered and done, and the receipt lets him leave', async () => {
    const zhou = await site.stage.phone('zhouhai', jobPage(site.id))
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
    expect((await site.visit()).delays[0]).toMatchObject({
      reason: '现场条件不具备:电柜钥匙没有找到',
      answer: null,
    })
    expect((await site.visit()).finishBy).toBe(given.assign.finishBy)
    await site.move('sunxiaobing', 'acceptDelay')
    await zhou.open(visitPage('onsite', site.id))
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
    await site.move('fanglixin', 'approveExtra', {
      lines: [{ name: '碟簧 1 套', amount: 1260 }],
      free: false,
      note: '人工不另计',
    })
    const asked = { id: site.id, key: newKey(), move: 'acceptExtra', visit: null, input: {} }
    const refusal = await site.world.refusal('sunxiaobing', 'ticket.move', asked)
    expect(refusal.words).toBe('需要有费用权限的同事确认')
    await site.move('liguoqiang', 'acceptExtra')
    await zhou.open(jobPage(site.id))
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
    await zhou.open(visitPage('report', site.id))
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
    await expect(settled(async () => (await site.visit()).report?.parts)).resolves.toMatchObject([
      { newSerial: 'DH-2611-07', oldGoes: 'stays' },
    ])

    const signed = await site.move('sunxiaobing', 'sign', given.sign)
    await zhou.open(visitPage('leave', site.id))
    await zhou.sees('回执已签署')
    await shot(zhou, 'leave')
    await zhou.type('离场码', signed.visits[0]!.receipt!.code!.digits)
    await zhou.press('核对离场码')
    await zhou.sees('已核对,可以离场')
    await zhou.open(`/customer/receipt-check/index?id=${site.id}`)
    await zhou.sees('回执完好')
    await shot(zhou, 'receipt-check')
    await zhou.open(jobPage(site.id))
    await zhou.sees(/已离场/)
    await shot(zhou, 'job-left')
    expect(site.stage.troubles).toEqual([])
  })

  it('given another request of the customer on the spot, then the code leads him to the usual form and the ticket says where it came from', async () => {
    await site.arrived()
    const zhou = await site.stage.phone('zhouhai', visitPage('onsite', site.id))
    await zhou.press('临时请求')
    await zhou.sees(/我不能直接答应,请理解/)
    await shot(zhou, 'met')
    const { me } = await site.world.call('zhouhai', 'session.open', {})
    const open = await site.world.call('sunxiaobing', 'ticket.list', { tab: 'open' })
    const before = open.items.map((card) => card.id)
    const sun = await site.stage.phone('sunxiaobing')
    await sun.title('机服')
    await sun.open(`/customer/submit/index?met=${me.pid}`)
    await sun.press(/V850/)
    await sun.press('仍要新建')
    await sun.press('漏油漏水', 'radio')
    await sun.type('补充说明', '旁边那台液压站漏油')
    await sun.press('不影响', 'radio')
    await shot(sun, 'met-submit')
    await sun.press('提交')
    await sun.allow(true)
    await sun.sees('已收到')
    const { items } = await site.world.call('sunxiaobing', 'ticket.list', { tab: 'open' })
    const fresh = items.find((card) => !before.includes(card.id))!
    const { ticket } = await site.world.call('shenxiaowen', 'ticket.open', { id: fresh.id })
    expect(ticket.source.label).toBe('现场临时请求')
    expect(await site.world.refusal('zhouhai', 'ticket.open', { id: fresh.id })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(site.stage.troubles).toEqual([])
  })

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
    site.id = (await site.world.call('sunxiaobing', 'ticket.submit', asked)).id
    await site.move('shenxiaowen', 'verify', { ...given.verify, charge: 'free', estimate: 0 })
    await site.move('fanglixin', 'assign', { ...given.assign, engineer: pidOf('luyifan'), despite: true })
    await site.move('luyifan', 'askTrip', given.askTrip)
    await site.move('fanglixin', 'approveTrip', { note: '' })
    await site.move('luyifan', 'prepare', { done: ['p1', 'p2', 'p3', 'p4', 'p5'], missing: [] })
    await site.move('luyifan', 'depart', given.depart)
    await site.move('luyifan', 'arrive', given.arrive)
    const lu = await site.stage.phone('luyifan', visitPage('report', site.id))
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
    const report = async () =>
      (await site.world.call('luyifan', 'ticket.open', { id: site.id })).ticket.visits[0]!.report
    const { acceptance } = await settled(report)
    expect(acceptance.map((one) => one.result)).toEqual(['pass', 'pass', 'pass', 'pass', 'pass', 'leftover'])
    expect(acceptance[5]).toMatchObject({ label: '随机资料', note: '电子版下周补' })
    expect(site.stage.troubles).toEqual([])
  })

  it('given no network and a cached job, then the page shows what it knows and says so', async () => {
    await site.arrived()
    const zhou = await site.stage.phone('zhouhai', visitPage('onsite', site.id))
    await zhou.sees(/完成时间/)
    await zhou.network('offline')
    await zhou.open(visitPage('onsite', site.id))
    await zhou.sees(/网络不可用/)
    await zhou.sees(/完成时间/)
    await shot(zhou, 'onsite-offline')
  })
})
