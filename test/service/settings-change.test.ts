// Settings whose user is the server: changed in one place, and the door answers by the new number.
import { contentOf } from '../../cloudfunctions/platform/files'
import { lastSettings, saveSettings } from '../../cloudfunctions/service/company/settings'
import { within } from '../../cloudfunctions/api/rate-limit'
import { retryAt } from '../../cloudfunctions/platform/subscribe-messages'
import { knownOf } from '../../cloudfunctions/service/complaint/known'
import { checkReceipts } from '../../cloudfunctions/service/receipt/verify'
import { people, settings as store, tickets } from '../../cloudfunctions/store/collections'
import type { ExportRecord, PersonRecord, SettingsRecord } from '../../cloudfunctions/store/records'
import { defaults, type Settings } from '../../miniprogram/domain/company/settings'
import { options } from '../../demo/local'
import type { SeedDb } from '../../local/options'
import { sealed } from '../../miniprogram/domain/archive/archive'
import { pointSdkAt } from '../local/cloud/place'
import { at, complaint, given, newKey, pidOf, request, World } from './world'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let now = at('11-23T10:00')
const spine = { companyId: 'c1', serial: 'QH-TEST-1' }
const entry = (n: number) => {
  const { id, ...rest } = sealed({
    ...{ id: `test-${n}`, at: at('10-01T08:00') + n * MINUTE, kind: 'record', ...spine },
    ...{ companyName: '苏州澄远精密机械', machine: 'V850 立式加工中心', no: 'BX-251001-AAAA' },
    ...{ ticketId: null, words: `第 ${n} 条`, by: '周海', internal: false, hiddenFrom: null },
  })
  return { _id: id, ...rest }
}
/** The demo, and a machine of which the archive has a lot. */
const seed = (db: SeedDb): void => {
  options().seed!(db)
  db.insert(
    'archive',
    Array.from({ length: 1001 }, (_, n) => entry(n)),
  )
}

