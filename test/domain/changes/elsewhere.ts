// Settings whose user is the server or the phone, and the sentence that changes them there.
import type { SettingName } from '../../../miniprogram/domain/company/settings'

/** The test file, and a piece of its sentence's title. */
export interface Sentence {
  file: string
  title: string
}

const server = (title: string): Sentence => ({ file: 'test/service/settings-change.test.ts', title })
const phone = (title: string): Sentence => ({ file: 'test/pages/foundation/settings-change.test.ts', title })

/** The titles of the sentences that a test file says; what is only to be done or left out is none. */
export const titlesIn = (source: string): string[] =>
  [...source.matchAll(/^ *(?:it|test)\('((?:[^'\\\n]|\\.)+)'/gm)].map(([, title]) => title!)

export const elsewhere: Readonly<Partial<Record<SettingName, Sentence>>> = {
  verifyDays: server('given other verifyDays,'),
  similarDays: server('given other similarDays,'),
  lookingMinutes: server('given other lookingMinutes,'),
  freeDays: server('given other freeDays,'),
  receiptFileDays: server('given other receiptFileDays,'),
  complaintRepeatDays: server('given other complaintRepeatDays,'),
  retry1: server('given other waits, retry1 to retry5,'),
  retry2: server('given other waits, retry1 to retry5,'),
  retry3: server('given other waits, retry1 to retry5,'),
  retry4: server('given other waits, retry1 to retry5,'),
  retry5: server('given other waits, retry1 to retry5,'),
  inviteDays: server('given other inviteDays,'),
  callsPerMinute: server('given other callsPerMinute,'),
  fileLinkMinutes: server('given other fileLinkMinutes,'),
  exportRows: server('given other exportRows,'),
  exportDays: server('given other exportDays,'),
  importRows: server('given other importBytes and importRows,'),
  importBytes: server('given other importBytes and importRows,'),
  d8PastDays: server('given other d8PastDays,'),
  creditsEnough: phone('given other creditsEnough,'),
  consentAgainMinutes: phone('given other consentAgainMinutes,'),
  preparedDays: phone('given other preparedDays,'),
  photoEdge: phone('given other photoEdge,'),
  photoBytes: phone('given other photoBytes,'),
  videoBytes: phone('given other videoBytes,'),
  videoSeconds: phone('given other videoSeconds,'),
  voiceSeconds: phone('given other voiceSeconds,'),
}
