// Settings whose user is the server: changed in one place, and the door answers by the new number.
import { addressesOf } from '../../cloudfunctions/service/addresses'
import { currentSettings, lastSettings, saveSettings } from '../../cloudfunctions/service/company/settings'
import { within } from '../../cloudfunctions/api/rate-limit'
import { retryAt } from '../../cloudfunctions/platform/subscribe-messages'
import { knownOf } from '../../cloudfunctions/service/complaint/known'
import { people, settings as store, tickets } from '../../cloudfunctions/store/collections'
import type { PersonRecord, SettingsRecord } from '../../cloudfunctions/store/records'
import { defaults, type Settings } from '../../miniprogram/domain/company/settings'
import { pointSdkAt } from '../local/cloud/place'
import { at, complaint, newKey, pidOf, request, World } from './world'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let now = at('11-23T10:00')

describe('a setting of the server that is changed', () => {
  let world: World
  let shen: PersonRecord
  beforeAll(async () => {
    world = await World.open()
    pointSdkAt(world.server.url)
    shen = { ...(await people.get(pidOf('shenxiaowen')))!, roles: ['coordinator', 'admin'] }
  })
  afterAll(() => world.close())

  /** Saves these over the defaults, for this instance and, a minute later, for the functions. */
  async function set(changes: Partial<Settings>): Promise<Settings> {
    now += MINUTE
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
    expect(after).toEqual([2, 6, 16, 61, 241].map((n) => n * MINUTE).concat([null as never]))
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

  it.todo('given other exportDays, then a file of the day before yesterday stays')

  it('given the newest, then files’ addresses end after fileLinkMinutes, and a ticket keeps its verifyDays', async () => {
    const { fileLinkMinutes } = await set({ fileLinkMinutes: 5 })
    expect([fileLinkMinutes, lastSettings().fileLinkMinutes]).toEqual([5, 5])
    expect(await addressesOf([])).toEqual(new Map())
    const { id, due } = await world.call('liguoqiang', 'ticket.submit', request())
    expect([(await tickets.get(id))?.verifyBy, (await currentSettings(now)).settings.verifyDays]).toEqual([
      due,
      1,
    ])
    expect((await store.find({ version: { gt: 0 } }, { limit: 100 })).length).toBeGreaterThan(5)
  })
})
