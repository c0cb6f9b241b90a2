// Asking to be told by WeChat: only in a tap, never twice in a row, never in the way.
import { lengthOf } from '../domain/company/deadlines'
import type { TemplateKey } from '../domain/company/templates'
import { call } from './call'
import { doorTime } from './door-time'
import { promised } from './promised'
import { amendSession, cachedSession, type Session } from './session'
import { newestTerms } from './terms'

type Templates = Session['templates']
type Answers = Record<string, string>

/** Asks for the templates that are short of credits; to be called first thing in a tap handler. Never throws. */
export async function askConsent(keys: readonly TemplateKey[]): Promise<void> {
  const templates = cachedSession()?.templates
  if (!templates) return
  const wanted = keys.filter((key) => isShort(templates, key, doorTime())).slice(0, 3)
  if (wanted.length === 0) return
  try {
    // no await before this line: WeChat allows the question only inside the tap itself
    const answers = await promised<Answers>((done) =>
      wx.requestSubscribeMessage({ tmplIds: wanted.map((key) => templates[key].id), ...done }),
    )
    await record(templates, wanted, answers)
  } catch {
    // the switch is off or the network is: 我的 shows the state, the inbox has every message
  }
}

/** Whether asking now would show a question at all. */
export function wouldAsk(keys: readonly TemplateKey[]): boolean {
  const templates = cachedSession()?.templates
  return templates !== undefined && keys.some((key) => isShort(templates, key, doorTime()))
}

function isShort(templates: Templates, key: TemplateKey, now: number): boolean {
  const { id, credits, refusedAt } = templates[key]
  const terms = newestTerms()
  const again = lengthOf(terms, 'consentAgainMinutes')
  // one accepted tap is one message: so many in store are enough
  return id !== '' && credits < terms.creditsEnough && (refusedAt === null || now - refusedAt > again)
}

async function record(templates: Templates, keys: TemplateKey[], answers: Answers): Promise<void> {
  const results = keys.map((template) => ({
    template,
    answer: answers[templates[template].id] === 'accept' ? ('accept' as const) : ('reject' as const),
  }))
  const { credits } = await call('consent.record', { results })
  const refused = results.filter(({ answer }) => answer === 'reject').map(({ template }) => template)
  const next = { ...templates }
  for (const key of Object.keys(next) as TemplateKey[]) {
    next[key] = {
      ...next[key],
      credits: credits[key] ?? next[key].credits,
      refusedAt: refused.includes(key) ? doorTime() : next[key].refusedAt,
    }
  }
  amendSession({ templates: next })
}
