// Settings of statistics and of the quiet hours, each with a rule that hangs on it.
import { isQuiet } from '../../../miniprogram/domain/company/deadlines'
import { caseFrom, caseOf, judged } from '../../../miniprogram/domain/statistics/cases'
import { measuresOf } from '../../../miniprogram/domain/statistics/measures'
import { paretoOf } from '../../../miniprogram/domain/statistics/pareto'
import { keyOf } from '../../../miniprogram/domain/statistics/sums'
import { facts, submitted } from '../world'
import { on, type Change, type Changes } from './row'

const nothing = { measures: {}, voices: {}, machineHours: 0 }
const measure = (key: string) =>
  measuresOf(nothing, nothing, '', facts.settings).find((one) => one.key === key)

const faults = { [keyOf('V850', '', 'SP-1-1')]: [25, 0, 0] }
const view = { level: 1, within: '', batch: '', base: 'count', per: null } as const
const pareto = () => paretoOf(faults, view, facts.settings)

/** The same fault again 40 days after the first visit was over. */
const again = (): boolean => {
  const [from, to] = [on('01-05T09:00'), on('01-05T17:00')]
  const later = [on('02-14T09:00'), on('02-14T17:00')] as const
  const one = {
    ...caseOf(submitted(), facts.settings),
    ...{ fault: 'AX-3-1', counted: true, visits: [{ from, to }] },
  }
  const other = { ...one, _id: 'other', visits: [{ from: later[0], to: later[1] }] }
  return judged([caseFrom(one), caseFrom(other)], facts.settings)[0]!.again
}

/** A measure that rests on 60 of everything. */
const enough = (key: string) => {
  const sixty = (n: number) => Array<number>(n).fill(60)
  const voices = { [keyOf('model', 'V850', 'V850')]: sixty(7) }
  const held = { measures: { V850: sixty(12) }, voices, machineHours: 1000 }
  return measuresOf(held, nothing, '', facts.settings).find((one) => one.key === key)?.enough
}
const least = (key: string): Change => ({ to: 70, rule: () => enough(key), was: true, is: false })

export const house: Changes = {
  repeatVisitDays: {
    ...{ to: 60, was: false, is: true },
    rule: again,
    words: () => measure('repeat')?.definition ?? '',
  },
  paretoLeast: {
    ...{ to: 30, was: true, is: false },
    rule: () => pareto().enough,
    words: () => pareto().sentence,
    said: '30 条',
  },
  mtbfLeast: least('mtbf'),
  mttrLeast: least('mttr'),
  firstFixLeast: least('firstFix'),
  repeatLeast: least('repeat'),
  responseLeast: least('response'),
  resolutionLeast: least('resolution'),
  complaintsLeast: least('complaints'),
  csatLeast: least('csat'),
  npsLeast: least('nps'),
  quietFrom: {
    ...{ to: 20 * 60, was: false, is: true },
    rule: () => isQuiet(on('11-23T20:30'), facts.settings),
  },
  quietTo: {
    ...{ to: 6 * 60, was: true, is: false },
    rule: () => isQuiet(on('11-23T07:00'), facts.settings),
  },
}
