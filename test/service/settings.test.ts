// Settings as versions: who saves, what is kept, and which version a ticket was made under.
import {
  currentSettings,
  saveSettings,
  settingsOf,
  settingsUnder,
} from '../../cloudfunctions/service/company/settings'
import { people, settings as store } from '../../cloudfunctions/store/collections'
import type {
  AuditRecord,
  D8Record,
  PersonRecord,
  SettingsRecord,
  TicketRecord,
} from '../../cloudfunctions/store/records'
import { defaults } from '../../miniprogram/domain/company/settings'
import { Refused, type Refusal } from '../../miniprogram/domain/engine/refusals'
import type { Inputs } from '../../miniprogram/domain/door/inputs'
import { pointSdkAt } from '../local/cloud/place'
import { at, newKey, pidOf, question, request, World } from './world'

const start = at('11-23T10:00')
const SECOND = 1000
// What an instance takes for the newest is fresh for 15 s: each sentence begins later than the one before.
let now = start
const later = (seconds = 60): number => (now += seconds * SECOND)

const begun = (ticket: string): Inputs['d8.start'] => ({
  ...{ key: newKey(), ticket, fault: '', models: [], urgent: '' },
  ...{ who: '澄远', what: '漏油', where: 'V850', when: '11月', many: '1 次' },
})

