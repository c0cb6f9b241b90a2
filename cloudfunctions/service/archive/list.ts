// archive.list: 客户服务档案 of a customer or a machine, newest first; a customer his own company's.
import type { Action } from '../action'
import { joined, staff } from '../caller'
import { archiveReaders, readArchive } from './read'

const PAGE = 20

export const list: Action<'archive.list'> = async (caller, filter) => {
  const person = await joined(caller)
  if (person.side === 'staff') await staff(caller, ...archiveReaders)
  const { rows, next, reached } = await readArchive(person, filter, PAGE)
  return { items: rows, next, reached }
}
