// What customers suffer from becomes better machines, one chain in Chromium: complaint twice → told above → Pareto →
// 8D → closed after its effect (第十、十一、十二条).
import { records, stateOf } from './ux/rows'
import { at, Stage, type Phone } from './stage'

describe('what customers suffer from becomes better machines (第十一条), in Chromium', () => {
  let stage: Stage
  let qin: Phone

  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(async () => {
    expect(stage.troubles).toEqual([])
    await stage.close()
  })

  const choose = (phone: Phone, words: string) =>
    phone.tap(phone.top.getByRole('radio', { name: words, exact: true }).first())
  /** Fills the step that is unfolded and finishes it. */
  async function finish(step: string, words: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(words)) await qin.type(label, text)
    await qin.press('完成本步')
    await qin.top.getByRole('button', { name: new RegExp(`^${step} .*完成$`) }).waitFor()
  }

  it('given a ticket, when the manager reports it, then quality finds a prepared draft on 工作台', async () => {
    const ticket = records.find((one) => one.kind === 'repair' && stateOf(one) === 'verified')!
    const fang = await stage.phone('fanglixin', `/field/job/index?id=${ticket._id}`)
    await fang.press(/反馈质量部/)
    await fang.sees('问题描述(D2)')
    await fang.press('故障归类')
    await fang.type('搜故障', '润滑管断裂')
    await fang.press('润滑冷却排屑 › 润滑 › 润滑管断裂')
    await fang.press('报给质量部')
    await fang.sees('等质量部立项')
    qin = await stage.phone('qinlan', '/pages/workbench/index')
    await qin.sees(/润滑管断裂/)
  })

  it('given 李国强 complains again of the service after which the noise came back, then he and 郑国栋 see that it went above', async () => {
    const spindle = records.find((one) => one.faultClass === 'SP-3-1')!
    await stage.call('liguoqiang', 'ticket.submit', {
      kind: 'complaint',
      key: 'story-first-complaint',
      safety: false,
      about: 'ticket',
      ticketId: spindle._id,
      personPid: null,
      equipmentId: '',
      topic: 'noise',
      description: '修过三周又响',
      media: [],
      remedies: ['repair'],
      callAt: null,
      contactName: '李国强',
      contactPhone: '13800000001',
    })
    const li = await stage.phone('liguoqiang', '/customer/complain/index')
    await choose(li, '没有')
    await choose(li, '某次服务')
    await li.press(new RegExp(spindle.no), 'radio')
    await choose(li, '反复没修好')
    await li.type('发生了什么', '换过碟簧还是响,停产两天')
    await li.tap(li.top.getByText('更换部件', { exact: true }))
    await li.press('提交投诉')
    await li.allow(true)
    await li.press('查看进度')
    await li.sees('同一问题第 2 次投诉')
    await li.sees(/已按 第十二条 上报上级领导:总经理 郑国栋/)
    await li.sees('质量部 秦岚 已收到通知')
    const zheng = await stage.phone('zhengguodong', '/pages/workbench/index')
    await zheng.sees('升级投诉')
    await zheng.press(/投诉.*V850/)
    await zheng.sees('换过碟簧还是响,停产两天')
    await zheng.sees('同一问题第 2 次投诉')
  })

  it('when the clock has learnt it, then quality finds its draft at the bar of that fault', async () => {
    await stage.tick()
    await qin.restart('/quality/pareto/index')
    await qin.press('三级', 'tab')
    await qin.press(/^第 \d+ 位,碟簧失效拉刀力不足/)
    await qin.title('这类故障的工单')
    await qin.sees('主轴 › 拉刀松刀 › 碟簧失效拉刀力不足')
    await qin.sees(/BX-260914-SQWT/)
    await qin.press(/这类故障已有进行中的 8D/)
    await qin.sees('同一客户同一问题再次投诉,系统起草')
    await qin.sees('先保护用户和现场,再分析原因')
  })

  it('given D0 to D7 are done, then D8 is locked with words, and 31 days later the statistics open it', async () => {
    await finish('D0', { 紧急措施: '通知用户停机点检' })
    await finish('D1', { 团队与分工: '秦岚、杜明远、韩冬' })
    await finish('D2', { 是: '2024 年 3 月批次' })
    await finish('D3', { 遏制措施: '库存碟簧全检', 何时何人验证: '11月23日 韩冬' })
    await finish('D4', { 发生原因: '碟簧疲劳', 流出原因: '出厂不测拉刀力' })
    await finish('D5', { 选定的对策: '换高疲劳碟簧' })
    await qin.pick('实施完成日期', '2026-11-23')
    await finish('D6', { 实施情况: '今天起装机', 确认有效的办法: '拉刀力 20 次不降' })
    await finish('D7', { 图纸与工艺: '工艺卡 3 版', 同类产品: 'H63 同改' })
    await qin.type('总结', '拉刀力列入出厂检验')
    await qin.press('关闭 8D')
    await qin.sees('效果未验证:同类故障须 30 天内为 0 才能关闭(现在 0 天,0 次)')
    await stage.clock(at('12-24T10:00'))
    await qin.open('/quality/d8-list/index')
    await qin.press(/碟簧失效拉刀力不足/)
    await qin.sees('效果已验证:同类故障 31 天为 0')
    await qin.press('关闭 8D')
    await qin.sees('已关闭')
  })
})
