// What a record still lacks, in the words of its fields: the same that the server asks for.
import { numberTyped } from '../../domain/form/text'
import type { TicketView } from '../../../typings/contract'
import { notReproduced } from '../../domain/company/fault-tree'
import type { ReportForm } from '../../services/report-draft'

type Lists = TicketView['lists']

/** '' entries are left out; a visit that did not repair needs neither list nor photos. */
export function missingOf(form: ReportForm, lists: Lists, install: boolean): string[] {
  const finished = form.result !== 'unfixed'
  return [
    ...(install ? [] : [form.fault ? '' : '故障归类', form.cause.trim() ? '' : '原因']),
    form.measure.trim() ? '' : '处理措施',
    numberTyped(form.hours) > 0 ? '' : '工时',
    form.result ? '' : '处理结果',
    ...(finished ? finishing(form, lists, install) : [form.next.trim() ? '' : '下次上门安排']),
    install || form.parts.every(isWhole) ? '' : '备件新旧序列号',
    form.fault === notReproduced && form.media.length === 0 ? '未复现的照片' : '',
  ].filter(Boolean)
}

const isWhole = ({ name, oldSerial, newSerial }: ReportForm['parts'][number]): boolean =>
  [name, oldSerial, newSerial].every((one) => one.trim() !== '')

function finishing(form: ReportForm, lists: Lists, install: boolean): string[] {
  const open = lists.ticks.filter(({ id }) => !form.ticks.includes(id)).length
  const unjudged = form.acceptance.filter((one) => one.result === '').length
  return [
    open > 0 ? `现场清单 ${open} 项` : '',
    ...lists.photos
      .filter((slot) => !form.media.some((one) => one.slot === slot))
      .map((slot) => `照片「${slot}」`),
    install && unjudged > 0 ? `验收 ${unjudged} 项` : '',
  ]
}
