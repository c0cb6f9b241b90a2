// wx.getFileSystemManager and what saves, looks at and removes files.
import type { Callbacks } from '../runtime/types'
import { readLocal, removeLocal, USER_DATA_PATH, writeLocal } from './local-files'
import { reply } from './reply'

interface At extends Callbacks<never> {
  path?: string
  filePath?: string
  tempFilePath?: string
  srcPath?: string
  destPath?: string
  data?: string | ArrayBuffer
  encoding?: string
  digestAlgorithm?: string
}

const absent = (path: string) => new Error(`no such file or directory "${path}"`)

async function size(path: string): Promise<number> {
  const blob = await readLocal(path).catch(() => null)
  if (!blob) throw absent(path)
  return blob.size
}

async function sha1(path: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', await (await readLocal(path)).arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
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
  getFileInfo: (options: At) =>
    reply('getFileInfo', options, async () => ({
      size: await size(options.filePath!),
      ...(options.digestAlgorithm === 'sha1' ? { digest: await sha1(options.filePath!) } : {}),
    })),
  stat: (options: At) =>
    reply('stat', options, async () => ({
      stats: { size: await size(options.path!), isFile: () => true, isDirectory: () => false },
    })),
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
