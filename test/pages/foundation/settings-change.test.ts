// Settings whose user is the phone: another number in the session's `terms`, and the phone goes by it.
import type { Terms } from '../../../miniprogram/domain/company/settings'
import type { TicketView } from '../../../typings/contract'
import { draw, phoneOf, settle, tap, type Rendered } from '../render/open'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MB = 1024 * 1024
const today = Date.parse('2026-11-23T09:00:00+08:00')

let phone: ReturnType<typeof phoneOf>
beforeEach(() => {
  jest.resetModules()
  jest.useFakeTimers({
    now: today,
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
  })
  phone = phoneOf()
})
afterEach(() => jest.useRealTimers())

/** The phone opens a session that tells these terms. */
async function told(terms: Partial<Terms>, more: object = {}): Promise<void> {
  const { openSession } = await import('../../../miniprogram/services/session')
  const { cloud } = phone
  phone.cloud = () => ({ terms, ...more })
  await openSession(true)
  phone.cloud = cloud
}

const wx = () => (globalThis as unknown as { wx: Record<string, unknown> }).wx
type Success<R> = { success(result: R): void }

describe('a setting of asking that is changed', () => {
  /** Whether a tap asks, when this is known of the template. */
  async function asks(terms: Partial<Terms>, known: { credits: number; refusedAt: number | null }) {
    await told(terms, { templates: { T1: { id: 'id-T1', ...known } } })
    const { askConsent, wouldAsk } = await import('../../../miniprogram/services/consent')
    const asked: string[][] = []
    phone.subscribe = (ids) => {
      asked.push(ids)
      return {}
    }
    phone.cloud = () => ({ credits: {} })
    const would = wouldAsk(['T1'])
    await askConsent(['T1'])
    expect(would).toBe(asked.length > 0)
    return would
  }

  it('given other creditsEnough, then who has fewer is asked again', async () => {
    const three = { credits: 3, refusedAt: null }
    expect(await asks({}, three)).toBe(false)
    expect(await asks({ creditsEnough: 4 }, three)).toBe(true)
  })

  it('given other consentAgainMinutes, then who refused longer ago is asked again', async () => {
    const refused = { credits: 0, refusedAt: today - 120 * MINUTE }
    expect(await asks({}, refused)).toBe(false)
    expect(await asks({ consentAgainMinutes: 90 }, refused)).toBe(true)
  })
})

describe('a setting of what is kept that is changed', () => {
  it('given other preparedDays, then what was saved longer ago is forgotten', async () => {
    const { prepare } = await import('../../../miniprogram/services/prepared')
    const { preparedIds } = await import('../../../miniprogram/services/prepared-store')
    const view = (id: string) =>
      ({ id, no: id, companyName: '澄远', media: [], moves: [], visits: [] }) as unknown as TicketView
    phone.cloud = (action, { id }) =>
      action === 'manual.list' ? { model: 'V850', items: [] } : { ticket: view(id as string) }
    await told({})
    await prepare('t1')
    jest.setSystemTime(today + 10 * DAY)
    await prepare('t2')
    expect(preparedIds().sort()).toEqual(['t1', 't2'])
    await told({ preparedDays: 7 })
    await prepare('t2')
    expect(preparedIds()).toEqual(['t2'])
  })
})

