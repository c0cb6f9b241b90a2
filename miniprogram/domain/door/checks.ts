// All named requirements, by subject: each stands beside the moves that need it.
import * as complaint from '../complaint/moves'
import * as delay from '../onsite/delay'
import * as dispatch from '../dispatch/dispatch'
import * as extra from '../onsite/extra'
import * as alarms from '../escalation/moves'
import * as help from '../onsite/help'
import * as inquiry from '../inquiry/moves'
import * as install from '../installation/moves'
import * as intake from '../intake/verification'
import * as leaving from '../receipt/leaving'
import * as merging from '../intake/merging'
import * as quote from '../charge/quote'
import * as record from '../onsite/record'
import * as repeating from '../complaint/repeating'
import * as returning from '../returning/moves'
import * as rewriting from '../returning/rewriting'
import * as road from '../trip/road'
import * as site from '../site/site'
import * as survey from '../survey/moves'
import * as trip from '../trip/trip'
import * as wishes from '../wishes/wishes'
import * as workshop from '../dispatch/workshop'
import type { Check } from '../ticket/table'

export type { Check } from '../ticket/table'

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
