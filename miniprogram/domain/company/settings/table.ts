// Every setting of every group, by its name.
import { complaint, followUp, inquiry, survey } from './care'
import { access, hours, media, messages } from './house'
import { d8, statistics } from './quality'
import type { SettingGroup, SettingRow } from './row'
import { dispatch, escalation, intake, onsite, receipt } from './served'

/** The table by subject, in the order in which it is shown. */
export const settingGroups: readonly SettingGroup[] = [
  intake,
  dispatch,
  onsite,
  receipt,
  escalation,
  survey,
  followUp,
  complaint,
  inquiry,
  d8,
  statistics,
  hours,
  messages,
  access,
  media,
]

const rows = {
  ...intake.rows,
  ...dispatch.rows,
  ...onsite.rows,
  ...receipt.rows,
  ...escalation.rows,
  ...survey.rows,
  ...followUp.rows,
  ...complaint.rows,
  ...inquiry.rows,
  ...d8.rows,
  ...statistics.rows,
  ...hours.rows,
  ...messages.rows,
  ...access.rows,
  ...media.rows,
}
export type SettingName = keyof typeof rows
/** Every setting by its name. */
export const settings: Readonly<Record<SettingName, SettingRow>> = rows
export const settingNames = Object.keys(settings) as SettingName[]

/** The value of every setting, in its row's unit. */
export type Settings = { readonly [N in SettingName]: number }
