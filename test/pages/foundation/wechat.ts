// A thin WeChat for services: storage, files, network and cloud that a test can see into. Nothing of ours.
type Handler = (action: string, input: Record<string, unknown>) => unknown
interface Done {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
}

export interface WeChat {
  storage: Map<string, unknown>
  files: Set<string>
  calls: { action: string; input: Record<string, unknown> }[]
  uploads: string[]
  modals: { content: string; confirmText: string }[]
  /** Answers a call: a value is the data, a thrown object is the failure of the line. */
  cloud: Handler
  /** When the door answers, by its own clock. */
  doorClock: () => number
  /** Answers an upload; throws to fail it. */
  store: (path: string) => void
  subscribe: (ids: string[]) => unknown
  /** Whether the person taps the right button of a dialog. */
  confirms: boolean
  network(online: boolean): void
}

export const refused = (code: string, words: string, more = {}) => ({
  refusal: { code, words, ...more },
})

/** Installs a fresh phone as the global wx. `storage` carries what an earlier phone kept. */
export function wechat(kept: Map<string, unknown> = new Map()): WeChat {
  const watchers = new Set<(state: { isConnected: boolean }) => void>()
  let online = true
  const phone: WeChat = {
    storage: kept,
    files: new Set(),
    calls: [],
    uploads: [],
    modals: [],
    cloud: () => ({}),
    doorClock: () => Date.now(),
    store: () => {},
    subscribe: () => ({}),
    confirms: true,
    network(now) {
      online = now
      watchers.forEach((watcher) => watcher({ isConnected: now }))
    },
  }
  Object.assign(globalThis, {
    wx: {
      ...storageOf(phone),
      ...cloudOf(phone, () => online),
      ...linesOf(watchers, () => online),
      ...uiOf(phone),
    },
  })
  return phone
}

function storageOf(phone: WeChat) {
  const copy = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown
  return {
    getStorageSync: (name: string) => (phone.storage.has(name) ? copy(phone.storage.get(name)) : ''),
    setStorageSync: (name: string, value: unknown) => void phone.storage.set(name, copy(value)),
    removeStorageSync: (name: string) => void phone.storage.delete(name),
    getStorageInfoSync: () => ({ keys: [...phone.storage.keys()] }),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({
      access: ({ path, success, fail }: Done & { path: string }) =>
        phone.files.has(path) ? success?.({}) : fail?.({ errMsg: 'access:fail no such file' }),
      copyFile: ({ destPath, success }: Done & { destPath: string }) => {
        phone.files.add(destPath)
        success?.({})
      },
      getFileInfo: ({ filePath, success, fail }: Done & { filePath: string }) =>
        phone.files.has(filePath)
          ? success?.({ size: 1000 })
          : fail?.({ errMsg: 'getFileInfo:fail no such file' }),
      unlink: ({ filePath, success }: Done & { filePath: string }) => {
        phone.files.delete(filePath)
        success?.({})
      },
    }),
  }
}

function cloudOf(phone: WeChat, online: () => boolean) {
  const down = { errMsg: 'cloud.callFunction:fail request:fail' }
  return {
    cloud: {
      async callFunction({ data }: { data: { action: string; input: Record<string, unknown> } }) {
        if (!online()) throw down
        phone.calls.push(data)
        const answer = await phone.cloud(data.action, data.input)
        const no = answer !== null && typeof answer === 'object' && 'refusal' in answer
        return {
          result: no
            ? { ok: false, ...answer, requestId: 'r1', at: phone.doorClock() }
            : { ok: true, data: answer, requestId: 'r1', at: phone.doorClock() },
        }
      },
      async uploadFile({ cloudPath }: { cloudPath: string }) {
        if (!online()) throw down
        phone.store(cloudPath)
        phone.uploads.push(cloudPath)
        return { fileID: `cloud://${cloudPath}` }
      },
    },
  }
}

function linesOf(watchers: Set<(state: { isConnected: boolean }) => void>, online: () => boolean) {
  return {
    downloadFile: ({ url, success, fail }: Done & { url: string }) =>
      online() && !url.includes('gone')
        ? success?.({ tempFilePath: `wxfile://tmp/${url.length}`, statusCode: 200 })
        : fail?.({ errMsg: 'downloadFile:fail' }),
    getNetworkType: ({ success }: Done) => success?.({ networkType: online() ? 'wifi' : 'none' }),
    onNetworkStatusChange: (watcher: (state: { isConnected: boolean }) => void) => watchers.add(watcher),
    getRandomValues: ({ length, success, complete }: Done & { length: number; complete?: () => void }) => {
      success?.({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer })
      complete?.()
    },
  }
}

function uiOf(phone: WeChat) {
  return {
    pageScrollTo: () => {},
    setNavigationBarTitle: () => {},
    showModal: (shown: {
      content: string
      confirmText: string
      success(result: { confirm: boolean }): void
    }) => {
      phone.modals.push(shown)
      shown.success({ confirm: phone.confirms })
    },
    requestSubscribeMessage: ({ tmplIds, success }: Done & { tmplIds: string[] }) =>
      success?.(phone.subscribe(tmplIds)),
  }
}

/** Lets everything that waits for an answer go on, until nothing moves any more. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve()
}

/** A page as services see it: setData merges plain names. */
export function pageWith(data: Record<string, unknown>) {
  const page = {
    data,
    refreshed: 0,
    setData: (more: Record<string, unknown>) => void Object.assign(page.data, more),
    refresh: () => void page.refreshed++,
  }
  return page
}
