import type { Face } from '../../../typings/contract'
import { wechat, type WeChat } from './wechat'
import { DAY, HOUR, MINUTE } from '../../../miniprogram/domain/calendar/units'

const real = Date.parse('2026-11-23T10:00:00+08:00')

/** A phone whose clock is so far from the door's, after its first answer. */
async function phoneAhead(by: number, kept?: Map<string, unknown>): Promise<WeChat> {
  jest.resetModules()
  jest.useFakeTimers({ now: real + by })
  const phone = wechat(kept)
  phone.doorClock = () => Date.now() - by
  const { call } = await import('../../../miniprogram/services/call')
  await call('inbox.list', {})
  return phone
}
const doorTime = async (): Promise<number> =>
  (await import('../../../miniprogram/services/door-time')).doorTime()

afterEach(() => jest.useRealTimers())

describe("the door's time rules what a phone shows", () => {
  it.each([2 * MINUTE, -2 * MINUTE, 26 * HOUR, -26 * HOUR, 400 * DAY])(
    'a clock that is wrong by %d ms is set right by the first answer, of a refusal too',
    async (by) => {
      await phoneAhead(by)
      expect(await doorTime()).toBe(real)
      jest.advanceTimersByTime(HOUR)
      expect(await doorTime()).toBe(real + HOUR)
    },
  )

  it('a right clock stays as it is, however slow the answer', async () => {
    await phoneAhead(0)
    const { heardTime } = await import('../../../miniprogram/services/door-time')
    for (const [took, back] of [
      [20_000, 0],
      [20_000, 20_000],
      [300, 100],
    ] as const)
      heardTime(Date.now() - back, Date.now() - took, Date.now())
    expect(await doorTime()).toBe(real)
  })

  it('a start without a network goes on by what was heard before', async () => {
    const { storage } = await phoneAhead(26 * HOUR)
    jest.resetModules()
    wechat(storage)
    expect(await doorTime()).toBe(real)
  })

  it('an answer of a service that tells no time changes nothing', async () => {
    const phone = await phoneAhead(2 * MINUTE)
    phone.doorClock = () => NaN
    const { call } = await import('../../../miniprogram/services/call')
    await call('inbox.list', {})
    expect(await doorTime()).toBe(real)
  })

  it('还剩 and 已超时 are reckoned by it, and a proposed time is not refused as future', async () => {
    await phoneAhead(26 * HOUR)
    const { hurry } = await import('../../../miniprogram/services/face-words')
    const face: Face = {
      ...{ code: 'visiting', words: '', category: 'us', holder: null, due: real + HOUR, provisional: false },
      ...{ overdue: false, minutesLeft: 60, near: true, next: '', article: null },
    }
    expect(hurry(face, 'staff', await doorTime())).toBe('还剩 1 小时')
    const { judge } = await import('../../../miniprogram/domain/form/judge')
    const { at } = await import('../../../miniprogram/domain/form/schema')
    expect(judge(at('客户提出的时间', 'requested'), await doorTime(), real)).toEqual({
      ok: true,
      output: real,
    })
  })
})
