import { Stage, at } from './stage'
import { World, given, joining, request } from '../service/world'
import { records } from './ux/rows'
const out = '/tmp/look-survey'
const idOf = (state: string, serial = '') => records.find((r) => r.state === state && r.equipment.serial.includes(serial))!
it('look', async () => {
  const stage = await Stage.open()
  const world = World.on(stage.server)
  const shot = async (who: string, path: string, name: string, then?: (p: any) => Promise<void>, full = true) => {
    try {
      const phone = await stage.phone(who, path)
      await phone.settled()
      if (then) await then(phone)
      await phone.settled()
      if (full) {
        const h = await phone.frame.evaluate(() => Math.max(844, ...[...document.querySelectorAll('.wx-page:not([hidden])')].map((e) => (e as HTMLElement).scrollHeight)))
        await phone.page.setViewportSize({ width: 390, height: Math.min(h + 40, 2600) })
      }
      await phone.still()
      await phone.page.screenshot({ path: `${out}/${name}.png` })
      await phone.page.context().close()
    } catch (e) { console.log(name, String(e).slice(0, 400)) }
  }
  const v1160 = idOf('followup', 'V1160'), mg = idOf('followup', 'MG200'), left = idOf('left'), rew = idOf('rewriting')
  await shot('wangshouye', `/customer/rate/index?id=${left._id}&v=v1`, 'rate', async (p) => { await p.press('2 星', 'radio') })
  await shot('shenxiaowen', `/office/visit/index?id=${v1160._id}`, 'visit', async (p) => { await p.press('正常', 'radio'); await p.press('有问题', 'radio') })
  await shot('shenxiaowen', `/office/visit/index?id=${mg._id}`, 'visit-low')
  await shot('shenxiaowen', `/office/visit/index?id=${v1160._id}`, 'visit-more', async (p) => { await p.press('更多') }, false)
  await shot('shenxiaowen', `/office/visit/index?id=${v1160._id}`, 'visit-later', async (p) => { await p.press('不方便,改时间') }, false)
  await shot('shenxiaowen', '/office/returns/index', 'returns')
  await shot('shenxiaowen', '/office/machine-visit/index?id=e-qhu500-2606-002', 'machine', async (p) => { await p.press('没修好', 'radio') })
  await shot('shenxiaowen', '/office/machine-visit/index?id=e-qhu500-2606-002', 'machine-later', async (p) => { await p.press('约下次') }, false)
  await shot('luyifan', `/field/correct/index?id=${rew._id}`, 'correct')
  await shot('fanglixin', `/field/job/index?id=${mg._id}`, 'job-manager')
  await shot('fanglixin', `/field/job/index?id=${mg._id}`, 'callback', async (p) => { await p.press('回电') }, false)
  await shot('fanglixin', '/pages/workbench/index', 'workbench-manager')
  await shot('shenxiaowen', '/pages/workbench/index', 'workbench-office')
  await shot('mazhiqiang', `/field/job/index?id=${mg._id}`, 'job-engineer')
  await world.call('wangshouye', 'ticket.move', { id: left._id, key: 'key-of-look-1', move: 'rate', visit: 'v1', input: { ...given.rate, stars: 4, reasons: ['fast', 'slow'], note: '来得快,就是等备件久' } })
  await shot('wangshouye', `/customer/rate/index?id=${left._id}&v=v1`, 'rated')
  await shot('wangshouye', `/customer/rate/index?id=${left._id}&v=v1`, 'rate-change', async (p) => { await p.press('修改评价') })
  await world.call('sunxiaobing', 'company.join', joining)
  const { id } = await world.call('sunxiaobing', 'ticket.submit', request())
  await world.ready(id)
  await stage.clock(at('11-24T08:10'))
  await world.move('zhouhai', id, 'depart', given.depart)
  await world.move('zhouhai', id, 'arrive', given.arrive)
  await world.report('zhouhai', id)
  const signed = await world.move('liguoqiang', id, 'sign', given.sign)
  await world.move('zhouhai', id, 'leave', { code: signed.visits[0]!.receipt!.code!.digits })
  await shot('zhouhai', `/field/leave/index?id=${id}&v=v1`, 'leave-qr')
  console.log(stage.troubles)
  await stage.close()
}, 280000)
