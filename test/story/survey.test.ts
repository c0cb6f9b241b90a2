// After a visit, in Chromium: the answer with and without a credit, the call-back, and a return visit that sends the job back.
import { given } from '../service/world'
import { shot, Site, visitPage } from './site'
import { at } from './stage'

describe('after a visit', () => {
  let site: Site
  beforeEach(async () => {
    site = await Site.open()
  })
  afterEach(() => site.close())

  /** Signed, and the code told to 周海. */
  async function left(): Promise<void> {
    await site.recorded()
    const signed = await site.move('sunxiaobing', 'sign', given.sign)
    await site.move('zhouhai', 'leave', { code: signed.visits[0]!.receipt!.code!.digits })
  }

  it('given a credit, then the card opens the survey; a low score is called back before the engineer reads it', async () => {
    await site.stage.accept('sunxiaobing', 'T4', 1)
    await left()
    const card = (await site.stage.chat('sunxiaobing')).find((one) => one.title === '服务评价提醒')!
    expect(card.delivered).toBe(true)
    const sun = await site.stage.phone('sunxiaobing', `/${card.page}`)
    await sun.press('2 星', 'radio')
    await sun.press('迟到未告知', 'checkbox')
    await sun.type('还想说点什么', '等了两小时')
    await shot(sun, 'rate-low')
    await sun.press('提交评价')
    await sun.sees(/已转给客户服务部负责人,今天 17:30 前回电给您/)

    const zhou = await site.stage.phone('zhouhai', `/field/job/index?id=${site.id}`)
    await zhou.sees('已评价')
    expect(await zhou.top.getByText(/2 星|等了两小时/).count()).toBe(0)

    const fang = await site.stage.phone('fanglixin', `/field/job/index?id=${site.id}`)
    await fang.sees(/2 星 · 迟到未告知 · 等了两小时/)
    await fang.press('回电')
    await fang.type('客户怎么说', '等了两小时,停产损失大')
    await fang.type('怎么约定', '下次提前一天约')
    await fang.tap(fang.top.getByRole('button', { name: '回电' }).last())
    await fang.sees(/约定:下次提前一天约/)
    await zhou.open(`/field/job/index?id=${site.id}`)
    await zhou.sees(/2 星 · 迟到未告知 · 等了两小时/)
    expect(site.stage.troubles).toEqual([])
  })

  it('given no credit, then the engineer shows a code, the answer can be changed, and a return visit sends the job back', async () => {
    await left()
    const zhou = await site.stage.phone('zhouhai', visitPage('leave', site.id))
    await zhou.sees('请用户扫码评价')
    await shot(zhou, 'leave-rate')
    const sun = await site.stage.phone('sunxiaobing', `/customer/rate/index?id=${site.id}&v=v1`)
    await sun.press('4 星', 'radio')
    await sun.press('提交评价')
    await sun.sees(/周海 能看到星级和原因/)
    await sun.open(`/customer/rate/index?id=${site.id}&v=v1`)
    await sun.sees(/24 小时内可修改/)
    await sun.press('修改评价')
    await sun.press('5 星', 'radio')
    await sun.press('提交评价')
    await sun.sees('谢谢您的评价')

    await site.stage.clock(at('11-25T10:00'))
    const shen = await site.stage.phone('shenxiaowen', `/office/visit/index?id=${site.id}`)
    await shen.sees('评 5 星 很满意')
    await shen.sees('138******02')
    await shen.press('没修好', 'radio')
    await shen.press('没修好,退回重办')
    await shen.type('哪里没修好', '又报 2025 号报警')
    await shot(shen, 'visit-redo')
    await shen.tap(shen.top.getByRole('button', { name: '没修好,退回重办' }).last())
    const fang = await site.stage.phone('fanglixin', `/field/job/index?id=${site.id}`)
    await fang.sees('待派工')
    await fang.sees(/退回重办:又报 2025 号报警/)
    expect(site.stage.troubles).toEqual([])
  })
})
