import { join } from 'node:path'
import { pidOf } from '../../cloudfunctions/store/ids'
import { announcedPhoto, Calls } from './calls'
import { at, narrow, photo, Stage, usual, type Phone } from './stage'

const pictures = join(__dirname, '../../docs/pictures')

async function snap(phone: Phone, button: string): Promise<void> {
  const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.press(button)])
  await chooser.setFiles(photo('site.png'))
}

const verified = {
  charge: 'paid',
  chargeReason: '三包期外',
  note: '电话复述现象,用户确认',
  how: 'phone',
  estimate: 1860,
  special: '',
  siteByPhone: false,
}
const trip = {
  task: '修 X 轴回零',
  finishBy: at('11-25T17:30'),
  legs: [{ from: '苏州厂', to: '澄远', by: '汽车', departAt: at('11-25T08:00') }],
  costs: [{ name: '交通', amount: 60 }],
}

/** 孙小兵's paid repair of V850, verified; two photos came with it. */
async function repair(calls: Calls): Promise<string> {
  await calls.call('sunxiaobing', 'company.join', {
    code: 'CY7K3P9X',
    name: '孙小兵',
    post: 'operator',
    phone: '13800000002',
    consent: true,
  })
  const { id } = await calls.call('sunxiaobing', 'ticket.submit', {
    kind: 'repair',
    key: 'story-site-repair',
    equipmentId: 'e-qhv850-2403-016',
    symptom: 'alarm',
    description: 'X 轴回零报 2025 号报警',
    production: 'stopped',
    contactName: '孙小兵',
    contactPhone: '13800000002',
    wish: 'asap',
    wishAt: null,
    media: [announcedPhoto('报警画面'), announcedPhoto('故障部位')],
  })
  await calls.move('shenxiaowen', id, 'verify', verified)
  return id
}

const assign = {
  engineer: pidOf('zhouhai'),
  companions: [],
  task: '修 X 轴回零',
  arriveBy: at('11-25T09:30'),
  finishBy: at('11-25T17:30'),
  despite: false,
}

/** Site and assignment done, the trip approved, all packed: only the price is open. */
async function packed(calls: Calls, id: string): Promise<void> {
  await calls.move('fanglixin', id, 'assign', assign)
  await calls.move('zhouhai', id, 'askTrip', trip)
  await calls.move('fanglixin', id, 'approveTrip', { note: '' })
  await calls.move('zhouhai', id, 'prepare', {
    done: ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'],
    missing: [],
  })
}

