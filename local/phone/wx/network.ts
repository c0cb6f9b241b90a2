// The phone's network as a person sets it in the shell: 在线, 弱网 (3 s, 30 % of the calls lost), 离线.
import { settings, type Network } from '../runtime/settings'
import type { Callbacks } from '../runtime/types'
import { keepTemporary } from './local-files'
import { reply } from './reply'

type Heard = (state: { isConnected: boolean; networkType: string }) => void
const listeners = new Set<Heard>()
const SLOW = 3000
const LOSS = 0.3
let dice = (settings.seed * 16872) % 2147483647

const typeOf = (mode: Network): string => (mode === 'offline' ? 'none' : mode === 'weak' ? '2g' : 'wifi')

/** Changes the network; who listens hears of it. */
export function setNetwork(mode: Network): void {
  if (mode === settings.network) return
  settings.network = mode
  for (const heard of listeners) heard({ isConnected: mode !== 'offline', networkType: typeOf(mode) })
}

// Park and Miller's generator: the same seed loses the same calls.
function roll(): number {
  dice = (dice * 48271) % 2147483647
  return dice / 2147483647
}

/** A request to the outside as this network lets it through; throws as wx does when it does not. */
export async function through(path: string, init: RequestInit): Promise<Response> {
  const lost = { errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED', errCode: -1 }
  if (settings.network === 'offline') throw lost
  if (settings.network === 'weak') {
    const gone = roll() < LOSS
    await new Promise((go) => setTimeout(go, SLOW))
    if (gone) throw { errMsg: 'request:fail timeout', errCode: -1 }
  }
  const headers = { ...(init.headers as Record<string, string>), 'x-openid': settings.openid }
  return fetch(path, { ...init, headers }).catch(() => {
    throw { errMsg: 'request:fail network error', errCode: -1 }
  })
}

interface Download extends Callbacks<never> {
  url: string
}

// A file's address is signed for whoever holds it: no more is told than the address.
async function download({ url }: Download): Promise<object> {
  if (settings.network === 'offline') throw { errMsg: 'downloadFile:fail net::ERR_INTERNET_DISCONNECTED' }
  const response = await fetch(url)
  const blob = await response.blob()
  return { tempFilePath: keepTemporary(blob), statusCode: response.status, dataLength: blob.size }
}

export const network = {
  downloadFile: (options: Download) => reply('downloadFile', options, () => download(options)),
  getNetworkType: (options?: Callbacks) =>
    reply('getNetworkType', options, () => ({ networkType: typeOf(settings.network) })),
  onNetworkStatusChange: (heard: Heard) => void listeners.add(heard),
  offNetworkStatusChange: (heard?: Heard) => void (heard ? listeners.delete(heard) : listeners.clear()),
}

window.addEventListener('offline', () => setNetwork('offline'))
window.addEventListener('online', () => setNetwork('online'))
