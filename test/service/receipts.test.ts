// Receipts are chained and vouch for their photos: whatever is changed afterwards is found (第十九条第2项).
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { checkReceipts } from '../../cloudfunctions/service/receipt/verify'
import { tickets } from '../../cloudfunctions/store/collections'
import type { TicketRecord } from '../../cloudfunctions/store/records'
import type { TicketView } from '../../typings/contract'
import { pointSdkAt } from '../local/cloud/place'
import { at, given, joining, newKey, request, World } from './world'

const before = Buffer.from('the photo before')
const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex')

describe('the receipts of a ticket with two visits', () => {
  let world: World
  let id = ''
  let fileId = ''

  /** Puts a photo where the phone would and says that it arrived. */
  async function bring(path: string, media: string, bytes: Buffer): Promise<string> {
    const stored = await fetch(`${world.server.url}/upload?path=${path}`, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { 'x-openid': 'zhouhai' },
    })
    const { fileID } = (await stored.json()) as { fileID: string }
    await world.call('zhouhai', 'media.arrived', { id, media, fileId: fileID })
    return fileID
  }

  /** Departs, arrives, records, has it signed and leaves by the code. */
  async function visit(report: Record<string, unknown>): Promise<TicketView> {
    await world.move('zhouhai', id, 'depart', given.depart)
    await world.move('zhouhai', id, 'arrive', given.arrive)
    await world.report('zhouhai', id, report)
    const signed = await world.move('sunxiaobing', id, 'sign', given.sign)
    const { digits } = signed.visits.at(-1)!.receipt!.code!
    return world.move('zhouhai', id, 'leave', { code: digits })
  }

  beforeAll(async () => {
    world = await World.open()
    pointSdkAt(world.server.url)
    await world.call('sunxiaobing', 'company.join', joining)
    id = (await world.call('sunxiaobing', 'ticket.submit', request())).id
    await world.ready(id)
    await world.clock(at('11-24T09:30'))
    const photo = { id: newKey(), kind: 'photo', slot: '修前', digest: sha1(before) }
    await visit({ result: 'unfixed', next: '带编码器再来', media: [photo] })
    fileId = await bring(`tickets/${id}/${photo.id}`, photo.id, before)
    await world.move('fanglixin', id, 'assign', { ...given.assign, despite: true })
    await world.road(id)
    await visit({})
    // what the clock has to do with it is done before anything is changed behind its back
    await world.tick()
  })
  afterAll(() => world.close())

  const check = () => world.call('liguoqiang', 'receipt.verify', { id })

  /** What is found after a change behind the product's back; the change is undone. */
  async function after(change: (ticket: TicketRecord) => void): Promise<string[][]> {
    const whole = (await tickets.get(id))!
    const changed = JSON.parse(JSON.stringify(whole)) as TicketRecord
    change(changed)
    const swapped = await tickets.swap({ ...changed, rev: whole.rev + 1 }, whole.rev)
    const { receipts, intact } = await check()
    const undone = await tickets.swap({ ...whole, rev: whole.rev + 2 }, whole.rev + 1)
    expect([swapped, undone]).toEqual([true, true])
    expect(intact).toBe(false)
    return receipts.map(({ problems }) => problems)
  }

  /** The command, on the same data. */
  const command = (): Promise<{ code: number; said: string }> =>
    new Promise((done) => {
      const root = join(__dirname, '../..')
      const tsx = join(root, 'node_modules/.bin/tsx')
      const env = { PATH: process.env.PATH ?? '' }
      execFile(tsx, ['scripts/receipts.ts', world.folder], { cwd: root, env }, (error, stdout) =>
        done({ code: error ? Number(error.code) : 0, said: stdout }),
      )
    })

  it('given photos are still on their way, then they are named as awaited, and missed after three days', async () => {
    expect((await check()).receipts[1]).toMatchObject({ photos: 2, awaited: 2, ok: true })
    const late = (await tickets.get(id))!
    const { receipts } = await checkReceipts(late, at('11-30T10:00'))
    expect(receipts[1]!.ok).toBe(true)
    const promised = { ...late, media: late.media.map((one) => ({ ...one, fileId: null })) }
    const missed = await checkReceipts(promised, at('11-30T10:00'))
    expect(missed.receipts[0]!.problems).toEqual(['照片「修前」没有传到'])
  })

  it('given nothing was changed, then both are whole, chained, and the colleague of the customer may check', async () => {
    const { receipts, intact } = await check()
    expect(intact).toBe(true)
    expect(receipts.map(({ problems }) => problems)).toEqual([[], []])
    expect(receipts[1]!.previous).toBe(receipts[0]!.hash)
    expect(receipts[0]).toMatchObject({ photos: 1, signer: '孙小兵(操作员)', form: 'phone' })
  })

  it('given somebody of another company, then there is nothing to check', async () => {
    expect(await world.refusal('chenmeiling', 'receipt.verify', { id })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('given the hours of a record are changed, then that receipt is found, and only that one', async () => {
    const found = await after((ticket) => void (ticket.visits[0]!.report!.hours = 3))
    expect(found).toEqual([['内容和签署时不一致'], []])
  })

  it('given a stroke of the signature is changed, then it is found', async () => {
    const found = await after((ticket) => void (ticket.visits[1]!.receipt!.signature = '1,2 3,5'))
    expect(found).toEqual([[], ['内容和签署时不一致']])
  })

  it('given an earlier receipt is removed, then the next one no longer fits', async () => {
    const found = await after((ticket) => void (ticket.visits[0]!.receipt = null))
    expect(found).toEqual([['和上一张回执接不上']])
  })

  it('given a forged receipt with a new hash of its own, then its successor no longer fits', async () => {
    const found = await after((ticket) => void (ticket.visits[0]!.receipt!.hash = 'f'.repeat(64)))
    expect(found).toEqual([['内容和签署时不一致'], ['和上一张回执接不上']])
  })

  it('given the stored bytes of a photo are changed, then it is found, and the command says so and ends with 1', async () => {
    expect(await command()).toMatchObject({ code: 0, said: expect.stringContaining('0 不符') })
    const path = fileId.split('/').slice(3).join('/')
    const put = (bytes: Buffer) =>
      fetch(`${world.server.url}/upload?path=${path}`, {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'x-openid': 'zhouhai' },
      })
    await put(Buffer.from('the photo behind'))
    const { receipts } = await check()
    expect(receipts[0]!.problems).toEqual(['照片「修前」的内容被改动'])
    const { code, said } = await command()
    expect([code, said]).toEqual([1, expect.stringContaining('照片「修前」的内容被改动')])
    await put(before)
    expect((await check()).intact).toBe(true)
  })
})
