// The facts of the clock on an 8D: it knows nothing that a person has to know.
import { effectOf } from '../../../miniprogram/domain/quality/effect'
import type { D8Facts } from '../../../miniprogram/domain/quality/table'

export { clockActor } from '../record/kept'

export const noFacts: D8Facts = { staff: [], effect: effectOf('', '', [], []), ticket: null }
