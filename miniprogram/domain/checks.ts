// All named requirements, by subject: each stands beside the moves that need it.
import * as complaint from './moves/complaint'
import * as delay from './moves/delay'
import * as dispatch from './moves/dispatch'
import * as extra from './moves/extra'
import * as alarms from './moves/alarms'
import * as help from './moves/help'
import * as inquiry from './moves/inquiry'
import * as install from './moves/install'
import * as intake from './moves/intake'
import * as leaving from './moves/leaving'
import * as merging from './moves/merging'
import * as quote from './moves/quote'
import * as record from './moves/record'
import * as repeating from './moves/repeating'
import * as returning from './moves/returning'
import * as rewriting from './moves/rewriting'
import * as road from './moves/road'
import * as site from './moves/site'
import * as survey from './moves/survey'
import * as trip from './moves/trip'
import * as wishes from './moves/wishes'
import * as workshop from './moves/workshop'
import type { Check } from './table'

export type { Check } from './table'

const table = {
  always: { holds: () => true, words: () => '' },
  ...intake.checks,
  ...merging.checks,
  ...site.checks,
  ...quote.checks,
  ...dispatch.checks,
  ...workshop.checks,
  ...trip.checks,
  ...road.checks,
  ...extra.checks,
  ...delay.checks,
  ...install.checks,
  ...record.checks,
  ...leaving.checks,
  ...survey.checks,
  ...returning.checks,
  ...rewriting.checks,
  ...wishes.checks,
  ...help.checks,
  ...inquiry.checks,
  ...complaint.checks,
  ...repeating.checks,
  ...alarms.checks,
}
export type CheckName = keyof typeof table
export const checks: Readonly<Record<CheckName, Check>> = table
