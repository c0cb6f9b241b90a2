// export.make: what is on the screen as an .xlsx, by an address that ends; on record who exported what.
import { randomUUID } from 'node:crypto'
import { isoDay } from '../../../miniprogram/domain/calendar/format'
import type { Outputs } from '../../../typings/contract'
import { keepFile } from '../../platform/files'
import { addressesOf } from '../addresses'
import { writeSheet, type Cell, type Column } from '../../platform/sheet'
import { exports } from '../../store/collections'
import type { Action } from '../action'
import { noteLook } from '../audit'
import type { Caller } from '../caller'
import { lastSettings } from '../company/settings'
import { tables, type Table } from './tables'

export const make: Action<'export.make'> = async (caller, { what, filter }) => {
  const table = tables[what] as Table<unknown>
  await table.admit(caller)
  const { title, columns } = table
  const name = `${title}-${isoDay(caller.now).replaceAll('-', '')}.xlsx`
  const rows = table.rows(caller, filter, lastSettings().exportRows + 1)
  return handOut(caller, { id: randomUUID(), what, filter, name, sheet: title, columns, rows })
}

interface Handed {
  id: string
  what: string
  filter: object
  name: string
  sheet: string
  columns: readonly Column[]
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>
}

/** Writes a file and gives its address, which ends; on record who took what. */
export async function handOut(
  caller: Caller,
  { id, what, filter, name, sheet, columns, rows }: Handed,
): Promise<Outputs['export.make']> {
  const told = { rows: 0, more: false }
  const content = await writeSheet(sheet, columns, counted(rows, told, lastSettings().exportRows))
  const fileId = await keepFile(`exports/${id}.xlsx`, content)
  const [urls] = await Promise.all([
    addressesOf([fileId]),
    exports.insert({
      ...{ _id: id, at: caller.now, pid: caller.pid, what, filter: JSON.stringify(filter) },
      ...{ rows: told.rows, fileId, gone: false },
    }),
    noteLook(caller, `export.${what}`, id),
  ])
  return { url: urls.get(fileId) ?? '', name, ...told, bytes: content.length }
}

async function* counted(
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
  told: { rows: number; more: boolean },
  most: number,
): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows) {
    if (told.rows === most) {
      told.more = true
      return
    }
    told.rows += 1
    yield row
  }
}
