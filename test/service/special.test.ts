// 特殊情况 (第十八条第1项): what the general manager has to agree to, and who reads his reasons.
import { entry as called, given, newKey, World } from './world'

const entry = () => ({ ...called(), special: 'debt' as const, despite: true })

describe('the special case', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
  })
  afterAll(() => world.close())

  it('given a debt, then it waits for the general manager; only he may say yes, and then it is verified in the normal way', async () => {
    const { id } = await world.call('shenxiaowen', 'ticket.enter', entry())
    const { ticket } = await world.call('shenxiaowen', 'ticket.open', { id })
    expect(ticket).toMatchObject({ special: '期外欠款', face: { holder: { name: '郑国栋' } } })
    for (const who of ['shenxiaowen', 'fanglixin'])
      expect(
        await world.refusal(who, 'ticket.move', {
          id,
          key: newKey(),
          move: 'consent',
          visit: null,
          input: { note: '' },
        }),
      ).toMatchObject({ code: 'NOT_ALLOWED' })
    await world.move('zhengguodong', id, 'consent', { note: '停产,先修' })
    const verified = await world.move('shenxiaowen', id, 'verify', given.verify)
    expect(verified).toMatchObject({ special: '期外欠款', consent: { ok: true, by: { name: '郑国栋' } } })
    expect(verified.face.words).toBe('待派工')
  })

  it('given the general manager says no, then the office reads why; the customer that it was not taken and whom to ask', async () => {
    const asked = entry()
    const { id } = await world.call('shenxiaowen', 'ticket.enter', asked)
    await world.move('zhengguodong', id, 'refuseConsent', { note: '欠款三十万未结清' })
    await world.tick()
    const readBy = async (who: string) => ({
      ticket: (await world.call(who, 'ticket.open', { id })).ticket,
      inbox: (await world.call(who, 'inbox.list', {})).items,
      archive: (await world.call(who, 'archive.list', { serial: 'QHV850-2403-016' })).items,
    })
    const theirs = await readBy('liguoqiang')
    expect(JSON.stringify(theirs)).not.toContain('欠款')
    expect(theirs.ticket).toMatchObject({
      declined: '经审批暂不受理,有疑问请打服务电话',
      consent: null,
      face: { words: '未受理', next: '如有疑问请拨打服务电话' },
    })
    const told = theirs.inbox.map(({ words }) => words)
    expect(told).toContain('经审批暂不受理,有疑问请打服务电话')
    const ours = await readBy('shenxiaowen')
    for (const part of Object.values(ours)) expect(JSON.stringify(part)).toContain('欠款三十万未结清')
  })
})
