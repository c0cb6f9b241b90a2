// A complaint as it was sent, for the customer's own page.
import type { TicketView } from '../../../typings/contract'
import { dayTime } from '../../domain/calendar/format'

export function complaintRows({ complaint, subject, equipment, contact, requestedAt }: TicketView): {
  label: string
  value: string
}[] {
  const { aboutWords, person, ticket, remedies, callAt, safety } = complaint!
  const rows: [string, string][] = [
    ['投诉', person ? `${aboutWords}:${person.name}` : aboutWords],
    ['哪方面', subject],
    ['哪次服务', ticket?.no ?? ''],
    ['设备', `${equipment.model} ${equipment.nickname}`.trim()],
    ['安全风险', safety ? '有' : '没有'],
    ['希望', remedies.join('、')],
    ['方便回电', callAt ? dayTime(callAt) : '随时'],
    ['联系人', `${contact.name} ${contact.phone}`],
    ['提交时间', dayTime(requestedAt)],
  ]
  return rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))
}
