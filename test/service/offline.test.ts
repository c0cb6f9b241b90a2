import { createHash } from 'node:crypto'
import { at, given, joining, newKey, pidOf, request, World } from './world'

const sha1 = (bytes: string) => createHash('sha1').update(bytes).digest('hex')

describe('what a phone without a network hands in later, through the door', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
    await world.call('sunxiaobing', 'company.join', joining)
    await world.clock(at('11-23T09:40'))
  })
  afterAll(() => world.close())

  const upload = async (who: string, path: string, bytes: string): Promise<string> => {
    const response = await fetch(`${world.server.url}/upload?path=${path}`, {
      method: 'POST',
      headers: { 'x-openid': who },
      body: bytes,
    })
    return ((await response.json()) as { fileID: string }).fileID
  }

  it('given a crew that may depart, then the view names the way ahead to it alone', async () => {
    const { id } = await world.call('sunxiaobing', 'ticket.submit', request())
    await world.ready(id)
    const ahead = async (who: string) =>
      (await world.call(who, 'ticket.open', { id })).ticket.visits[0]!.ahead.map((step) =>
        step.map(({ move }) => move),
      )
    expect(await ahead('zhouhai')).toEqual([['depart'], ['arrive'], ['report'], ['leaveOnPaper']])
    for (const who of ['sunxiaobing', 'shenxiaowen', 'fanglixin']) expect(await ahead(who)).toEqual([])
  })

  it('given a departure at 08:20 that comes in at 09:40, then the history shows both times and stands in order', async () => {
    const { id } = await world.call('sunxiaobing', 'ticket.submit', request())
    await world.ready(id)
    await world.clock(at('11-24T09:00'))
    await world.move('shenxiaowen', id, 'addNote', { text: '门卫已通知', media: [] })
    await world.clock(at('11-24T09:40'))
    const depart = { id, key: newKey(), move: 'depart' as const, visit: null, input: given.depart }
    const { ticket } = await world.call('zhouhai', 'ticket.move', { ...depart, doneAt: at('11-24T08:20') })
    expect(ticket.visits[0]!.departedAt).toBe(at('11-24T08:20'))
    const [note, departed] = ticket.timeline
    expect(note).toMatchObject({ words: '内部备注:门卫已通知', uploadedAt: null })
    expect(departed!.at).toBe(at('11-24T08:20'))
    expect(departed!.uploadedAt).toBeGreaterThanOrEqual(at('11-24T09:40'))
    await world.clock(at('11-23T09:40'))
  })

  it('given a job handed on meanwhile, when the former engineer hands in, then he reads to whom, and sees no more of it', async () => {
    const { id } = await world.call('sunxiaobing', 'ticket.submit', request())
    await world.ready(id)
    const handed = { engineer: pidOf('mazhiqiang'), reason: '周海联系不上' }
    await world.move('fanglixin', id, 'reassign', handed)
    const { visits } = (await world.call('fanglixin', 'ticket.open', { id })).ticket
    const depart = { id, key: newKey(), move: 'depart', visit: 'v1', input: given.depart }
    expect(await world.refusal('zhouhai', 'ticket.move', depart)).toMatchObject({
      code: 'CONFLICT',
      words: '这张工单已被 方立新 改派给 马志强。您的记录已保留,请核对',
    })
    expect(await world.refusal('zhouhai', 'ticket.open', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await world.refusal('chenmeiling', 'ticket.move', depart)).toMatchObject({ code: 'NOT_FOUND' })
    expect((await world.call('fanglixin', 'ticket.open', { id })).ticket.visits).toEqual(visits)
  })

  it('given a photo announced with its digest, then other bytes are refused and its own are taken', async () => {
    const photo = { id: newKey(), kind: 'photo' as const, slot: '报警画面', digest: sha1('the photo') }
    const asked = { ...request(), media: [photo] }
    const { id, uploads } = await world.call('sunxiaobing', 'ticket.submit', asked)
    const arrived = { id, media: photo.id, fileId: await upload('sunxiaobing', uploads[0]!.path, 'another') }
    expect(await world.refusal('sunxiaobing', 'media.arrived', arrived)).toMatchObject({
      code: 'FILE_DIFFERS',
    })
    expect((await world.call('sunxiaobing', 'ticket.open', { id })).ticket.media[0]!.url).toBeNull()
    await upload('sunxiaobing', uploads[0]!.path, 'the photo')
    await world.call('sunxiaobing', 'media.arrived', arrived)
    expect((await world.call('sunxiaobing', 'ticket.open', { id })).ticket.media[0]!.url).toMatch(/^http/)
  })

  it('given a ticket that was merged before its photo arrived, then the photo reaches the other ticket', async () => {
    const photo = { id: newKey(), kind: 'photo' as const, slot: '故障部位' }
    const first = await world.call('sunxiaobing', 'ticket.submit', request())
    const second = await world.call('liguoqiang', 'ticket.submit', { ...request(), media: [photo] })
    const merge = { id: second.id, into: first.id, key: newKey(), reason: '同一故障' }
    await world.call('shenxiaowen', 'ticket.merge', merge)
    const fileId = await upload('liguoqiang', second.uploads[0]!.path, 'late photo')
    await world.call('liguoqiang', 'media.arrived', { id: second.id, media: photo.id, fileId })
    for (const id of [first.id, second.id]) {
      const { ticket } = await world.call('shenxiaowen', 'ticket.open', { id })
      expect(ticket.media.map(({ slot, url }) => [slot, url !== null])).toEqual([['故障部位', true]])
    }
  })
})
