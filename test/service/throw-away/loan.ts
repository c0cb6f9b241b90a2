// A throw-away kind of record: a torque wrench is asked for, lent, given back. All that a kind has to say of itself.
import * as v from 'valibot'
import type { Behind } from '../../../cloudfunctions/api/door'
import { joined } from '../../../cloudfunctions/service/caller'
import { change } from '../../../cloudfunctions/service/record/change'
import type { Kept, Stored } from '../../../cloudfunctions/service/record/kept'
import { staffOnDuty } from '../../../cloudfunctions/service/staff-on-duty'
import { table } from '../../../cloudfunctions/store/table'
import { defaults } from '../../../miniprogram/domain/company/settings'
import { engineOf, type Known } from '../../../miniprogram/domain/engine/engine'
import type { Doc, Judged, Move } from '../../../miniprogram/domain/engine/table'

interface Told {
  id: string
  words: string
}
interface Loan extends Doc {
  state: 'asked' | 'lent' | 'back'
  untold: Told[]
}
type Name = 'lend' | 'giveBack'

const moves: Record<Name, Move<Judged<unknown>, Loan['state'], 'office' | 'borrower'>> = {
  lend: {
    label: '借出',
    from: ['asked'],
    to: 'lent',
    by: ['office'],
    tells: ['lent'],
    words: () => '已借出',
  },
  giveBack: {
    label: '归还',
    from: ['lent'],
    to: 'back',
    by: ['borrower'],
    needs: ['clean'],
    words: () => '已归还',
  },
}
const engine = engineOf<Loan, null, Known, Judged<unknown>, Name>({
  ...{ label: '借用单', unknown: '没有这张借用单' },
  checks: { clean: { holds: ({ now }) => now > 0, words: () => '请先清洁' } },
  tells: { lent: () => ({ words: '扳手可以来取' }) },
  cycles: () => [
    { moves, state: ({ state }) => state, enter: (loan, _, to) => void (loan.state = to as Loan['state']) },
  ],
  draft: (drawn) => drawn,
  ...{ summarize: () => {}, event: () => ({}) },
})
export const loans = table<Stored<Loan>>('marks')
const kept: Kept<Loan, Known, Name, Told> = {
  ...{ engine, table: loans, untold: ({ untold }) => untold, due: () => [] },
  receivers: (_loan, _told, people) => people.filter(({ roles }) => roles.includes('coordinator')),
  letter: (loan, { words }) => ({
    ...{ template: 'T6', fields: { thing1: words }, title: words, words, page: `/pages/loan?id=${loan._id}` },
  }),
}
const schema = v.strictObject({ id: v.string(), key: v.string(), move: v.picklist(['lend', 'giveBack']) })

export const loanMove: Behind<v.InferOutput<typeof schema>> = {
  ...{ who: 'staff', schema },
  run: async (caller, { id, key, move }) => {
    const [person, loan, staff] = await Promise.all([joined(caller), loans.get(id), staffOnDuty()])
    const relations = person.roles.includes('coordinator') ? ['office'] : ['borrower']
    const actorOf = () => ({ pid: person._id, name: person.name, title: '', relations })
    const wanted = { id, key, move, part: null, input: {}, now: caller.now }
    const who = { actorOf, staff, factsOf: () => ({ settings: defaults }) }
    const { told, answer } = await change(kept, loan!, wanted, who, async ({ state }) => ({ state }))
    await told
    return answer
  },
}
