import cloudbase from '@cloudbase/node-sdk'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fires } from '../../../local/cloud/functions/timers'
import { place, pointSdkAt, type Place } from './place'

interface Echo {
  result: { pid: number; now: number; openid: string | null; inEnv: string[] }
  errCode?: number
}

describe('functions, timers and WeChat', () => {
  let cloud: Place
  beforeAll(async () => {
    cloud = await place()
    pointSdkAt(cloud.url)
  })
  afterAll(() => cloud.close())
  const echo = async (data: object, openid?: string) =>
    (await cloud.post(
      '/call',
      { name: 'echo', data },
      openid ? { 'x-openid': openid } : {},
    )) as unknown as Echo
  /** A function whose time is one second, which it may never use to answer. */
  const stuck = async (data: object) =>
    (await cloud.post('/call', { name: 'stuck', data })) as unknown as Echo

  it('given a caller, then the function knows him from its context only, and the next nobody is nobody', async () => {
    const first = await echo({}, 'anna')
    const second = await echo({})
    expect([first.result.openid, second.result.openid]).toEqual(['anna', null])
    expect(first.result.pid).toBe(second.result.pid)
    expect(first.result.inEnv).toEqual([])
  })

  it('given a function that crashes, then its caller gets an error and the next call a fresh instance', async () => {
    const { result } = await echo({}, 'anna')
    expect(await echo({ crash: true }, 'anna')).toMatchObject({ errCode: -504002 })
    expect((await echo({}, 'anna')).result.pid).not.toBe(result.pid)
  })

  it('given a function that hangs, then its caller is told of the time-out and the next call gets a fresh instance', async () => {
    const { result } = await stuck({})
    expect(await stuck({ hang: true })).toMatchObject({ errCode: -504003 })
    expect((await stuck({})).result.pid).not.toBe(result.pid)
  })

  it('given one that takes its time, then others are answered meanwhile', async () => {
    const sign = join(cloud.dataDir, 'go-on')
    const waiting = echo({ until: sign }, 'anna')
    const others = await Promise.all(['ben', 'carl', 'dora'].map((who) => echo({}, who)))
    expect(others.map((one) => one.result.openid)).toEqual(['ben', 'carl', 'dora'])
    writeFileSync(sign, '')
    expect((await waiting).result.openid).toBe('anna')
  })

  it('given one that computes for ever, then its process is ended and its caller told', async () => {
    expect(await stuck({ spin: true })).toMatchObject({ errCode: -504003 })
    expect((await stuck({})).result.pid).toBeGreaterThan(0)
  })

  it('given more that hang than there are instances, then the next call waits its turn and is answered', async () => {
    const hanging = [1, 2, 3].map(() => stuck({ hang: true }))
    expect((await stuck({})).result.pid).toBeGreaterThan(0)
    for (const answer of await Promise.all(hanging)) expect(answer.errCode).toBe(-504003)
  })

  it('given a function that throws or is not there, then the error says which', async () => {
    expect(await echo({ throw: true }, 'anna')).toMatchObject({ errCode: -504002 })
    expect(await cloud.post('/call', { name: 'nothere', data: {} })).toMatchObject({ errCode: -501000 })
  })

  it('given the clock is moved past a timer, then the timer has run once and the function sees the local time', async () => {
    const db = cloudbase.init({ env: 'local-env' }).database()
    const { now } = (await cloud.post('/clock', { advance: 48 * 3600_000 })) as { now: number }
    const runs = async () => (await db.collection('runs').get()).data as { type: string; at: number }[]
    while ((await runs()).length === 0) await echo({})
    expect(await runs()).toMatchObject([{ type: 'Timer' }])
    expect(Math.abs((await runs())[0]!.at - now)).toBeLessThan(3600_000)
  })

  it('given the fault 重复提交, then the next call is carried out twice and answered once', async () => {
    const db = cloudbase.init({ env: 'local-env' }).database()
    const count = async () => (await db.collection('runs').count()).total
    const before = await count()
    await cloud.post('/faults', { openid: 'anna', kind: 'twice' })
    expect(await cloud.post('/call', { name: 'clockwork', data: {} }, { 'x-openid': 'anna' })).toMatchObject({
      errMsg: 'cloud.callFunction:ok',
    })
    expect((await count()) - before).toBe(2)
  })

  it('given cron lines of seven fields, then they fire in +08:00', () => {
    const at = (text: string) => Date.parse(`${text}+08:00`)
    expect(fires('0 * * * * * *', at('2026-11-23T09:40:00'))).toBe(true)
    expect(fires('0 * * * * * *', at('2026-11-23T09:40:01'))).toBe(false)
    expect(fires('0 */15 8-17 * * 1-5 *', at('2026-11-23T09:45:00'))).toBe(true)
    expect(fires('0 */15 8-17 * * 1-5 *', at('2026-11-22T09:45:00'))).toBe(false)
    expect(() => fires('* * *', 0)).toThrow('7 段')
  })

  it.each([
    ['second', '30 * * * * * *', '11-23T09:40:30', '11-23T09:40:29'],
    ['minute', '0 41 * * * * *', '11-23T09:41:00', '11-23T09:40:00'],
    ['hour, the country’s own', '0 0 9 * * * *', '11-23T09:00:00', '11-23T01:00:00'],
    ['day', '0 0 0 1 * * *', '12-01T00:00:00', '11-30T00:00:00'],
    ['month, January the first', '0 0 0 * 1 * *', '01-31T00:00:00', '02-01T00:00:00'],
    ['month, December the twelfth', '0 0 0 * 12 * *', '12-31T00:00:00', '11-30T00:00:00'],
    ['weekday, Sunday 0', '0 0 0 * * 0 *', '11-22T00:00:00', '11-23T00:00:00'],
    ['year', '0 0 0 * * * 2026', '12-31T00:00:00', '01-01T00:00:00'],
  ])('given a line that names a %s, then it fires then and not beside it', (name, line, then, beside) => {
    const at = (text: string, year = 2026) => Date.parse(`${year}-${text}+08:00`)
    expect(fires(line, at(then))).toBe(true)
    expect(fires(line, at(beside, name === 'year' ? 2027 : 2026))).toBe(false)
  })

  it('given one accepted tap, then one message is delivered, the second is 43101 and still kept for the eye', async () => {
    const app = cloudbase.init({ env: 'local-env' })
    const send = async (value: string) => {
      const requestData = {
        touser: 'anna',
        templateId: 'tmpl-1',
        page: '/p',
        data: { thing1: { value }, time2: { value: '2026年11月23日 09:40' } },
      }
      const answer: unknown = await app.callWxOpenApi({
        apiName: '/subscribeMessage.send',
        requestData,
      } as never)
      return (answer as { result: { errCode: number } }).result ?? answer
    }
    await cloud.post('/consents', { openid: 'anna', results: { 'tmpl-1': 'accept' } })
    expect(await send('待核实')).toMatchObject({ errCode: 0 })
    expect(await send('待核实')).toMatchObject({ errCode: 43101 })
    await cloud.post('/consents', { openid: 'anna', results: { 'tmpl-1': 'accept' } })
    expect(await send('这句话超过了二十个字所以微信会拒绝它不会送达的')).toMatchObject({ errCode: 47003 })
    const cards = (await (await fetch(`${cloud.url}/chat?openid=anna`)).json()) as { delivered: boolean }[]
    expect(cards.map((card) => card.delivered)).toEqual([true, false])
  })

  it('given a file, then it is read only by a signed address before its end', async () => {
    const app = cloudbase.init({ env: 'local-env' })
    const { fileID } = await app.uploadFile({ cloudPath: 'a/b 图.txt', fileContent: Buffer.from('hi') })
    const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
    const url = fileList[0]!.tempFileURL
    expect(await (await fetch(url)).text()).toBe('hi')
    expect((await fetch(url.split('?')[0]!)).status).toBe(403)
    await cloud.post('/clock', { advance: 61_000 })
    expect((await fetch(url)).status).toBe(403)
  })

  it('given a file that is removed, then it has no address any more, nor has one that never was', async () => {
    const app = cloudbase.init({ env: 'local-env' })
    const { fileID } = await app.uploadFile({ cloudPath: 'a/gone.txt', fileContent: Buffer.from('hi') })
    const removed = await app.deleteFile({ fileList: [fileID, `${fileID}-never`] })
    expect(removed.fileList.map((one) => one.code)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST'])
    const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
    expect(fileList[0]).toMatchObject({ code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' })
  })

  it('given a function that calls a function, then the answer comes back and no identity goes along', async () => {
    const app = cloudbase.init({ env: 'local-env' })
    const { result } = await app.callFunction({ name: 'echo', data: {} })
    expect(result).toMatchObject({ openid: null })
    await expect(app.callFunction({ name: 'echo', data: { throw: true } })).rejects.toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
    })
  })

  it('given an open API of WeChat that is not here, then it fails with its own name', async () => {
    const app = cloudbase.init({ env: 'local-env' })
    const asked = { apiName: '/wxacode.getUnlimited', requestData: {} } as never
    await expect(app.callWxOpenApi(asked)).rejects.toMatchObject({
      message: expect.stringContaining('本地云还没有 WeChat open API /wxacode.getUnlimited'),
    })
  })

  it('given a file of one person, when another uploads to its path, then he is refused and it stays; its author may', async () => {
    const upload = (who: string, body: string) =>
      fetch(`${cloud.url}/upload?path=own/photo`, { method: 'POST', body, headers: { 'x-openid': who } })
    const { fileID } = (await (await upload('anna', 'hers')).json()) as { fileID: string }
    expect((await upload('ben', 'his')).status).toBe(403)
    const app = cloudbase.init({ env: 'local-env' })
    const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
    expect(await (await fetch(fileList[0]!.tempFileURL)).text()).toBe('hers')
    expect((await upload('anna', 'anew')).status).toBe(200)
  })

  it('given a path that leaves the folder, then nothing is written', async () => {
    const answer = await fetch(`${cloud.url}/upload?path=${encodeURIComponent('../../evil')}`, {
      method: 'POST',
      body: 'x',
      headers: { 'x-openid': 'anna' },
    })
    expect(answer.status).toBe(500)
  })
})
