// The facts of the clock on an 8D: it knows nothing that a person has to know.
import { effectOf } from '../../../miniprogram/domain/quality/effect'
import type { D8 } from '../../../miniprogram/domain/quality/record'
import type { D8Facts } from '../../../miniprogram/domain/quality/table'

import { settingsUnder } from '../company/settings'

export { clockActor } from '../record/kept'

export async function noFacts({ rules }: Pick<D8, 'rules'>, now: number): Promise<D8Facts> {
  const settings = await settingsUnder(rules, now)
  return { staff: [], effect: effectOf('', '', [], [], settings), ticket: null, settings }
}