describe('before anybody is sent, in Chromium', () => {
  let stage: Stage
  beforeEach(async () => {
    stage = await Stage.open()
  })
  afterEach(() => stage.close())

  it.each([
    ['a finger at 390x844', usual, true],
    ['a mouse at 320x640', narrow, false],
  ])(
    'given %s, then the site pack is made by two, pauses and resumes, and the price is for the manager of the customer',
    async (_name, size, touch) => {
      const calls = new Calls(stage.server.url)
      const shot = async (phone: Phone, name: string) => {
        if (touch) await phone.page.screenshot({ path: join(pictures, `${name}.png`) })
      }
      const id = await repair(calls)
      expect(await calls.refused('fanglixin', id, 'assign', assign)).toMatchObject({
        words: '还不能派出:现场条件还没有确认',
        article: '18.2',
      })

      const sun = await stage.phone('sunxiaobing', `/customer/ticket/index?id=${id}`, size, touch)
      await sun.press('确认现场条件')
      await sun.sees('工程师出发前,请确认现场条件')
      await sun.press('已具备 报警画面')
      await snap(sun, '拍 设备全景')
      await sun.sees('已自动保存')
      await sun.press('暂不具备,告诉我们什么时候好')
      await sun.type('还缺什么', '吊车明天才有')
      await sun.press('暂不具备,先不派人')
      await sun.sees('好的,我们等您准备好再派人;时限已暂停')
      await shot(sun, 'not-ready')
      expect(await calls.refused('fanglixin', id, 'assign', assign)).toMatchObject({ article: '18.2' })

      await stage.clock(at('11-24T10:00'))
      const li = await stage.phone('liguoqiang', '/pages/home/index', size, touch)
      await li.sees(/李国强/)
      await li.open(`/customer/ready/index?id=${id}`)
      await li.sees('确认现场已具备(2/6)')
      await snap(li, '拍 铭牌')
      for (const item of ['故障部位', '电柜已断电']) await li.press(`已具备 ${item}`)
      await li.sees(/已自动保存/)
      await li.network('offline')
      await li.press('已具备 作业空间与吊点')
      await li.sees(/已保存在手机里,联网后自动提交/)
      await li.network('online')
      await li.sees(/已自动保存/)
      await li.press('确认现场已具备')
      await li.sees('请确认以上情况属实')
      await li.press(/以上情况属实/, 'checkbox')
      await li.press('确认现场已具备')
      await li.allow(false)
      await li.sees('现场条件已确认')
      const { ticket } = await calls.call('shenxiaowen', 'ticket.open', { id })
      expect(ticket.site).toMatchObject({
        readyOn: null,
        confirmed: { by: { name: '李国强' }, how: 'customer' },
      })

      await packed(calls, id)
      expect(await calls.refused('zhouhai', id, 'depart', { eta: at('11-25T09:00') })).toMatchObject({
        words: '还不能出发:费用 ¥1,860 客户还没有确认',
        article: '4',
        wayOut: expect.stringContaining('有费用权限的人'),
      })

      await sun.open(`/customer/confirm/index?k=quote&id=${id}`)
      await sun.sees('需要有费用权限的同事确认')
      await sun.top.getByRole('button', { name: '转发给设备经理' }).waitFor()
      await shot(sun, 'confirm-operator')
      expect(await calls.refused('sunxiaobing', id, 'acceptQuote', {})).toMatchObject({
        words: '需要有费用权限的同事确认',
      })
      await li.open(`/customer/confirm/index?k=quote&id=${id}`)
      await li.sees('三包范围外,收费服务')
      await shot(li, 'confirm')
      await li.press('确认费用')
      await li.allow(false)
      await li.sees(/李国强 已同意/)
      await li.press('查看工单')
      await li.sees(/李国强 已同意/)

      await stage.clock(at('11-25T08:00'))
      await calls.move('zhouhai', id, 'depart', { eta: at('11-25T09:00') })
      expect(stage.troubles).toEqual([])
    },
    240_000,
  )

  it('given extra work and a delay on site, then each is asked once, with its price or its reason, and answered', async () => {
    const calls = new Calls(stage.server.url)
    const id = await repair(calls)
    await calls.move('liguoqiang', id, 'acceptQuote', {})
    await calls.move('shenxiaowen', id, 'confirmSiteByPhone', {
      ready: ['s1', 's2', 's3', 's4', 's5', 's6'],
      note: '和孙小兵通话,都已具备',
    })
    await packed(calls, id)
    await stage.clock(at('11-25T08:00'))
    await calls.move('zhouhai', id, 'depart', { eta: at('11-25T09:00') })
    await stage.clock(at('11-25T09:00'))
    await calls.move('zhouhai', id, 'arrive', {
      workwear: true,
      metOwner: true,
      siteReady: true,
      lateReason: '',
    })
    const extra = {
      what: '更换拉刀碟簧',
      reason: '碟簧已疲劳,拉刀力不足',
      lines: [
        { name: '人工 2 小时', amount: 600 },
        { name: '拉刀碟簧 1 套', amount: 1260 },
      ],
      free: false,
      finishBy: at('11-25T19:30'),
    }
    await calls.move('zhouhai', id, 'askExtra', { ...extra, media: [announcedPhoto('碟簧')] })
    const li = await stage.phone('liguoqiang')
    await li.sees(/李国强/)
    await li.open(`/customer/confirm/index?k=extra&id=${id}`)
    await li.sees('现在没有需要您确认的')
    await calls.move('fanglixin', id, 'approveExtra', { lines: extra.lines, free: false, note: '' })
    await li.open(`/customer/confirm/index?k=extra&id=${id}`)
    await li.sees('更换拉刀碟簧')
    await li.sees('已由 方立新 审批')
    await li.sees('比原来晚 2 小时')
    await li.top.getByLabel('合计 ¥1,860').waitFor()
    await li.press('确认增项')
    await li.allow(false)
    await li.sees(/李国强 已同意/)
    expect(await li.top.getByRole('button', { name: '确认增项' }).count()).toBe(0)

    const delay = { reason: '操作人员未到岗', finishBy: at('11-26T12:00'), media: [] }
    await calls.move('zhouhai', id, 'askDelay', delay)
    await li.open(`/customer/confirm/index?k=delay&id=${id}`)
    await li.sees('因 操作人员未到岗,完工时间改为 11月26日(周四)12:00')
    await li.press('不同意,请联系我')
    await li.type('不同意的原因', '人员九点已到岗')
    await li.tap(li.top.getByRole('button', { name: '不同意,请联系我' }).last())
    await li.sees(/李国强 不同意 .*人员九点已到岗/)
    const { ticket } = await calls.call('zhouhai', 'ticket.open', { id })
    expect(ticket.visits[0]!.finishBy).toBe(at('11-25T19:30'))

    const more = { ...extra, what: '清洗油雾分离器', lines: [], free: true, finishBy: at('11-25T19:30') }
    await calls.move('zhouhai', id, 'askExtra', { ...more, media: [] })
    await calls.move('fanglixin', id, 'approveExtra', { lines: [], free: true, note: '顺手做了' })
    const sun = await stage.phone('sunxiaobing', `/customer/confirm/index?k=extra&id=${id}`)
    await sun.sees('本项免费')
    await sun.sees('不影响完工时间')
    await sun.press('确认增项')
    await sun.sees(/孙小兵 已同意/)

    await sun.open('/customer/submit/index?serial=QHV850-2403-016')
    await sun.sees('这台设备已有处理中的工单')
    await sun.sees(ticket.no)
    await sun.press('去补充')
    await sun.title('工单进度')
    expect(stage.troubles).toEqual([])
  })
})
