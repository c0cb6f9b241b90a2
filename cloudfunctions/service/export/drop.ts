// What the clock does to exported files. Apart from how they are made, so that the tick does not carry all tables.
import { lengthOf } from '../../../miniprogram/domain/company/deadlines'
import { dropFiles } from '../../platform/files'
import { exports } from '../../store/collections'
import { currentSettings } from '../company/settings'

const BATCH = 50

/** Files that have been there long enough are removed; who exported what stays. */
export async function dropOldExports(now: number): Promise<number> {
  const { settings } = await currentSettings(now)
  const old = await exports.find(
    { gone: false, at: { lt: now - lengthOf(settings, 'exportDays') } },
    { order: ['at', 'asc'], limit: BATCH },
  )
  await dropFiles(old.map((one) => one.fileId))
  for (const { _id } of old) await exports.set({ _id }, { gone: true })
  return old.length
}
