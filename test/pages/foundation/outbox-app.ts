// The outbox of a phone that is started anew.
import { settle } from './wechat'

/** A fresh app on the given phone, as after a restart. */
export async function app() {
  jest.resetModules()
  const outbox = await import('../../../miniprogram/services/outbox')
  const network = await import('../../../miniprogram/services/network')
  network.watchNetwork()
  outbox.watchOutbox()
  await settle()
  return outbox
}

export const photo = (id: string) => ({
  id,
  kind: 'photo' as const,
  slot: '',
  localPath: `wxfile://usr/${id}.jpg`,
})