describe('the settings of a company', () => {
  let world: World
  let shen: PersonRecord
  let fang: PersonRecord
  beforeAll(async () => {
    world = await World.open()
    pointSdkAt(world.server.url)
    shen = { ...(await people.get(pidOf('shenxiaowen')))!, roles: ['coordinator', 'admin'] }
    fang = { ...(await people.get(pidOf('fanglixin')))!, roles: ['manager', 'admin'] }
  })
  afterAll(() => world.close())

  const save = async (
    person: PersonRecord,
    changes: Record<string, unknown>,
    key = newKey(),
    seen?: number,
  ) => saveSettings(person, { changes, note: '试行', seen: seen ?? (await versions()).length, key }, later())
  const versions = () => world.all<SettingsRecord>('settings')
  const refused = async (work: Promise<unknown>): Promise<Refusal> => {
    const error: unknown = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`)
    return error.refusal
  }
  const asked = async (key?: string): Promise<TicketRecord> => {
    await world.clock(later())
    const { id } = await world.call('liguoqiang', 'ticket.submit', request(key))
    return world.stored<TicketRecord>('tickets', id)
  }

  let before: TicketRecord
  it('given nothing that was saved, then the defaults hold and a new ticket is made under version 0', async () => {
    expect(await currentSettings(now)).toEqual({ version: 0, settings: defaults })
    before = await asked()
    expect(before.rules).toBe(0)
  })

  it('given who is no administrator, or no reason, then nothing is saved', async () => {
    const nobody = { ...fang, roles: ['manager' as const] }
    const customer = { ...shen, side: 'customer' as const }
    expect((await refused(save(nobody, { followUpDays: 5 }))).code).toBe('NO_PERMISSION')
    expect((await refused(save(customer, { followUpDays: 5 }))).code).toBe('NO_PERMISSION')
    const silent = { changes: { followUpDays: 5 }, note: ' ', seen: 0, key: newKey() }
    expect((await refused(saveSettings(shen, silent, now))).fields).toEqual({ note: '请写明为什么改' })
    expect(await versions()).toEqual([])
  })

  it('given what does not fit, then it is refused by name and nothing is saved', async () => {
    const refusal = await refused(save(shen, { followUpDays: 0, nothing: 1 }))
    expect([refusal.code, refusal.fields]).toEqual([
      'INVALID_INPUT',
      { followUpDays: '服务后回访应在 1 个工作日到 10 个工作日之间', nothing: '没有这项设置' },
    ])
    expect(await versions()).toEqual([])
  })

  it('given a change, then it is version 1, whole, with who, when and why, and it is audited', async () => {
    const held = await save(shen, { followUpDays: 5, quietFrom: 20 * 60 })
    const settings = { ...defaults, followUpDays: 5, quietFrom: 20 * 60 }
    expect(held).toEqual({ version: 1, settings })
    const [kept] = await versions()
    expect(kept).toMatchObject({ _id: 'v1', values: settings, by: { pid: shen._id }, at: now, note: '试行' })
    const audited = await world.stored<AuditRecord>('audit', 'settings-v1')
    expect(audited).toMatchObject({ pid: shen._id, action: 'settings.save', about: 'v1', outcome: 'saved' })
  })

  it('given a ticket of before, then it keeps version 0; what was promised is as then, all else as now', async () => {
    const kept = await world.stored<TicketRecord>('tickets', before._id)
    expect(kept.rules).toBe(0)
    expect(await settingsUnder(kept.rules, now)).toEqual({ ...defaults, quietFrom: 20 * 60 })
    expect(await settingsUnder(undefined, now)).toEqual({ ...defaults, quietFrom: 20 * 60 })
  })

  it('given a change, then what is begun after it is made under it: request, inquiry, its repair, 8D', async () => {
    const made = await asked()
    await world.clock(later())
    const { id } = await world.call('liguoqiang', 'ticket.submit', question())
    const turned = await world.call('liguoqiang', 'inquiry.turn', {
      ...{ id, key: newKey(), equipmentId: 'e-qhv850-2403-016', production: 'running' },
    })
    const d8 = await world.call('qinlan', 'd8.start', begun(turned.id))
    expect([
      made.rules,
      (await world.stored<TicketRecord>('tickets', id)).rules,
      (await world.stored<TicketRecord>('tickets', turned.id)).rules,
      (await world.stored<D8Record>('eightds', d8.id)).rules,
    ]).toEqual([1, 1, 1, 1])
  })

  it('given a request that was sent again after a change, then it keeps the version of the first time', async () => {
    const key = newKey()
    const first = await asked(key)
    await save(shen, { followUpDays: 6 })
    expect(await asked(key)).toMatchObject({ _id: first._id, rules: 1 })
  })

  it('given two administrators at once, then one saves and the other is told who was faster', async () => {
    const seen = (await versions()).length
    const both = await Promise.allSettled([
      save(shen, { missedCalls: 4 }, newKey(), seen),
      save(fang, { missedCalls: 5 }, newKey(), seen),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await versions()).length).toBe(seen + 1)
    const late = both[0].status === 'fulfilled' ? fang : shen
    const first = late === fang ? shen : fang
    const refusal = await refused(save(late, { missedCalls: 6 }, newKey(), seen))
    expect([refusal.code, refusal.words]).toEqual([
      'CONFLICT',
      `设置刚被 ${first.name} 更新,请看最新内容再保存。您填的内容已保留`,
    ])
  })

  it('given a saving whose answer was lost, when it is sent again, then there is one version', async () => {
    const key = newKey()
    const seen = (await versions()).length
    const first = await save(shen, { missedCalls: 7 }, key, seen)
    expect(await save(shen, { missedCalls: 7 }, key, seen)).toEqual(first)
    expect((await versions()).length).toBe(seen + 1)
  })

  it('given a version saved by another instance, then it counts after 15 seconds of the clock and not before', async () => {
    const { version } = await currentSettings(later())
    const [last] = (await versions()).filter((one) => one.version === version)
    const values = { ...last!.values, followUpDays: 9 }
    const next = { ...last!, _id: `v${version + 1}`, version: version + 1, values, key: newKey() }
    await store.insert(next)
    expect((await currentSettings(now + 14 * SECOND)).version).toBe(version)
    const fresh = await currentSettings(now + 15 * SECOND)
    expect([fresh.version, fresh.settings.followUpDays]).toEqual([version + 1, 9])
  })

  it('given a clock that was set back, then it is read again', async () => {
    const { version } = await currentSettings(later())
    const [last] = (await versions()).filter((one) => one.version === version)
    await store.insert({ ...last!, _id: `v${version + 1}`, version: version + 1, key: newKey() })
    expect((await currentSettings(start)).version).toBe(version + 1)
  })

  it('given a document that names a version which this instance has not met, then it is read', async () => {
    const { version } = await currentSettings(later())
    const [last] = (await versions()).filter((one) => one.version === version)
    const values = { ...last!.values, followUpDays: 8 }
    await store.insert({ ...last!, _id: `v${version + 1}`, version: version + 1, values, key: newKey() })
    expect((await settingsOf(version + 1)).followUpDays).toBe(8)
    await expect(settingsOf(999)).rejects.toThrow('no version 999')
  })
})
