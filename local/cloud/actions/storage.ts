// File storage as the functions use it.
import { text, type Action } from './action'

export const getUploadMetadata: Action = (cloud, body) => {
  const path = text(body, 'path')
  const url = cloud.files.uploadUrl(path)
  const fileId = cloud.files.idOf(path)
  return { data: { url, token: 'local', authorization: 'local', fileId, cosFileId: 'local' } }
}

export const batchGetDownloadUrl: Action = (cloud, body) => {
  const asked = body.file_list as { fileid: string; max_age?: number }[]
  const one = ({ fileid, max_age: seconds }: { fileid: string; max_age?: number }) => {
    const path = cloud.files.pathOf(fileid)
    if (!path || !cloud.files.has(path))
      return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' }
    const url = cloud.files.signedUrl(path, (seconds ?? 7200) * 1000)
    return { code: 'SUCCESS', fileID: fileid, tempFileURL: url, download_url: url }
  }
  return { data: { download_list: asked.map(one) } }
}

export const batchDeleteFile: Action = (cloud, body) => {
  const one = (id: string) => {
    const path = cloud.files.pathOf(id)
    const gone = path !== null && cloud.files.remove(path)
    return { code: gone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID: id }
  }
  return { data: { delete_list: (body.fileid_list as string[]).map(one) } }
}
