// The customer is silent in the mini-program, in Chromium: the office writes down what he said on the phone, he hears of
// it and may object, and the visit goes on.
import { jobPage, shot, Site } from './site'
import { at } from './stage'

describe('a customer who answers on the phone', () => {
  let site: Site
  beforeEach(async () => {
    site = await Site.open()
  })
  afterEach(() => site.close())

  it('given an extra that nobody answers, when the office records his yes by phone, then the visit goes on, and he may say that it was not so', async () => {
    await site.arrived()
    const lines = [{ name: '碟簧 1 套', amount: 1260 }]
    const asked = { what: '更换拉刀碟簧', reason: '碟簧失效', free: false, media: [] }
    await site.move('zhouhai', 'askExtra', { ...asked, lines, finishBy: at('11-24T18:00') })
    await site.move('fanglixin', 'approveExtra', { lines, free: false, note: '' })

    const shen = await site.stage.phone('shenxiaowen', jobPage(site.id))
    await shen.sees('等客户确认增项')
    await shen.press('更多')
    await shen.press('记录客户来电来函')
    await shen.title('记录客户来电来函')
    await shen.sees('更换拉刀碟簧')
    await shen.press('确认增项', 'radio')
    await shen.type('谁说的', '李国强')
    await shen.press('电话', 'radio')
    await shen.type('说了什么', '同意换,1260 元可以')
    await shen.settled()
    await shot(shen, 'recorded')
    await shen.press('记下')
    await shen.title('任务单')
    await shen.sees('作业中')
    await shen.sees(/李国强 .*电话说「同意换,1260 元可以」/)
    expect((await site.visit()).extras[0]!.answer).toMatchObject({ ok: true, by: { name: '李国强' } })

    const sun = await site.stage.phone('sunxiaobing', `/customer/ticket/index?id=${site.id}`)
    await sun.sees(/李国强 .*电话说「同意换/)
    await sun.press('记录不符,提异议')
    await sun.type('实际是怎么说的', '我说的是 860 元')
    await shot(sun, 'objection')
    await sun.tap(sun.top.getByRole('button', { name: '记录不符,提异议' }).last())
    await sun.sees('对代记有异议:我说的是 860 元')

    const fang = await site.stage.phone('fanglixin', jobPage(site.id))
    await fang.verb('核对异议')
    await fang.press('记录属实', 'radio')
    await fang.type('和谁核对、怎么说的', '李国强听了录音,是 1260 元')
    await fang.tap(fang.top.getByRole('button', { name: '核对异议' }).last())
    await fang.sees(/核对异议:记录属实/)
    expect(site.stage.troubles).toEqual([])
  })
})
