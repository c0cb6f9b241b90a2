// wx.getFileSystemManager and what saves, looks at and removes files.
import type { Callbacks } from '../runtime/types'
import { listLocal, readLocal, removeLocal, USER_DATA_PATH, writeLocal } from './local-files'
import { reply } from './reply'

interface At extends Callbacks<never> {
  path?: string
  filePath?: string
  tempFilePath?: string
  srcPath?: string
  destPath?: string
  data?: string | ArrayBuffer
  encoding?: string
  digestAlgorithm?: 'md5' | 'sha1'
  recursive?: boolean
}

const absent = (path: string) => new Error(`no such file or directory "${path}"`)

async function size(path: string): Promise<number> {
  const blob = await readLocal(path).catch(() => null)
  if (!blob) throw absent(path)
  return blob.size
}

const stats = (bytes: number, folder = false) => ({
  size: bytes,
  isFile: () => !folder,
  isDirectory: () => folder,
})

// A browser has no MD5: asked for, it says so.
async function info({ filePath, digestAlgorithm }: At): Promise<object> {
  const bytes = await size(filePath!)
  if (!digestAlgorithm) return { size: bytes }
  if (digestAlgorithm !== 'sha1') throw new Error(`digestAlgorithm ${digestAlgorithm} is not here, only sha1`)
  const hash = await crypto.subtle.digest('SHA-1', await (await readLocal(filePath!)).arrayBuffer())
  const digest = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { size: bytes, digest }
}

async function stat({ path, recursive }: At): Promise<object> {
  if (path !== USER_DATA_PATH) return { stats: stats(await size(path!)) }
  if (!recursive) return { stats: stats(0, true) }
  const files = [...(await listLocal())].map(([name, bytes]) => ({
    path: name.slice(USER_DATA_PATH.length),
    stats: stats(bytes),
  }))
  return { stats: [{ path: '/', stats: stats(0, true) }, ...files] }
}

async function copy(from: string, to: string): Promise<object> {
  await writeLocal(to, await readLocal(from))
  return {}
}

const manager = {
  saveFile: (options: At) =>
    reply('saveFile', options, async () => {
      const path = options.filePath ?? `${USER_DATA_PATH}/${Math.random().toString(36).slice(2)}`
      await copy(options.tempFilePath!, path)
      return { savedFilePath: path }
    }),
  copyFile: (options: At) => reply('copyFile', options, () => copy(options.srcPath!, options.destPath!)),
  writeFile: (options: At) =>
    reply('writeFile', options, async () => {
      await writeLocal(options.filePath!, new Blob([options.data ?? '']))
      return {}
    }),
  readFile: (options: At) =>
    reply('readFile', options, async () => {
      const blob = await readLocal(options.filePath!)
      return { data: options.encoding ? await blob.text() : await blob.arrayBuffer() }
    }),
  access: (options: At) =>
    reply('access', options, async () => {
      await size(options.path!)
      return {}
    }),
  getFileInfo: (options: At) => reply('getFileInfo', options, () => info(options)),
  stat: (options: At) => reply('stat', options, () => stat(options)),
  unlink: (options: At) =>
    reply('unlink', options, async () => {
      await removeLocal(options.filePath!)
      return {}
    }),
  removeSavedFile: (options: At) =>
    reply('removeSavedFile', options, async () => {
      await removeLocal(options.filePath!)
      return {}
    }),
}

export const fileSystem = {
  env: { USER_DATA_PATH },
  getFileSystemManager: () => manager,
}
