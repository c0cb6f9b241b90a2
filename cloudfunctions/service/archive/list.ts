// archive.list: 客户服务档案 of a customer or a machine, newest first; a customer his own company's.
import { warrantyAt } from '../../../miniprogram/domain/charge/warranty'
import type { ArchiveMachine } from '../../../typings/contract'
import { companies, equipment } from '../../store/collections'
import type { EquipmentRecord } from '../../store/records'
import type { Action } from '../action'
import { joined } from '../caller'
import { readerOf } from '../sight'
import { readArchive } from './read'

const PAGE = 20

export const list: Action<'archive.list'> = async (caller, filter) => {
  const person = await joined(caller)
  const ours = person.side === 'staff'
  if (ours) await readerOf(caller, 'archive')
  const { companyId, serial } = filter
  const [{ rows, next, reached }, company, machines] = await Promise.all([
    readArchive(person, filter, PAGE),
    ours && companyId ? companies.get(companyId) : null,
    serial ? equipment.find({ serial }, { limit: 1 }) : [],
  ])
  const machine = machines.find((one) => ours || one.companyId === person.companyId)
  return {
    items: rows,
    next,
    reached,
    companyName: company?.name ?? rows[0]?.companyName ?? '',
    machine: machine ? shown(machine, caller.now) : null,
  }
}

function shown(
  { serial, model, name, nickname, warrantyUntil }: EquipmentRecord,
  now: number,
): ArchiveMachine {
  const { free, words } = warrantyAt(warrantyUntil, now)
  return { serial, model: `${model} ${name}`, nickname, warranty: { free, words, until: warrantyUntil } }
}
