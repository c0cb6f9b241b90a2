// 咨询 on phones: asked, handed to 技术部, answered, kept; one customer goes on to a repair, the next finds the answer.
import { Stage } from './stage'

const question = '断电后回零,Z 轴坐标偏了 0.2,怎么恢复?'
const answer = '1. 备份参数 2. 重设 Z 轴参考点(参数 1850)3. 回零后试切'

describe('an inquiry, in Chromium', () => {
  let stage: Stage
  beforeEach(async () => {
    stage = await Stage.open()
  })
  afterEach(async () => {
    expect(stage.troubles).toEqual([])
    await stage.close()
  })

  it('given a question, then a named person answers, it is kept, becomes a repair without typing, and the next customer is offered it', async () => {
    const li = await stage.phone('liguoqiang')
    await li.press('咨询')
    await li.title('咨询')
    await li.type('想问什么', '主轴定向角度偏了')
    await li.sees('先看看:')
    await li.sees('换刀后主轴定向角度偏了,怎么调整?')
    await li.type('想问什么', question)
    await li.press('提交')
    await li.allow(true)
    await li.sees('前答复您')
    await li.press('查看进度')
    await li.sees('等我们答复')

    const shen = await stage.phone('shenxiaowen', '/pages/workbench/index')
    await shen.tap(shen.top.getByText(/断电后回零/).first())
    await shen.verb('转给同事')
    await shen.press(/^技术部/)
    await shen.sees('问与答 · 技术部')

    const du = await stage.phone('dumingyuan', '/pages/workbench/index')
    await du.tap(du.top.getByText(/断电后回零/).first())
    await du.press('答复')
    await du.title('答复咨询')
    await du.type('答复', answer)
    await du.press('发送答复')
    await du.sees('已答复,等客户确认')
    await du.verb('存为知识')
    await du.type('问题', '断电后回零,坐标偏了,怎么恢复?')
    await du.press('发布')
    await du.sees('已存为知识')

    await li.open('/pages/home/index')
    await li.tap(li.top.getByText(/断电后回零/).first())
    await li.sees('已答复,请看是否解决')
    await li.sees(answer)
    await li.press('转为报修')
    await li.press(/3号线/, 'radio')
    await li.press('带病运行', 'radio')
    await li.tap(li.top.getByRole('button', { name: '转为报修', exact: true }).last())
    await li.sees('待核实')
    await li.sees(/由咨询 ZX-.* 转来/)
    await li.sees(new RegExp(`杜明远 答复:${answer.slice(0, 8)}`))

    const chen = await stage.phone('chenmeiling', '/customer/submit/index?type=inquiry')
    await chen.type('想问什么', '昨天断电,回零以后坐标不对')
    await chen.press(/断电后回零,坐标偏了/)
    await chen.sees(answer)
    await chen.press('这条解决了我的问题')
    await chen.sees('好的,问题解决了')
    const { items } = await stage.call('chenmeiling', 'knowledge.suggest', { text: '断电 回零 坐标' })
    expect(items[0]).toMatchObject({ helped: 1, by: '技术部 杜明远' })
  })
})
