// Settings whose user is the server or the phone, and the test that changes them there; '' where none does so yet.
import type { SettingName } from '../../../miniprogram/domain/company/settings'

const server = 'test/service/settings-change.test.ts'
const phone = ''

export const elsewhere: Readonly<Partial<Record<SettingName, string>>> = {
  verifyDays: server,
  similarDays: server,
  lookingMinutes: server,
  freeDays: server,
  receiptFileDays: '',
  complaintRepeatDays: server,
  retry1: server,
  retry2: server,
  retry3: server,
  retry4: server,
  retry5: server,
  inviteDays: server,
  callsPerMinute: server,
  fileLinkMinutes: server,
  exportRows: '',
  exportDays: '',
  importRows: server,
  importBytes: server,
  d8PastDays: '',
  creditsEnough: phone,
  consentAgainMinutes: phone,
  preparedDays: phone,
  photoEdge: phone,
  photoBytes: phone,
  videoBytes: phone,
  videoSeconds: phone,
  voiceSeconds: phone,
}
