// Whether there is a network, as WeChat last said.
import { promised } from './promised'

type Listener = (online: boolean) => void
const listeners = new Set<Listener>()
let online = true

/** Called once by the app: asks and listens from then on. */
export function watchNetwork(): void {
  void askNetwork()
  wx.onNetworkStatusChange(({ isConnected }) => tell(isConnected))
}

/** Asks WeChat anew; true when there is a network. */
export async function askNetwork(): Promise<boolean> {
  try {
    const { networkType } = await promised<WechatMiniprogram.GetNetworkTypeSuccessCallbackResult>((done) =>
      wx.getNetworkType(done),
    )
    tell(networkType !== 'none')
  } catch {
    // an unanswered question changes nothing
  }
  return online
}

export const isOnline = (): boolean => online

/** Tells each change until the returned function is called. */
export function onNetwork(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(now: boolean): void {
  if (now === online) return
  online = now
  listeners.forEach((listener) => listener(now))
}
