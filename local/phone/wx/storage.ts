// wx storage, each person's own, as on a phone of one's own.
import { settings } from '../runtime/settings'
import type { Callbacks } from '../runtime/types'
import { reply } from './reply'

const head = `wx:${settings.openid}:`
const keys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(head))

function get(key: string): unknown {
  const text = localStorage.getItem(head + key)
  return text === null ? undefined : (JSON.parse(text) as { v: unknown }).v
}
const set = (key: string, value: unknown): void =>
  localStorage.setItem(head + key, JSON.stringify({ v: value }))
const remove = (key: string): void => localStorage.removeItem(head + key)
const clear = (): void => keys().forEach((key) => localStorage.removeItem(key))
const info = () => ({ keys: keys().map((key) => key.slice(head.length)), currentSize: 1, limitSize: 10240 })

interface Keyed extends Callbacks<never> {
  key: string
  data?: unknown
}

export const storage = {
  getStorageSync: (key: string) => get(key) ?? '',
  setStorageSync: set,
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: info,
  getStorageInfo: (options?: Callbacks<never>) => reply('getStorageInfo', options, info),
  setStorage: (options: Keyed) =>
    reply('setStorage', options, () => {
      set(options.key, options.data)
      return {}
    }),
  getStorage: (options: Keyed) =>
    reply('getStorage', options, () => {
      const data = get(options.key)
      if (data === undefined) throw new Error('data not found')
      return { data }
    }),
  removeStorage: (options: Keyed) =>
    reply('removeStorage', options, () => {
      remove(options.key)
      return {}
    }),
  clearStorage: (options?: Callbacks<never>) =>
    reply('clearStorage', options, () => {
      clear()
      return {}
    }),
}
