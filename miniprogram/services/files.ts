// Files of this phone that outlive a restart; WeChat's temporary paths do not.
import { promised } from './promised'

const folder = (): string => wx.env.USER_DATA_PATH

/** Copies a temporary file under a name of ours and gives its lasting path. */
export async function keepFile(temporary: string, name: string): Promise<string> {
  const target = `${folder()}/${name}${ending(temporary)}`
  await promised((done) =>
    wx.getFileSystemManager().copyFile({ srcPath: temporary, destPath: target, ...done }),
  )
  return target
}

/** Whether the file is still there. */
export async function hasFile(path: string): Promise<boolean> {
  try {
    await promised((done) => wx.getFileSystemManager().access({ path, ...done }))
    return true
  } catch {
    return false
  }
}

/** Bytes of a file, 0 when it is gone. */
export async function fileSize(path: string): Promise<number> {
  try {
    const { size } = await promised<{ size: number }>((done) =>
      wx.getFileSystemManager().getFileInfo({ filePath: path, ...done }),
    )
    return size
  } catch {
    return 0
  }
}

/** SHA-1 of a file's bytes as 40 hex digits, '' where this phone cannot. */
export async function fileDigest(path: string): Promise<string> {
  try {
    const { digest } = await promised<{ digest?: string }>((done) =>
      wx.getFileSystemManager().getFileInfo({ filePath: path, digestAlgorithm: 'sha1', ...done }),
    )
    return /^[0-9a-f]{40}$/i.test(digest ?? '') ? digest!.toLowerCase() : ''
  } catch {
    return ''
  }
}

/** WeChat gives a mini-program so many bytes for lasting files. */
const ROOM = 200 * 1024 * 1024

/** Bytes that are still free; null where this phone cannot tell. */
export async function freeBytes(): Promise<number | null> {
  try {
    const { stats } = await promised<{ stats: WechatMiniprogram.FileStats[] }>((done) =>
      wx.getFileSystemManager().stat({ path: folder(), recursive: true, ...done } as never),
    )
    return Math.max(0, ROOM - stats.reduce((sum, one) => sum + one.stats.size, 0))
  } catch {
    return null
  }
}

/** Fetches a file by its address and keeps it under a name of ours; gives its lasting path and bytes. */
export async function fetchFile(url: string, name: string): Promise<{ path: string; size: number }> {
  const { tempFilePath, statusCode } = await promised<WechatMiniprogram.DownloadFileSuccessCallbackResult>(
    (done) => wx.downloadFile({ url, ...done }),
  )
  if (statusCode !== 200) throw new Error(`file ${name}: status ${statusCode}`)
  const path = await keepFile(tempFilePath, name)
  return { path, size: await fileSize(path) }
}

/** Removes a file; one that is gone already is no error. */
export async function dropFile(path: string): Promise<void> {
  try {
    await promised((done) => wx.getFileSystemManager().unlink({ filePath: path, ...done }))
  } catch {
    // gone already
  }
}

const ending = (path: string): string => /\.\w{1,5}$/.exec(path)?.[0] ?? ''
