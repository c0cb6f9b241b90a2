// Which of the company's own numbers a phone is told: those that the pages of its person say or reckon with.
import { termNames, type TermName, type Terms } from '../company/settings'
import type { Settings } from '../company/settings'
import type { Kind } from './kinds'
import type { Sight } from './table'

/** A number → its kind; `identity` is told to who has not joined as well: the hours, and what 隐私 promises. */
const kinds: Readonly<Record<TermName, Kind>> = {
  ...{ workFrom: 'identity', lunchFrom: 'identity', lunchTo: 'identity', workTo: 'identity' },
  verifyDays: 'identity',
  ...{ creditsEnough: 'own', consentAgainMinutes: 'own', preparedDays: 'own' },
  ...{ photoEdge: 'own', photoBytes: 'own', videoBytes: 'own', videoSeconds: 'own', voiceSeconds: 'own' },
  ...{ surveyChangeMinutes: 'customerTerms', lowStars: 'customerTerms', callBackDays: 'customerTerms' },
  complaintRefusals: 'complaint',
  inquiryLapseDays: 'inquiry',
  similarDays: 'inside',
  ...{ bigTripYuan: 'fieldTerms', helpMinutes: 'fieldTerms', paperDays: 'fieldTerms' },
  ...{ freeDays: 'officeTerms', missedCalls: 'officeTerms', complaintCallDays: 'officeTerms' },
  ...{ returnMonths: 'officeTerms', returnMonthsLater: 'officeTerms' },
  ...{ importRows: 'officeTerms', importBytes: 'officeTerms' },
  paretoLeast: 'faults',
}

/** The settings that this reader's phone is told. */
export const termsFor = (values: Settings, sight: Sight): Partial<Terms> =>
  Object.fromEntries(termNames.filter((name) => sight.has(kinds[name])).map((name) => [name, values[name]]))
