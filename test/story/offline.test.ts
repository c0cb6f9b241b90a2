import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pidOf } from '../../cloudfunctions/store/ids'
import { given, Job, picture } from './cellar'
import { at, narrow, Stage, type Phone } from './stage'

const pictures = join(__dirname, '../../docs/pictures')
const before = picture('before.png', 180, 60, 40)
const after = picture('after.png', 40, 140, 90)
const paper = picture('paper.png', 250, 250, 240)

describe('a visit in a cellar, in Chromium', () => {
  let stage: Stage
  let job: Job
  beforeEach(async () => {
    stage = await Stage.open()
    job = new Job(stage)
    await job.call('sunxiaobing', 'company.join', {
      code: 'CY7K3P9X',
      name: '孙小兵',
      post: 'operator',
      phone: '13800000002',
      consent: true,
    })
    await job.prepare(before.buffer)
  })
  afterEach(() => stage.close())

  /** The app is closed and opened again, still in the cellar. */
  async function restart(phone: Phone, path: string): Promise<void> {
    const frame = phone.page.frames().find((one) => one.url().includes('/phone/app.html'))!
    const address = new URL(frame.url())
    address.searchParams.set('network', 'offline')
    address.searchParams.set('path', path)
    await Promise.all([frame.waitForNavigation(), frame.evaluate((to) => location.replace(to), address.href)])
    await phone.ready()
  }
  async function shoot(phone: Phone, button: string, file: ReturnType<typeof picture>): Promise<void> {
    const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.press(button)])
    await chooser.setFiles(file)
    await phone.top.getByLabel('删除第').last().waitFor()
  }
  const shot = async (phone: Phone, name: string) => {
    mkdirSync(pictures, { recursive: true })
    await phone.page.screenshot({ path: join(pictures, `offline-${name}.png`) })
  }
  const page = () => `/field/job/index?id=${job.id}`

  async function goDown(): Promise<Phone> {
    await stage.clock(at('11-24T08:00'))
    const zhou = await stage.phone('zhouhai', page())
    await zhou.press('下载离线资料')
    await zhou.sees('离线资料已下载')
    await zhou.sees(/今天 08:0\d · .*附件 1 个/)
    await zhou.network('offline')
    await restart(zhou, page())
    await zhou.sees('苏州澄远精密机械')
    // the photo is this phone's own copy
    await zhou.top.locator('img[src^="blob:"]').first().waitFor()
    await shot(zhou, 'job')
    await zhou.press(/^作业手册/)
    await zhou.press(/维修与保养作业手册/)
    await zhou.sees('用拉力计测拉刀力,低于铭牌规定值时更换碟簧组。')
    await restart(zhou, page())
    return zhou
  }

  async function depart(zhou: Phone): Promise<void> {
    await stage.clock(at('11-24T09:05'))
    await zhou.press('出发')
    await zhou.press('30 分钟', 'radio')
    await zhou.press('现在出发')
    await zhou.sees('离线 · 待上传')
  }

  async function arrive(zhou: Phone): Promise<void> {
    await stage.clock(at('11-24T09:50'))
    await zhou.press('我已到达')
    for (const tick of ['已着工装', '已与业主联系人见面', '现场条件与确认一致'])
      await zhou.press(tick, 'checkbox')
    await zhou.press('我已到达')
    await zhou.title('任务单')
    await zhou.sees(/我已到达/)
  }

  async function report(zhou: Phone): Promise<void> {
    await stage.clock(at('11-24T10:40'))
    await zhou.press('填写服务记录')
    await zhou.press('选到第三级故障')
    await zhou.type('搜故障', '参考点')
    await zhou.press(/参考点丢失/)
    await zhou.type('原因', '编码器电池没电')
    await zhou.type('处理措施', '更换电池,等编码器到货')
    await zhou.type('工时', '2')
    await zhou.press('未修复,需再次上门', 'radio')
    await zhou.type('下次上门安排', '带编码器再来')
    await shoot(zhou, '拍 修前', before)
    await shoot(zhou, '拍 修后', after)
    await zhou.press('保存并生成回执')
    await zhou.title('任务单')
  }

  async function leave(zhou: Phone): Promise<void> {
    await stage.clock(at('11-24T10:50'))
    await zhou.press('纸质回执离场')
    await zhou.title('纸质回执')
    await shoot(zhou, '拍 纸质回执', paper)
    await zhou.type('签收人姓名', '孙小兵')
    await zhou.type('职务', '操作员')
    await zhou.type('签收人电话', '13800000002')
    await zhou.press('提交并离场')
    await zhou.title('任务单')
  }

  it('given a prepared visit saved on the phone, when the whole visit is done without a network, then it goes up in order with its own times and photos', async () => {
    const zhou = await goDown()
    await depart(zhou)
    await arrive(zhou)
    await report(zhou)
    await leave(zhou)
    await shot(zhou, 'queued')
    await restart(zhou, '/field/outbox/index')
    await zhou.sees('离线 · 待上传')
    await shot(zhou, 'outbox')
    for (const title of ['出发', '我已到达', '服务记录', '纸质回执离场']) await zhou.sees(title)
    expect((await job.open('fanglixin')).face.code).toBe('preparing')

    await stage.clock(at('11-24T11:20'))
    await stage.lose('zhouhai')
    await zhou.network('online')
    await zhou.sees(/^全部已上传 · /)
    const ticket = await job.open('fanglixin')
    expect(ticket.face.words).toBe('离场待核实')
    const [visit] = ticket.visits
    expect(visit).toMatchObject({ report: { measure: '更换电池,等编码器到货' } })
    const minute = (time: number | null) => new Date((time ?? 0) + 8 * 3600_000).toISOString().slice(11, 16)
    expect([visit!.departedAt, visit!.arrivedAt, visit!.report!.at, visit!.leftAt].map(minute)).toEqual([
      '09:05',
      '09:50',
      '10:40',
      '10:50',
    ])
    const own = ticket.timeline.filter((row) => row.who === '周海').slice(0, 4)
    expect(own.map((row) => minute(row.uploadedAt))).toEqual(Array(4).fill('11:20'))
    // the first answer was lost: asked again with its key, nothing was done twice
    expect(ticket.timeline.filter((row) => row.words.startsWith('周海 已出发'))).toHaveLength(1)
    const photos = Object.fromEntries(visit!.media.map((one) => [one.slot, one.url]))
    for (const [slot, file] of [
      [`${visit!.id} 修前`, before],
      [`${visit!.id} 修后`, after],
      [`${visit!.id} 纸质回执`, paper],
    ] as const) {
      const bytes = Buffer.from(await (await fetch(photos[slot]!)).arrayBuffer())
      expect([slot, bytes.equals(file.buffer)]).toEqual([slot, true])
    }
    const proof = await job.call('fanglixin', 'receipt.verify', { id: job.id })
    expect(proof).toMatchObject({ intact: true, receipts: [{ form: 'paper', photos: 3 }] })
    const swapped = visit!.media.find((one) => one.slot.includes('修后'))!
    await job.upload('zhouhai', `tickets/${job.id}/${swapped.id}`, before.buffer)
    const [receipt] = (await job.call('fanglixin', 'receipt.verify', { id: job.id })).receipts
    expect(receipt).toMatchObject({ ok: false, problems: [expect.stringContaining('的内容被改动')] })
    await zhou.open(page())
    await zhou.sees(/今天 10:50\(离线记录,11:20 上传\)/)
    expect(stage.troubles).toEqual([])
  })

  it('given 方立新 gave the job to 马志强 meanwhile, when the phone is back, then the record is kept for him to check and nothing is overwritten', async () => {
    const zhou = await goDown()
    await depart(zhou)
    await arrive(zhou)
    await report(zhou)
    const handed = { engineer: pidOf('mazhiqiang'), reason: '周海联系不上' }
    await job.move('fanglixin', 'reassign', handed, 'v1')
    const was = await job.open('fanglixin')
    await restart(zhou, '/field/outbox/index')
    await zhou.network('online')
    await zhou.sees('这张工单已被 方立新 改派给 马志强。您的记录已保留,请核对')
    await shot(zhou, 'conflict')
    for (const title of ['出发', '我已到达', '服务记录']) await zhou.sees(title)
    await zhou.press('附加到工单')
    await zhou.sees(/已不在您名下/)
    await zhou.press('复制文字')
    await zhou.press('已复制')
    await restart(zhou, '/field/outbox/index')
    await zhou.sees('这张工单已被 方立新 改派给 马志强。您的记录已保留,请核对')
    expect((await job.open('fanglixin')).visits).toEqual(was.visits)
    await zhou.press('放弃')
    await zhou.tap(zhou.app.getByRole('dialog').getByText('放弃', { exact: true }))
    await zhou.sees(/全部已上传/)
    expect(stage.troubles).toEqual([])
  })

  it('given the customer signs on her own phone, when the code is typed without a network, then it is noted and checked when the network is back', async () => {
    await stage.clock(at('11-24T08:00'))
    await job.move('zhouhai', 'depart', { eta: at('11-24T09:30') })
    await job.move('zhouhai', 'arrive', { workwear: true, metOwner: true, siteReady: true, lateReason: '' })
    await job.move('zhouhai', 'report', given.report)
    const zhou = await stage.phone('zhouhai', page(), narrow, false)
    await zhou.sees('下载后,没有网络也能打开任务单、照片和清单')
    await zhou.network('offline')
    const signed = await job.move('sunxiaobing', 'sign', given.sign)
    await restart(zhou, page())
    await zhou.press('核对离场码')
    await zhou.type('离场码', signed.ticket.visits[0]!.receipt!.code!.digits)
    await zhou.press('核对离场码')
    await zhou.sees('离场码已记下')
    await zhou.sees(/待联网核对/)
    expect((await job.open('fanglixin')).face.code).toBe('signed')
    await zhou.press('回任务单')
    await zhou.sees('离线 · 待上传')
    await zhou.network('online')
    await zhou.sees('全部已上传')
    expect((await job.open('fanglixin')).face.code).toBe('verified')
    await zhou.open('/field/outbox/index')
    await zhou.sees(/^全部已上传 · /)
    expect(stage.troubles).toEqual([])
  })
})
