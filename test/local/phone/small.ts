// A small mini-program of the tests' own: the preview page runs anybody's.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { LocalOptions, Persona } from '../../../local/options'
import { startLocal, type LocalServer } from '../../../local/server'
import { optionsOf } from '../cloud/place'

const source = join(__dirname, 'small')
export const start = Date.parse('2026-11-23T09:40:00+08:00')

const persona = (openid: string, name: string, company: string, side: Persona['side']): Persona => ({
  openid,
  name,
  title: '同事',
  company,
  side,
})
export const people = [
  persona('anna', '安娜', '甲公司', 'customer'),
  persona('bob', '鲍勃', '甲公司', 'customer'),
  persona('cora', '柯拉', '我们', 'staff'),
  persona('dan', '丹尼', '我们', 'staff'),
]

export interface Small {
  server: LocalServer
  url: string
  /** Changes a file of the mini-program. */
  edit(path: string, text: string): void
  post(path: string, body: object): Promise<Record<string, unknown>>
  /** Sends a card as a function would. */
  send(openid: string, words: string): Promise<void>
  close(): Promise<void>
}

/** Starts it in a folder of its own. */
export async function small(more: Partial<LocalOptions> = {}): Promise<Small> {
  const folder = mkdtempSync(join(tmpdir(), 'small-'))
  const root = join(folder, 'miniprogram')
  cpSync(source, root, { recursive: true })
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  const server = await startLocal(
    optionsOf(dataDir, {
      title: '小程序',
      appName: '小小',
      miniprogramRoot: root,
      personas: people,
      startTime: start,
      ...more,
    }),
  )
  const post = async (path: string, body: object) => {
    const response = await fetch(server.url + path, { method: 'POST', body: JSON.stringify(body) })
    return (await response.json()) as Record<string, unknown>
  }
  return {
    server,
    url: server.url,
    post,
    edit: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    },
    send: async (openid, words) => {
      const data = { thing1: { value: words }, time2: { value: '2026年11月23日 09:40' } }
      const requestData = JSON.stringify({
        touser: openid,
        templateId: 'tmpl-1',
        page: 'pages/detail/index?id=9',
        data,
      })
      await post('/admin', { action: 'wx.api', apiName: '/subscribeMessage.send', requestData })
    },
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
