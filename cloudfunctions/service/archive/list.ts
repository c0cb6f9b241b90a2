// archive.list: 客户服务档案 of a customer or a machine, newest first; a customer his own company's.
import { warrantyAt } from '../../../miniprogram/domain/charge/warranty'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
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
    machine: machine ? present(fields, { machine, now: caller.now, sight: sightOfPerson(person) }) : null,
  }
}

interface OnMachine extends Seen {
  machine: EquipmentRecord
  now: number
}

const fields: Fields<ArchiveMachine, OnMachine> = {
  serial: ['identity', ({ machine }) => machine.serial],
  model: ['identity', ({ machine: { model, name } }) => `${model} ${name}`],
  nickname: ['identity', ({ machine }) => machine.nickname],
  warranty: ['identity', (at) => warrantyOf(at)],
}

function warrantyOf({ machine: { warrantyUntil: until }, now }: OnMachine): ArchiveMachine['warranty'] {
  const { free, words } = warrantyAt(until, now)
  return { free, words, until }
}
