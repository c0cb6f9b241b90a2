// 投诉 in Chromium: the same problem twice goes above where the customer and the general manager see it; a complaint
// about a person is not there for him.
import type { Inputs, MoveName } from '../../miniprogram/domain/door/inputs'
import type { Phone } from './stage'
import { Stage } from './stage'

let keys = 0
const about = (
  more: Partial<Extract<Inputs['ticket.submit'], { kind: 'complaint' }>>,
): Inputs['ticket.submit'] => ({
  kind: 'complaint',
  key: `story-complaint-${++keys}`,
  safety: false,
  about: 'product',
  ticketId: null,
  personPid: null,
  equipmentId: 'e-qhv850-2403-016',
  topic: 'noise',
  description: '主轴高速时有异响',
  media: [],
  remedies: ['repair'],
  callAt: null,
  contactName: '李国强',
  contactPhone: '13800000001',
  ...more,
})

describe('a complaint, in Chromium', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(async () => {
    expect(stage.troubles).toEqual([])
    await stage.close()
  })
  const choose = (phone: Phone, words: string) =>
    phone.tap(phone.top.getByRole('radio', { name: words, exact: true }).first())

  it('given 李国强 complains again of the same, then he and 郑国栋 see that it went above, and he answers the plan', async () => {
    await stage.call('liguoqiang', 'ticket.submit', about({}))
    const li = await stage.phone('liguoqiang', '/customer/complain/index')
    await choose(li, '有')
    await li.sees('马上和我们通话')
    await choose(li, '没有')
    await choose(li, '产品质量')
    await li.press(/V850/, 'radio')
    await choose(li, '异响振动')
    await li.type('发生了什么', '修过还是响,停产两天')
    await li.tap(li.top.getByText('尽快修好', { exact: true }))
    await li.press('提交投诉')
    await li.allow(true)
    await li.sees('投诉已受理')
    await li.sees(/方立新会在/)
    await li.press('查看进度')
    await li.sees('同一问题第 2 次投诉')
    await li.sees(/已按 第十二条 上报上级领导:总经理 郑国栋/)
    await li.sees('质量部 秦岚 已收到通知')

    const zheng = await stage.phone('zhengguodong', '/pages/workbench/index')
    await zheng.sees('升级投诉')
    await zheng.tap(zheng.top.getByRole('button', { name: /投诉.*V850/ }).first())
    await zheng.title('投诉处理')
    await zheng.sees('修过还是响,停产两天')
    await zheng.press('已致电客户')
    await zheng.type('通话情况', '约定周五前答复')
    await zheng.tap(zheng.top.getByRole('button', { name: '已致电客户' }).last())
    await zheng.sees('约定周五前答复')

    const { items } = await stage.call('zhengguodong', 'work.queue', { queue: 'raised' })
    const { id } = items.find(({ title }) => title.includes('V850'))!
    const move = (name: MoveName, input: object) =>
      stage.call('zhengguodong', 'ticket.move', {
        id,
        key: `story-${name}`,
        move: name,
        visit: null,
        input: { ...input },
      })
    await move('assess', { severity: 'high', safety: 'none', complexity: 'simple', impact: 'machine' })
    await move('investigate', { findings: '碟簧疲劳', cause: '润滑间隔过长' })
    await move('sendPlan', { explanation: '润滑间隔过长', plan: '更换碟簧组,延保半年' })
    await li.restart(`/customer/plan/index?id=${id}`)
    await li.sees('更换碟簧组,延保半年')
    await li.press('接受方案')
    await li.sees('您已接受方案')
  })

  it('given a complaint about 方立新, then 郑国栋 has it and for 方立新 there is none', async () => {
    const { people } = await stage.call('liguoqiang', 'complaint.about', {})
    const fang = people.find(({ name }) => name === '方立新')!
    const asked = about({
      about: 'person',
      personPid: fang.pid,
      topic: 'attitude',
      description: '两次没有回电',
    })
    const { id, no } = await stage.call('liguoqiang', 'ticket.submit', asked)
    const zheng = await stage.phone('zhengguodong', `/office/case/index?id=${id}`)
    await zheng.sees('某位工作人员:方立新(客户服务部负责人)')
    await zheng.sees(/由上级领导直接处理:总经理 郑国栋/)
    const manager = await stage.phone('fanglixin', `/office/case/index?id=${id}`)
    await manager.sees('没有这张工单或无权查看')
    await manager.restart('/pages/workbench/index')
    await manager.settled()
    expect(await manager.top.getByText(no).count()).toBe(0)
  })
})
