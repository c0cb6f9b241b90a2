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

/** SHA-1 of a file's bytes as hex, '' where this phone cannot tell: what a receipt vouches for. */
export async function digestOf(path: string): Promise<string> {
  try {
    const { digest = '' } = await promised<{ digest?: string }>((done) =>
      wx.getFileSystemManager().getFileInfo({ filePath: path, digestAlgorithm: 'sha1', ...done }),
    )
    return /^[0-9a-f]{40}$/i.test(digest) ? digest.toLowerCase() : ''
  } catch {
    return ''
  }
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
