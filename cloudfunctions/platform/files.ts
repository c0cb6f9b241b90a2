// Files: addresses with an end, handed out only after the service has asked who wants them.
import { cloud } from '../store/db'

/** File id → address good for so many seconds; ids that are gone are left out. */
export async function addressesOf(fileIds: readonly string[], seconds: number): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map()
  const { fileList } = await cloud().getTempFileURL({
    fileList: fileIds.map((fileID) => ({ fileID, maxAge: seconds })),
  })
  return new Map(fileList.filter((one) => one.tempFileURL).map((one) => [one.fileID, one.tempFileURL]))
}

/** The bytes of a file, null when it is gone. */
export async function contentOf(fileId: string): Promise<Buffer | null> {
  try {
    const { fileContent } = await cloud().downloadFile({ fileID: fileId })
    return Buffer.isBuffer(fileContent) ? fileContent : null
  } catch {
    return null
  }
}

/** Keeps a file of ours; its id. */
export async function keepFile(path: string, content: Buffer): Promise<string> {
  const { fileID } = await cloud().uploadFile({ cloudPath: path, fileContent: content })
  return fileID
}

/** Removes files; those that are gone already are no error. */
export async function dropFiles(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await cloud().deleteFile({ fileList: [...fileIds] })
}
