// Settings of an 8D, each with a rule that hangs on it.
import { inWords } from '../../../miniprogram/domain/company/settings'
import { d8Checks } from '../../../miniprogram/domain/quality/checks'
import { effectOf } from '../../../miniprogram/domain/quality/effect'
import { eightds } from '../../../miniprogram/domain/quality/lifecycle'
import { beginD8 } from '../../../miniprogram/domain/quality/start'
import type { StepKey } from '../../../miniprogram/domain/quality/steps'
import type { D8Facts } from '../../../miniprogram/domain/quality/table'
import { facts } from '../world'
import { on, time, type Change, type Changes } from './row'

const by = { pid: 'qin', name: '秦岚', title: '' }
const begun = () =>
  beginD8(
    {
      ...{ _id: 'd8', no: '8D-261123-AAAA', state: 'running', origin: 'pareto', title: '润滑管断裂' },
      ...{ fault: 'HY-1-1', models: [], problem: {}, urgent: '', tickets: [], hiddenFrom: [], by, lead: by },
    },
    'key-begin',
    on('11-23T10:00'),
    facts.settings,
  )
const due = (key: StepKey): string => time(begun().steps.find((step) => step.key === key)?.due)
const effect = () => effectOf('2026-11-02', '2026-11-23', [], [], facts.settings)
const known = (): D8Facts => ({ staff: [], effect: effect(), ticket: null, settings: facts.settings })

/** With six tickets there is room, or there is none. */
const room = () => {
  const one = { id: '', no: '', title: '', companyName: '', photos: [] }
  const tickets = Array.from({ length: 6 }, (_, i) => ({ ...one, id: `t${i}` }))
  return eightds.stands({ ...begun(), tickets: tickets as never }, 'room', on('11-23T10:00'), known())
}

const step = (key: StepKey, to: number, was: string, is: string, more: Change['with'] = {}): Change => ({
  ...{ to, was, is, with: more },
  rule: () => due(key),
})

export const quality: Changes = {
  d0Days: step('D0', 2, '11-24T17:30', '11-25T17:30'),
  d1Days: step('D1', 3, '11-25T17:30', '11-26T17:30'),
  d2Days: step('D2', 2, '11-26T17:30', '11-25T17:30'),
  d3Days: step('D3', 4, '11-26T17:30', '11-27T17:30'),
  d4Days: step('D4', 9, '12-07T17:30', '12-04T17:30'),
  d5Days: step('D5', 11, '12-09T17:30', '12-08T17:30'),
  d6Days: step('D6', 15, '12-21T17:30', '12-14T17:30'),
  d7Days: step('D7', 25, '01-04T17:30', '12-28T17:30'),
  effectDays: {
    ...{ to: 20, was: false, is: true },
    rule: () => effect().shown,
    words: () => inWords(d8Checks.effectShown.wayOut, facts.settings),
  },
  d8Tickets: {
    ...{ to: 6, was: true, is: false },
    rule: () => room().ok,
    words: () => room().words,
  },
}