describe('a setting of photos, films and voice that is changed', () => {
  interface Taken {
    size: number
    duration?: number
    width?: number
    height?: number
  }

  /** A camera that gives this; what it and the compressor were asked for. */
  function camera({ size, duration = 0, width = 800, height = 600 }: Taken) {
    const asked: { film: number | undefined; smaller: object[] } = { film: undefined, smaller: [] }
    Object.assign(wx(), {
      chooseMedia: ({ maxDuration, success }: Success<object> & { maxDuration?: number }) => {
        asked.film = maxDuration
        success({ tempFiles: [{ tempFilePath: 'tmp/0.jpg', size, duration }] })
      },
      getImageInfo: ({ success }: Success<object>) => success({ width, height }),
      compressImage: ({ compressedWidth, compressedHeight, success }: Success<object> & Compressed) => {
        asked.smaller.push({ compressedWidth, compressedHeight })
        success({ tempFilePath: 'tmp/small.jpg' })
      },
    })
    return asked
  }
  interface Compressed {
    compressedWidth?: number
    compressedHeight?: number
  }

  /** How many were taken, or the words that none was. */
  async function taken(terms: Partial<Terms>, what: 'choosePhotos' | 'chooseVideo') {
    await told(terms)
    const media = await import('../../../miniprogram/services/media')
    const photos = () => media.choosePhotos(1).then(({ media: all, left }) => left[0] ?? all.length)
    const films = () => media.chooseVideo().then((all) => all.length)
    return (what === 'chooseVideo' ? films() : photos()).catch((error: Error) => error.message)
  }

  it('given other photoEdge, then a larger photo is made so small, whichever edge is the longer', async () => {
    const { smaller } = camera({ size: 1000, width: 1500, height: 1000 })
    await taken({}, 'choosePhotos')
    expect(smaller).toEqual([])
    await taken({ photoEdge: 1200 }, 'choosePhotos')
    expect(smaller).toEqual([{ compressedWidth: 1200 }])
    const upright = camera({ size: 1000, width: 1000, height: 1500 })
    await taken({ photoEdge: 1200 }, 'choosePhotos')
    expect(upright.smaller).toEqual([{ compressedHeight: 1200 }])
  })

  it('given other photoBytes, then a photo that cannot be made so small is refused with the number', async () => {
    camera({ size: 3 * MB })
    expect(await taken({}, 'choosePhotos')).toBe(1)
    expect(await taken({ photoBytes: 2 * MB }, 'choosePhotos')).toBe('照片压缩后仍超过 2 MB，请重拍')
  })

  it('given other videoBytes, then a larger film is refused with the number', async () => {
    camera({ size: 15 * MB, duration: 5 })
    expect(await taken({}, 'chooseVideo')).toBe(1)
    expect(await taken({ videoBytes: 12 * MB }, 'chooseVideo')).toBe('视频超过 30 秒/12 MB,请重拍或裁短')
  })

  it('given other videoSeconds, then the camera films for them, and a longer film is refused with the number', async () => {
    const asked = camera({ size: 1000, duration: 20 })
    expect([await taken({}, 'chooseVideo'), asked.film]).toEqual([1, 30])
    const refused = '视频超过 10 秒/20 MB,请重拍或裁短'
    expect([await taken({ videoSeconds: 10 }, 'chooseVideo'), asked.film]).toEqual([refused, 10])
  })

  /** A recorder that starts when it is told; for how long it was to run, and how often it was ended. */
  function recorder() {
    const asked = { longest: [] as number[], ended: 0 }
    let started = () => {}
    let stopped: (result: object) => void = () => {}
    const manager = {
      onStart: (heard: () => void) => void (started = heard),
      onError: () => {},
      onStop: (heard: (result: object) => void) => void (stopped = heard),
      start: ({ duration }: { duration: number }) => {
        asked.longest.push(duration)
        started()
      },
      stop: () => {
        asked.ended++
        stopped({ tempFilePath: 'tmp/voice.aac', duration: 8000 })
      },
    }
    Object.assign(wx(), { getRecorderManager: () => manager })
    return asked
  }
  async function seconds(picker: Rendered, many: number): Promise<unknown> {
    jest.advanceTimersByTime(many * 1000)
    await settle()
    return picker.data.recording
  }

  it('given other voiceSeconds, then the microphone is opened for them, and the picker ends by itself', async () => {
    const asked = recorder()
    await told({})
    const picker = draw('components/media-picker/index', { kinds: ['voice'] })
    const heard: unknown[] = []
    picker.addEventListener('change', ({ detail }) => heard.push(detail))
    await tap(picker, '.source')
    expect([await seconds(picker, 59), await seconds(picker, 1), asked.ended]).toEqual([true, false, 1])
    await told({ voiceSeconds: 8 })
    await tap(picker, '.source')
    expect([await seconds(picker, 7), await seconds(picker, 1), asked.ended]).toEqual([true, false, 2])
    expect(asked.longest).toEqual([60_000, 8000])
    expect(heard).toHaveLength(2)
    picker.detach()
  })
})
