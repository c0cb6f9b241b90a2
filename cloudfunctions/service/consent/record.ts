// consent.record: the ledger of subscribe credits: an accepted tap is one message, a refusal is remembered for a day.
import { templates, type TemplateKey } from '../../../miniprogram/domain/company/templates'
import { credits } from '../../store/collections'
import type { CreditsRecord } from '../../store/records'
import { DuplicateError } from '../../store/table'
import type { Action } from '../action'

export const record: Action<'consent.record'> = async (caller, { results }) => {
  const amounts: Record<string, number> = {}
  const fields: Record<string, number | null> = {}
  for (const { template, answer } of results) {
    if (answer === 'accept') amounts[`${template}.credits`] = (amounts[`${template}.credits`] ?? 0) + 1
    fields[`${template}.refusedAt`] = answer === 'accept' ? null : caller.now
  }
  if (results.length > 0 && (await credits.add({ _id: caller.pid }, amounts, fields)) === 0) {
    await begin(caller.pid)
    await credits.add({ _id: caller.pid }, amounts, fields)
  }
  return { credits: creditsOf(await credits.get(caller.pid)) }
}

async function begin(pid: string): Promise<void> {
  const rows = Object.keys(templates).map((key) => [key, { credits: 0, refusedAt: null }] as const)
  try {
    await credits.insert({ _id: pid, ...Object.fromEntries(rows) })
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
  }
}

function creditsOf(ledger: CreditsRecord | null): Record<TemplateKey, number> {
  const keys = Object.keys(templates) as TemplateKey[]
  return Object.fromEntries(keys.map((key) => [key, ledger?.[key]?.credits ?? 0])) as Record<
    TemplateKey,
    number
  >
}
