import { join } from 'node:path'
import { pidOf } from '../../cloudfunctions/store/ids'
import { announcedPhoto, Calls } from './calls'
import { at, photo, Stage, type Phone } from './stage'

const pictures = join(__dirname, '../../docs/pictures')

/** Takes the picture that a button asks for. */
async function snap(phone: Phone, button: string): Promise<void> {
  const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.press(button)])
  await chooser.setFiles(photo('site.png'))
}

/** Chooses a date in the phone's own calendar. */
async function pick(phone: Phone, label: RegExp, day: string): Promise<void> {
  await phone.press(label)
  await phone.app.locator('.wx-picker-control').fill(day)
}

/** The plan bar as the customer reads it: each step with how it stands. */
async function planReads(phone: Phone, step: string, words: string): Promise<void> {
  await phone.press('刷新')
  await phone.top.getByLabel(new RegExp(`^${step},${words}`)).waitFor()
}

async function milestone(phone: Phone, label: string, late?: { cause: string }): Promise<void> {
  await phone.verb('完成节点')
  await phone.sees(`${label}完成`)
  await phone.press('合格', 'radio')
  if (late) await phone.press(late.cause)
  await phone.press(`${label}完成,告诉客户`)
  await phone.title('任务单')
}

async function dayReport(phone: Phone, done: string, tomorrow: string): Promise<void> {
  await phone.verb('发日报')
  await phone.type('今天完成', done)
  await phone.type('明天安排', tomorrow)
  await snap(phone, '拍照')
  await phone.press('发日报')
  await phone.onTo('任务单')
}

