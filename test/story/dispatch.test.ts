import type { ActionName, Inputs } from '../../miniprogram/domain/door/inputs'
import type { Answer, Outputs } from '../../typings/contract'
import { readFor } from '../model/reading'
import { given, joining, newKey, pidOf, request } from '../service/world'
import { at, Stage, usual, type Phone } from './stage'

const card = /BX-.*V850/

describe('sent out by the rules (第十五、十八条), in Chromium', () => {
  let stage: Stage
  let id = ''
  const phones: Record<string, Phone> = {}

  async function call<A extends ActionName>(who: string, action: A, input: Inputs[A]): Promise<Outputs[A]> {
    const body = JSON.stringify({ name: 'api', data: { action, input } })
    const headers = { 'x-openid': who }
    const response = await fetch(`${stage.server.url}/call`, { method: 'POST', headers, body })
    const { result } = (await response.json()) as { result: Answer<Outputs[A]> }
    if (!result.ok) throw new Error(`${who} ${action}: ${result.refusal.words}`)
    return result.data
  }
  const move = async (
    who: string,
    ticket: string,
    name: 'verify' | 'acceptQuote' | 'assign',
    input: Record<string, unknown>,
  ) => {
    const opened = async () => (await call(who, 'ticket.open', { id: ticket })).ticket
    const read = await readFor(opened, name, null)
    return call(who, 'ticket.move', { id: ticket, key: newKey(), move: name, visit: null, input, read })
  }

  /** A ticket of 澄远 that waits for dispatch. */
  async function verified(): Promise<string> {
    const asked = await call('sunxiaobing', 'ticket.submit', request())
    await move('shenxiaowen', asked.id, 'verify', given.verify)
    await move('liguoqiang', asked.id, 'acceptQuote', {})
    return asked.id
  }
  /** The phone of a person, at his workbench or at a page; he wants no messages. */
  async function take(who: string, path = '/pages/workbench/index'): Promise<Phone> {
    const known = phones[who]
    if (known) await known.open(path)
    const phone = (phones[who] ??= await stage.phone(who, path, usual))
    return phone
  }
  const typed = (phone: Phone, label: string) =>
    phone.top.getByRole('textbox', { name: label, exact: true }).inputValue()
  const job = (who: string) => take(who, `/field/job/index?id=${id}`)

  beforeAll(async () => {
    stage = await Stage.open()
    await call('sunxiaobing', 'company.join', joining)
    id = await verified()
  })
  afterAll(() => stage.close())

  it('given the manager, when he sends 周海 with 韩冬 of the workshop for two days, then the workshop is asked', async () => {
    const fang = await take('fanglixin')
    await fang.press(card)
    await fang.sees('谁去最合适')
    await fang.sees('技能符合 · 修过这台 · 同城')
    await fang.press('派给周海')
    await fang.pick(/^完成日期/, '2026-11-25')
    await fang.sees('11月25日(周三)')
    await fang.press('韩冬(车间)', 'checkbox')
    await fang.press('确认派工')
    await fang.allow(false)
    await fang.title('工作台')
    const { ticket } = await call('fanglixin', 'ticket.open', { id })
    expect(ticket.visits[0]).toMatchObject({ arriveBy: at('11-24T09:00'), finishBy: at('11-25T17:30') })
    expect(ticket.visits[0]!.inside!.helpers.map((one) => one.name)).toEqual(['韩冬'])
  })

  it('given the workshop consents, when 韩冬 has read the norms and accepts, then the job with its phone number opens', async () => {
    const han = await take('handong')
    await han.sees('借用与服务规范')
    await han.press(card)
    await han.title('借用车间人员')
    await han.sees('这里只显示任务概要')
    await han.press('同意派出 韩冬')
    await han.sees(/等本人接受服务规范/)
    await han.press('接受服务规范')
    await han.sees('第十九条第2项')
    await han.sees(/联系电话、故障描述、照片和工单经过/)
    await han.press('我已阅读,执行任务时遵守', 'checkbox')
    await han.press('接受,打开任务')
    await han.allow(false)
    await han.title('任务单')
    await han.sees('13800000002')
    await han.sees(request().description)
  })

  it('given no trip is agreed, then departure says so with its article; a trip needs task, time and route', async () => {
    const zhou = await take('zhouhai')
    await zhou.press(card)
    await zhou.verb('出发')
    await zhou.sees('还不能出发:还没有获批的出差申请')
    await zhou.sees(/第十八条第1项/)
    await zhou.press('提交出差申请')
    await zhou.sees('三项齐全才能提交')
    await zhou.press('提交出差申请(还差 2 项)')
    await zhou.sees('请填写出发地')
    await zhou.type('第 1 段出发地', '苏州厂')
    await zhou.press('汽车', 'radio')
    await zhou.type('第 1 项金额', '60')
    await zhou.press('提交出差申请')
    await zhou.allow(false)
    await zhou.sees('出差审批中')
  })

  it('given a reason, when the trip is rejected, then the old version stands with the reason and is asked again', async () => {
    const fang = await take('fanglixin')
    await fang.press('刷新')
    await fang.press(/BX-.*出差审批中.*V850/)
    await fang.title('审批')
    await fang.sees('¥60')
    await fang.press('驳回')
    await fang.press('路线不合理', 'radio')
    await fang.press('确认驳回')
    await fang.title('工作台')

    const zhou = await job('zhouhai')
    await zhou.verb('提交出差申请')
    await zhou.sees(/方立新 驳回.*路线不合理/)
    await zhou.press('加一段路')
    expect(await typed(zhou, '第 2 段出发地')).toBe('苏州澄远精密机械')
    await zhou.type('第 2 段到达地', '澄远二厂')
    await zhou.tap(zhou.top.getByRole('radio', { name: '出租' }).last())
    await zhou.press('提交出差申请')
    await zhou.sees('出差审批中')

    await fang.press('刷新')
    await fang.press(/BX-.*出差审批中.*V850/)
    await fang.sees('第 2 版')
    await fang.sees('苏州澄远精密机械 → 澄远二厂')
    await fang.press('同意')
    await fang.title('工作台')
  })

  it('given one thing is missing, then the coordinator hears of it in one tap, and departure waits for the list (18.4)', async () => {
    const zhou = await job('zhouhai')
    await zhou.sees('待出发')
    await zhou.verb('出发')
    await zhou.sees('还不能出发:资料、备件、工器具还差 6 项')
    await zhou.sees(/第十八条第4项/)
    await zhou.verb('准备清单')
    for (const item of ['读工单与历史', '电话复述现象', '下载手册与电气图', '量具、万用表', '劳保与锁具挂牌'])
      await zhou.press(item, 'checkbox')
    await zhou.press('领备件与旧件箱 缺')
    await zhou.press('仓库没有', 'radio')
    await zhou.press('告诉内勤')
    await zhou.sees(/缺:仓库没有 · 已告诉内勤/)
    const shen = await take('shenxiaowen', '/customer/inbox/index')
    await shen.sees('准备缺项')
    await shen.sees(/周海 领备件与旧件箱:仓库没有/)
    await zhou.press('还差 1 项')
    await zhou.sees('还不能出发,还差:领备件与旧件箱')
    await zhou.press('领备件与旧件箱', 'checkbox')
    await zhou.press('准备完成')
    await zhou.title('任务单')
  })

  it('given a change of route, then departure is locked until the manager agrees (18.3), and then he goes', async () => {
    const zhou = await job('zhouhai')
    await zhou.verb('申请变更路线')
    await zhou.title('变更路线')
    await zhou.sees('已同意的路线')
    await zhou.type('第 2 段到达地', '澄远三厂')
    await zhou.press('改走更近的路', 'radio')
    await zhou.press('申请变更路线')
    await zhou.title('任务单')
    await zhou.verb('出发')
    await zhou.sees('还不能出发:变更路线须事先经负责人同意')

    const fang = await take('fanglixin', '/customer/inbox/index')
    await fang.press(/变更路线待同意/)
    await fang.title('审批')
    await fang.sees('原路线')
    await fang.sees('苏州澄远精密机械 → 澄远三厂')
    await fang.press('同意')
    await fang.title('消息')

    await stage.clock(at('11-24T07:30'))
    await job('zhouhai')
    await zhou.verb('出发')
    await zhou.press('1 小时', 'radio')
    await zhou.press('现在出发')
    await zhou.sees('在途')
  })

  it('given no network, when he ticks the list and leaves, then it is kept and arrives once the network is back', async () => {
    const third = await verified()
    const assign = { ...given.assign, engineer: pidOf('luyifan'), despite: true }
    await move('fanglixin', third, 'assign', assign)
    const lu = await take('luyifan', `/field/job/index?id=${third}`)
    await lu.verb('准备清单')
    await lu.sees('已备齐 0 / 6 项')
    await lu.network('offline')
    await lu.press('读工单与历史', 'checkbox')
    await lu.press('电话复述现象', 'checkbox')
    await lu.tap(lu.page.getByRole('button', { name: '返回' }))
    await lu.sees(/1 项待上传/)
    await lu.network('online')
    await lu.top
      .getByText(/项待上传/)
      .first()
      .waitFor({ state: 'hidden' })
    const { ticket } = await call('fanglixin', 'ticket.open', { id: third })
    expect(ticket.visits[0]!.inside!.prep.map((item) => item.done)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(ticket.timeline.filter((row) => row.words === '出差准备 2/6 项')).toHaveLength(1)
  })

  it('given he is on the road then, when he is sent elsewhere, then the clash is named; of two who send at once the loser reads who was faster and keeps his words', async () => {
    const second = await verified()
    const board = `/office/board/index?id=${second}`
    const fang = await take('fanglixin', board)
    await fang.press('派给周海')
    await fang.press('确认派工')
    await fang.sees(/周海 11月25日\(周三\)已有安排:苏州澄远精密机械/)
    await fang.sees('换人')
    const shen = await take('shenxiaowen', board)
    await shen.press('派给陆一帆')
    await shen.type('任务', '先看回零开关')
    await fang.press('仍派')
    await shen.press('确认派工')
    const dialog = shen.app.getByRole('dialog', { name: '工单已更新' })
    await dialog.getByText(/工单刚被 方立新 更新\(.*派给 周海/).waitFor()
    await shen.tap(dialog.getByText('留在这里'))
    expect(await typed(shen, '任务')).toBe('先看回零开关')
    expect(stage.troubles).toEqual([])
  })
})
