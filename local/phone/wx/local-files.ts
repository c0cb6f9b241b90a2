// Files on the phone: temporary ones live as long as the page, those under USER_DATA_PATH survive (IndexedDB).
import { settings } from '../runtime/settings'

export const USER_DATA_PATH = 'http://usr'
const TEMPORARY = 'http://tmp/'
const temporary = new Map<string, Blob>()
const urls = new Map<string, string>()

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(`phone:${settings.openid}`, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('files')
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => fail(asked.error)
  })
}
let database: Promise<IDBDatabase> | null = null

async function store<T>(
  mode: IDBTransactionMode,
  work: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await (database ??= open())
  return new Promise((done, fail) => {
    const transaction = db.transaction('files', mode)
    const asked = work(transaction.objectStore('files'))
    transaction.oncomplete = () => done(asked.result)
    transaction.onerror = () => fail(transaction.error)
  })
}

/** Keeps a blob until the page is left; gives its path. */
export function keepTemporary(blob: Blob, ending = ''): string {
  const path = `${TEMPORARY}${Math.random().toString(36).slice(2)}${ending}`
  temporary.set(path, blob)
  return path
}

/** The bytes behind a path of this phone; throws when there are none. */
export async function readLocal(path: string): Promise<Blob> {
  const blob =
    temporary.get(path) ??
    (await store<Blob | undefined>('readonly', (files) => files.get(path) as IDBRequest<Blob | undefined>))
  if (!blob) throw new Error(`no such file or directory "${path}"`)
  return blob
}

/** Every lasting file with its bytes. */
export async function listLocal(): Promise<Map<string, number>> {
  const paths = (await store('readonly', (files) => files.getAllKeys())) as string[]
  const sizes = await Promise.all(paths.map(async (path) => (await readLocal(path)).size))
  return new Map(paths.map((path, i) => [path, sizes[i]!]))
}

export const writeLocal = async (path: string, blob: Blob): Promise<void> => {
  await store('readwrite', (files) => files.put(blob, path))
}

/** Removes a file and the address it was shown by; throws when it is not there. */
export async function removeLocal(path: string): Promise<void> {
  await readLocal(path)
  temporary.delete(path)
  await store('readwrite', (files) => files.delete(path))
  const url = urls.get(path)
  if (url) URL.revokeObjectURL(url)
  urls.delete(path)
}

/** What an <img> can show: a path of this phone becomes a blob's address, anything else stays. */
export async function localUrl(path: string): Promise<string> {
  if (!path.startsWith(USER_DATA_PATH) && !path.startsWith(TEMPORARY)) return path
  const known = urls.get(path)
  if (known) return known
  try {
    const url = URL.createObjectURL(await readLocal(path))
    urls.set(path, url)
    return url
  } catch {
    return ''
  }
}
