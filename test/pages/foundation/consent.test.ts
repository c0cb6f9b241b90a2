import { wechat, type WeChat } from './wechat'

const DAY = 24 * 3600_000
const templates = (credits: number, refusedAt: number | null = null) =>
  Object.fromEntries(
    ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'].map((key) => [key, { id: `id-${key}`, credits, refusedAt }]),
  )

async function opened(phone: WeChat, known: object) {
  jest.resetModules()
  const { openSession, cachedSession } = await import('../../../miniprogram/services/session')
  phone.cloud = (action) => (action === 'session.open' ? { templates: known } : { credits: { T1: 1 } })
  await openSession()
  return { ...(await import('../../../miniprogram/services/consent')), cachedSession }
}

test('given no credits, when tapped, then WeChat is asked inside the tap itself and the answers are recorded', async () => {
  const phone = wechat()
  const asked: string[][] = []
  phone.subscribe = (ids) => {
    asked.push(ids)
    return { 'id-T1': 'accept', 'id-T2': 'reject', 'id-T4': 'ban' }
  }
  const { askConsent, cachedSession } = await opened(phone, templates(0))
  const done = askConsent(['T1', 'T2', 'T4'])
  expect(asked).toEqual([['id-T1', 'id-T2', 'id-T4']])
  await done
  expect(phone.calls.at(-1)).toMatchObject({
    action: 'consent.record',
    input: {
      results: [
        { template: 'T1', answer: 'accept' },
        { template: 'T2', answer: 'reject' },
        { template: 'T4', answer: 'reject' },
      ],
    },
  })
  expect(cachedSession()?.templates.T1.credits).toBe(1)
})

test.each([
  ['two credits in store', templates(2)],
  ['a refusal of this morning', templates(0, Date.now() - DAY / 2)],
])('given %s, when tapped, then nobody is asked', async (_why, known) => {
  const phone = wechat()
  const asked: string[][] = []
  phone.subscribe = (ids) => asked.push(ids)
  const { askConsent } = await opened(phone, known)
  await askConsent(['T1'])
  expect(asked).toEqual([])
})

test('given that WeChat cannot ask, when tapped, then the tap goes on', async () => {
  const phone = wechat()
  phone.subscribe = () => {
    throw { errCode: 20004 }
  }
  const { askConsent } = await opened(phone, templates(0))
  await expect(askConsent(['T1'])).resolves.toBeUndefined()
})