describe('a setting of the server that is changed', () => {
  let world: World
  let shen: PersonRecord
  beforeAll(async () => {
    world = await World.open({ seed })
    pointSdkAt(world.server.url)
    shen = { ...(await people.get(pidOf('shenxiaowen')))!, roles: ['coordinator', 'admin'] }
  })
  afterAll(() => world.close())

  const localNow = async () =>
    ((await (await fetch(`${world.server.url}/clock`)).json()) as { now: number }).now
  /** The archive of the machine that has 1,001 entries, as a file. */
  const exported = () => world.call('fanglixin', 'export.make', { what: 'archive', filter: spine })

  /** Saves these over the defaults, for this instance and, a minute later, for the functions. */
  async function set(changes: Partial<Settings>): Promise<Settings> {
    // never behind what a function has seen, however long the sentence before took
    now = Math.max(now, await localNow()) + MINUTE
    const seen = (await world.all<SettingsRecord>('settings')).length
    const saving = { changes: { ...defaults, ...changes }, note: '试行', seen, key: newKey() }
    const { settings } = await saveSettings(shen, saving, now)
    now += MINUTE
    await world.clock(now)
    return settings
  }

  it('given other waits, retry1 to retry5, then a message is sent again after them, and no oftener', async () => {
    const waits = await set({ retry1: 2, retry2: 6, retry3: 16, retry4: 61, retry5: 241 })
    const after = [1, 2, 3, 4, 5, 6].map((failed) => retryAt(failed, 0, waits))
    expect(after).toEqual([...[2, 6, 16, 61, 241].map((n) => n * MINUTE), null])
  })

  it('given other callsPerMinute, then so many are his', async () => {
    const { callsPerMinute } = await set({ callsPerMinute: 60 })
    const calls = Array.from({ length: 61 }, () => within('one', now, lastSettings().callsPerMinute))
    expect([callsPerMinute, calls.filter(Boolean).length]).toEqual([60, 60])
  })

  it('given other inviteDays, then a code is good for them', async () => {
    const code = () =>
      world.call('fanglixin', 'staff.invite', {
        ...{
          key: newKey(),
          name: '顾远',
          role: 'engineer',
          title: '外勤',
          staffNo: 'F9',
          base: '',
          skills: [],
        },
      })
    await set({ inviteDays: 3 })
    expect((await code()).until - now).toBeLessThan(4 * DAY)
    await set({})
    expect((await code()).until - now).toBeGreaterThan(6 * DAY)
  })

  it('given other lookingMinutes, then who opened it longer ago is not at it', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    const lookers = async (who: string) =>
      (await world.call(who, 'ticket.open', { id })).ticket.inside?.lookers
    await set({ lookingMinutes: 30 })
    await lookers('shenxiaowen')
    now += 15 * MINUTE
    await world.clock(now)
    expect(await lookers('fanglixin')).toEqual(['沈晓雯'])
    await set({})
    now += 15 * MINUTE
    await world.clock(now)
    expect(await lookers('shenxiaowen')).toEqual([])
  })

  it('given other freeDays, then candidates are looked at for so many days, in words too', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    const first = async () =>
      (await world.call('fanglixin', 'dispatch.candidates', { id })).items.find((one) => !one.workshop)
    await set({ freeDays: 3 })
    const three = await first()
    await set({})
    const five = await first()
    expect([three?.load.length, five?.load.length]).toEqual([3, 5])
    expect([three?.reasons.join(), five?.reasons.join()]).toEqual([
      expect.stringContaining('近 3 天'),
      expect.stringContaining('近 5 天'),
    ])
  })

  it('given other similarDays, then what was closed before them is not listed', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    const listed = async () => (await world.call('shenxiaowen', 'ticket.similar', { id })).history.length
    await set({ similarDays: 730 })
    const all = await listed()
    await set({ similarDays: 7 })
    expect(all).toBeGreaterThan(await listed())
  })

  it('given other complaintRepeatDays, then an older complaint of the same is the same again, or is not', async () => {
    const { id } = await world.call('liguoqiang', 'ticket.submit', complaint())
    const { companyId } = (await tickets.get(id))!
    const asking = { pid: pidOf('liguoqiang'), companyId, requestedAt: now + 100 * DAY, staff: [] }
    const earlier = async (settings: Settings) =>
      (await knownOf({ ...complaint(), media: [] }, null, { ...asking, settings })).known?.earlier.some(
        (one) => one.id === id,
      )
    expect(await earlier(defaults)).toBe(false)
    expect(await earlier({ ...defaults, complaintRepeatDays: 120 })).toBe(true)
  })

  it('given other importBytes and importRows, then a larger file is refused with the number', async () => {
    await set({ importBytes: 1024 * 1024, importRows: 1000 })
    const refused = async (bytes: string | Buffer) => {
      const fileId = await world.upload('shenxiaowen', `imports/${shen._id}/${newKey()}.csv`, bytes)
      return (await world.refusal('shenxiaowen', 'import.open', { fileId })).words
    }
    expect(await refused(Buffer.alloc(1024 * 1024 + 1))).toBe('文件超过 1 MB,请分成几个文件')
    const rows = ['公司,机型,日期', ...Array.from({ length: 1001 }, () => 'a,b,c')].join('\n')
    expect(await refused(rows)).toBe('文件超过 1,000 行,请分成几个文件')
  })

  it('given other d8PastDays, then an 8D without a period is drafted from so many days', async () => {
    const many = async () => (await world.call('qinlan', 'd8.prepare', { fault: 'TC-1-1' })).problem.many
    await set({ d8PastDays: 60 })
    expect(await many()).toMatch(/^3 次/)
    await set({})
    expect(await many()).toMatch(/^5 次/)
  })

  it('given other exportRows, then a file has so many, and says whether there are more', async () => {
    await set({ exportRows: 1000 })
    expect(await exported()).toMatchObject({ rows: 1000, more: true })
    await set({})
    expect(await exported()).toMatchObject({ rows: 1001, more: false })
  })

  it('given other fileLinkMinutes, then the address of a file ends after them', async () => {
    const after = async (minutes: number) => {
      const { url } = await exported()
      now = (await localNow()) + minutes * MINUTE
      await world.clock(now)
      return (await fetch(url)).status
    }
    await set({ fileLinkMinutes: 60 })
    expect(await after(40)).toBe(200)
    await set({})
    expect(await after(40)).not.toBe(200)
  })

  it('given other verifyDays, then nobody sets them; where the rules name others, who asked before keeps his', async () => {
    const asked = () => world.call('liguoqiang', 'ticket.submit', request())
    await expect(set({ verifyDays: 3 })).rejects.toMatchObject({
      refusal: { fields: { verifyDays: '核实时限由办法写明:1 个工作日' } },
    })
    await set({})
    const before = await asked()
    const last = (await world.all<SettingsRecord>('settings')).sort((a, b) => b.version - a.version)[0]!
    const version = last.version + 1
    const values = { ...last.values, verifyDays: 3 }
    await store.insert({ ...last, _id: `v${version}`, version, values, key: newKey() })
    now += MINUTE
    await world.clock(now)
    const after = await asked()
    expect(after.due! - before.due!).toBe(2 * DAY)
    const kept = await Promise.all([before, after].map(async ({ id }) => (await tickets.get(id))?.verifyBy))
    expect(kept).toEqual([before.due, after.due])
  })

  it('given other receiptFileDays, then photos of a receipt are awaited for them, and missed after', async () => {
    await set({})
    const { id } = await world.call('liguoqiang', 'ticket.submit', request())
    await world.ready(id)
    now = at('11-24T09:30')
    await world.clock(now)
    await world.move('zhouhai', id, 'depart', given.depart)
    await world.move('zhouhai', id, 'arrive', given.arrive)
    const photo = { id: newKey(), kind: 'photo', slot: '修前', digest: 'a'.repeat(40) }
    await world.report('zhouhai', id, { result: 'unfixed', next: '带编码器再来', media: [photo] })
    await world.move('liguoqiang', id, 'sign', given.sign)
    const ticket = (await tickets.get(id))!
    const fiveDaysLater = async () => (await checkReceipts(ticket, now + 5 * DAY)).receipts
    await set({ receiptFileDays: 7 })
    expect(await fiveDaysLater()).toMatchObject([{ awaited: 1, problems: [] }])
    await set({})
    expect(await fiveDaysLater()).toMatchObject([{ awaited: 0, problems: ['照片「修前」没有传到'] }])
  })

  it('given other exportDays, then a file of the day before yesterday stays, and goes when they are over', async () => {
    await set({ exportDays: 5 })
    const { url } = await exported()
    const made = (await world.all<ExportRecord>('exports')).sort((a, b) => b.at - a.at)[0]!
    const later = async (days: number) => {
      now += days * DAY
      await world.clock(now)
      await world.tick()
      const { gone } = await world.stored<ExportRecord>('exports', made._id)
      return { gone, there: (await contentOf(made.fileId)) !== null }
    }
    expect(await later(2)).toEqual({ gone: false, there: true })
    // the file is there, its address has ended long ago: an address says nothing about the file
    expect((await fetch(url)).status).not.toBe(200)
    expect(await later(4)).toEqual({ gone: true, there: false })
  })
})
