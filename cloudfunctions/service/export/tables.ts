// What can be exported: each as a table with its columns, read page by page through the same question as the screen,
// so that nobody exports what he may not see. A new one is a row here and a line in the schema of `export.make`.
import type { Checked } from '../../../miniprogram/domain/inputs'
import type { PersonRecord } from '../../store/records'
import type { Cell, Column } from '../../platform/sheet'
import { staff, type Caller } from '../caller'
import { archiveReaders, readArchive } from '../archive/read'

type Wanted = Checked['export.make']
export type What = Wanted['what']
type FilterOf<W extends What> = Extract<Wanted, { what: W }>['filter']

export interface Table<F> {
  title: string
  columns: readonly Column[]
  /** Refuses who may not; whose view it is. */
  admit: (caller: Caller) => Promise<PersonRecord>
  rows: (person: PersonRecord, filter: F, most: number) => AsyncIterable<readonly Cell[]>
}

const text = (head: string, width: number): Column => ({ head, width, kind: 'text' })

const archive: Table<FilterOf<'archive'>> = {
  title: '客户服务档案',
  columns: [
    { head: '时间', width: 18, kind: 'time' },
    text('类别', 12),
    text('单号', 18),
    text('客户', 24),
    text('设备', 28),
    text('内容', 72),
    text('经办', 12),
  ],
  admit: (caller) => staff(caller, ...archiveReaders),
  async *rows(person, filter, most) {
    let after: string | undefined
    for (let left = most; left > 0;) {
      const { rows, next } = await readArchive(person, { ...filter, after }, Math.min(left, PAGE))
      for (const { at, kindLabel, no, companyName, machine, words, by } of rows)
        yield [at, kindLabel, no, companyName, machine, words, by]
      left -= rows.length
      if (next === null) return
      after = next
    }
  },
}
/** The database gives a thousand at once; one more says whether there are more. */
const PAGE = 999

export const tables: { readonly [W in What]: Table<FilterOf<W>> } = { archive }