describe('a turnkey installation, in Chromium', () => {
  let stage: Stage
  beforeEach(async () => {
    stage = await Stage.open()
  })
  afterEach(() => stage.close())

  it('given a G2518 that is to be installed, then the customer follows six milestones over three days until 三包 begins', async () => {
    const calls = new Calls(stage.server.url)
    const shot = (phone: Phone, name: string) =>
      phone.page.screenshot({ path: join(pictures, `${name}.png`) })
    const gao = await stage.phone('gaoxue')
    await gao.press('配件,即将开放')
    await gao.tap(gao.app.getByRole('dialog').getByText('知道了'))
    await gao.tap(gao.top.getByRole('button', { name: '安装调试', exact: true }))
    await gao.title('安装调试')
    await gao.press(/G2518/)
    await gao.press('仍要新建')
    await gao.press('全包安装调试', 'radio')
    await gao.type('合同号', 'QH-2026-118')
    await pick(gao, /^设备到货日期/, '2026-11-24')
    await gao.sees('2026-11-24')
    await snap(gao, '拍 地基地面')
    await shot(gao, 'installation-submit')
    await gao.press('提交')
    await gao.allow(true)
    await gao.sees(/AZ-261123/)
    await gao.press('查看进度')
    await gao.sees('尚未排期')
    const id = await calls.newest('gaoxue')

    await calls.move('shenxiaowen', id, 'verify', {
      charge: 'free',
      chargeReason: '合同内全包安装',
      note: '合同核对无误',
      how: 'phone',
      estimate: null,
      special: '',
      siteByPhone: false,
    })
    const shen = await stage.phone('shenxiaowen', `/field/job/index?id=${id}`)
    await shen.verb('排进度计划')
    await shen.title('进度计划')
    await pick(shen, /^就位 计划日期/, '2026-11-23')
    await shen.press('排好计划并告诉客户')
    await shen.sees('节点的计划日期应先后相接')
    const dates = [
      '就位|2026-11-24',
      '接线|2026-11-25',
      '调试|2026-11-25',
      '试切|2026-11-26',
      '验收|2026-11-26',
    ]
    for (const [step, day] of dates.map((one) => one.split('|')))
      await pick(shen, new RegExp(`^${step} 计划日期`), day!)
    await shot(shen, 'plan')
    await shen.press('排好计划并告诉客户')
    await shen.title('任务单')
    await planReads(gao, '到货', '下一步,计划 11月24日')

    await gao.press('确认现场条件')
    await gao.title('现场条件')
    await gao.sees('还差 地基地面、电源(电压、容量、接地) 等 9 项')
    await gao.press('已具备 地基地面')
    for (const item of ['电源(电压、容量、接地)', '起重设备', '开箱前外观', '铭牌'])
      await snap(gao, `拍 ${item}`)
    await gao.sees('确认现场已具备(5/9)')
    await shot(gao, 'ready')
    for (const item of ['气源压力', '通道与门宽', '操作人员名单', '作业空间与吊点'])
      await gao.press(`已具备 ${item}`)
    await gao.press(/以上情况属实/, 'checkbox')
    await gao.press('确认现场已具备')
    await gao.allow(true)
    await gao.sees('现场条件已确认')
    await gao.press('查看工单')
    await gao.sees('安排工程师中')

    await calls.move('fanglixin', id, 'assign', {
      engineer: pidOf('luyifan'),
      companions: [pidOf('handong')],
      task: '全包安装 G2518',
      arriveBy: at('11-24T09:00'),
      finishBy: at('11-26T17:30'),
      despite: true,
    })
    await calls.move('handong', id, 'lend', { helper: pidOf('handong'), note: '' })
    await calls.move('handong', id, 'acceptNorms', { norms: true })
    await calls.move('luyifan', id, 'askTrip', {
      task: '全包安装 G2518',
      finishBy: at('11-26T17:30'),
      legs: [{ from: '合肥', to: '清川', by: '汽车', departAt: at('11-24T08:00') }],
      costs: [{ name: '交通', amount: 260 }],
    })
    await calls.move('fanglixin', id, 'approveTrip', { note: '' })
    await calls.move('luyifan', id, 'prepare', { done: ['p1', 'p2', 'p3', 'p4', 'p5'], missing: [] })
    await stage.clock(at('11-24T08:10'))
    await calls.move('luyifan', id, 'depart', { eta: at('11-24T08:50') })
    await stage.clock(at('11-24T08:45'))
    await calls.move('luyifan', id, 'arrive', {
      workwear: true,
      metOwner: true,
      siteReady: true,
      lateReason: '',
    })

    // the first day
    const lu = await stage.phone('luyifan', `/field/job/index?id=${id}`)
    await lu.sees('第 1 天 / 共 3 天 · 按计划')
    await milestone(lu, '到货')
    await milestone(lu, '就位')
    await stage.clock(at('11-24T17:00'))
    await lu.reload()
    await dayReport(lu, '开箱清点,床身就位找平', '接线,上电检查')
    await planReads(gao, '就位', '已完成,计划 11月24日 · 实际 11月24日')
    await gao.sees('韩冬(车间)')
    await gao.sees('开箱清点,床身就位找平')
    await lu.verb('发日报')
    await lu.sees('今天的日报已经发过')
    await lu.press('返回')

    // the second day: no report at 18:00
    await stage.clock(at('11-25T11:00'))
    await lu.reload()
    await milestone(lu, '接线')
    await planReads(gao, '接线', '已完成')
    await stage.clock(at('11-25T18:05'))
    expect(await stage.until(() => calls.told('fanglixin', '没有日报'))).toMatchObject({
      words: '合肥清川新能源部件 今天还没有安装日报',
    })

    // the third day: one late, with its cause
    await stage.clock(at('11-26T09:00'))
    await lu.reload()
    await lu.sees('第 3 天 / 共 3 天 · 晚于计划')
    await planReads(gao, '调试', '晚于计划')
    await lu.verb('完成节点')
    await lu.sees('计划 11月25日,已晚于计划')
    await lu.sees('还差 质量检查、晚于计划的原因')
    await shot(lu, 'milestone')
    await lu.tap(lu.page.getByRole('button', { name: '返回' }))
    await milestone(lu, '调试', { cause: '到货晚' })
    await milestone(lu, '试切')
    await milestone(lu, '验收')
    await dayReport(lu, '试切合格,验收完成', '资料移交后离场')
    await planReads(gao, '验收', '已完成')
    await gao.sees('已全部完成')
    await gao.press('看每一步的日期和分工')
    await gao.sees('晚于计划的原因:到货晚')
    await gao.sees('由我方完成')
    await gao.page.mouse.move(0, 0)
    await shot(gao, 'installation')

    await calls.move('luyifan', id, 'installReport', {
      measure: '安装调试完成,试切合格',
      parts: [],
      hours: 22,
      result: 'fixed',
      leftover: '',
      next: '',
      ticks: ['t1', 't2', 't3', 't4'],
      media: [announcedPhoto('就位灌浆'), announcedPhoto('试切件检测')],
      acceptance: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((one) => ({ id: one, result: 'pass', note: '' })),
    })
    const signed = await calls.move('gaoxue', id, 'sign', {
      name: '高雪',
      post: '项目经理',
      signature: '1,2 3,4',
      running: true,
      cleaned: true,
      oldParts: true,
      note: '',
    })
    await calls.move('luyifan', id, 'leave', { code: signed.visits[0]!.receipt!.code!.digits })
    await gao.press('刷新')
    await gao.sees('已完成,请评价')
    await gao.open('/customer/scan/index?serial=QHG2518-2611-001')
    await gao.sees('三包期内·剩 365 天')
    expect(stage.troubles).toEqual([])
  })
})
