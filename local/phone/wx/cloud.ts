// wx.cloud: functions and files of the local cloud. The database is closed to clients.
import type { Callbacks } from '../runtime/types'
import { readLocal } from './local-files'
import { through } from './network'
import { reply } from './reply'

interface Call extends Callbacks<never> {
  name: string
  data?: object
}
interface Upload extends Callbacks<never> {
  cloudPath: string
  filePath: string
}

async function callFunction({ name, data }: Call): Promise<object> {
  const failed = (error: { errMsg?: string }) => {
    throw { errMsg: `cloud.callFunction:fail Error: errCode: -1 ${error.errMsg ?? ''}`, errCode: -1 }
  }
  const response = await through('/call', { method: 'POST', body: JSON.stringify({ name, data }) }).catch(
    failed,
  )
  const answer = (await response.json().catch(failed)) as { errMsg: string; errCode?: number }
  if (answer.errCode) throw answer
  return answer
}

async function uploadFile({ cloudPath, filePath }: Upload): Promise<object> {
  const body = await readLocal(filePath)
  const response = await through(`/upload?path=${encodeURIComponent(cloudPath)}`, { method: 'POST', body })
  if (!response.ok) throw new Error(`status ${response.status}`)
  return (await response.json()) as object
}

export const cloud = {
  init: () => {},
  callFunction: (options: Call) => reply('cloud.callFunction', options, () => callFunction(options)),
  uploadFile: (options: Upload) => reply('cloud.uploadFile', options, () => uploadFile(options)),
  database: () => {
    throw new Error('cloud.database: 数据库不对小程序开放')
  },
}
