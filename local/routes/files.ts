// Files: uploads of the phone, and reading or writing by a signed address only.
import { extname } from 'node:path'
import { body, callerOf, json, param, type Route } from './http'

const types: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.mp4': 'video/mp4',
  '.aac': 'audio/aac',
  '.mp3': 'audio/mpeg',
  '.webm': 'video/webm',
}

/** wx.cloud.uploadFile. */
export const upload: Route = async ({ cloud }, request, response) => {
  const owner = callerOf(request)
  if (owner === null) return json(response, { errMsg: 'uploadFile:fail not signed in' }, 403)
  const path = param(request, 'path')
  if (!cloud.files.putOf(owner, path, await body(request)))
    return json(response, { errMsg: 'uploadFile:fail permission denied' }, 403)
  json(response, { fileID: cloud.files.idOf(path), statusCode: 200 })
}

export const files: Route = async ({ cloud }, request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://local')
  const path = decodeURIComponent(pathname.slice('/files/'.length))
  const method = request.method === 'PUT' ? 'PUT' : 'GET'
  if (!cloud.files.allows(method, path, param(request, 't'), param(request, 'sign'))) {
    response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>')
    return
  }
  if (method === 'PUT') {
    cloud.files.put(path, await body(request))
    response.end()
    return
  }
  const content = cloud.files.get(path)
  if (!content) return void response.writeHead(404).end()
  response.writeHead(200, {
    'content-type': types[extname(path).toLowerCase()] ?? sniff(content),
    'cache-control': 'private, max-age=600',
    'x-content-type-options': 'nosniff',
  })
  response.end(content)
}

// Our paths have no extension: the first bytes tell pictures apart; anything else is only a download.
function sniff(content: Buffer): string {
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  if (content.subarray(1, 4).toString() === 'PNG') return 'image/png'
  if (content.subarray(8, 12).toString() === 'WEBP') return 'image/webp'
  if (content.subarray(4, 8).toString() === 'ftyp') return 'video/mp4'
  return 'application/octet-stream'
}
