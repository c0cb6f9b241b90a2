// WeChat's one-time subscribe messages. One accepted tap is one message; 43101 says that there is none left.
import type { Settings } from '../../miniprogram/domain/company/settings'
import type { TemplateKey } from '../../miniprogram/domain/company/templates'
import { cloud } from '../store/db'
import { opened } from '../store/gate'
import { MINUTE } from '../../miniprogram/domain/calendar/units'

export type Outcome = 'sent' | 'no-credit' | 'failed'

/** The id that WeChat gave a template: set per environment, `local-T1` on one machine. */
export const templateId = (key: TemplateKey): string => process.env[`TEMPLATE_${key}`] ?? `local-${key}`

type Waits = Pick<Settings, 'retry1' | 'retry2' | 'retry3' | 'retry4' | 'retry5'>

/** When to try again after so many technical failures, null when it has been tried often enough. */
export function retryAt(failures: number, now: number, waits: Waits): number | null {
  const { retry1, retry2, retry3, retry4, retry5 } = waits
  const minutes = [retry1, retry2, retry3, retry4, retry5][failures - 1]
  return minutes === undefined ? null : now + minutes * MINUTE
}

export interface Outgoing {
  openid: string
  template: TemplateKey
  page: string
  fields: Record<string, string>
}

// WeChat refuses two messages to one person at once (43108): each person's stand in a line.
const lines = new Map<string, Promise<unknown>>()

/** Sends; what WeChat refused is an outcome, not an error. */
export function send(message: Outgoing): Promise<Outcome> {
  const before = lines.get(message.openid) ?? Promise.resolve()
  const mine = before.then(() => sendNow(message))
  lines.set(message.openid, mine)
  void mine.finally(() => lines.get(message.openid) === mine && lines.delete(message.openid))
  return mine
}

async function sendNow({ openid, template, page, fields }: Outgoing): Promise<Outcome> {
  const data = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }]))
  const requestData = {
    touser: openid,
    templateId: templateId(template),
    page: page.replace(/^\//, ''),
    data,
  }
  await opened()
  try {
    const answer: unknown = await cloud().callWxOpenApi({
      apiName: '/subscribeMessage.send',
      requestData,
    })
    const code = codeOf(answer)
    if (code === 0) return 'sent'
    if (code === 43101 || code === 43107) return 'no-credit'
    console.error(JSON.stringify({ at: 'subscribeMessage.send', template, code }))
    return 'failed'
  } catch (error) {
    console.error(JSON.stringify({ at: 'subscribeMessage.send', template, error: String(error) }))
    return 'failed'
  }
}

function codeOf(answer: unknown): number {
  const outer = answer as { result?: unknown; errCode?: number }
  const inner =
    typeof outer.result === 'string' ? (JSON.parse(outer.result) as object) : (outer.result ?? outer)
  const { errCode, errcode } = inner as { errCode?: number; errcode?: number }
  return errCode ?? errcode ?? 0
}
