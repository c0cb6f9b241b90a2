// What a new or changed 8D has to tell.
import type { D8Tell } from '../../../miniprogram/domain/quality/record'
import type { D8Record, PersonRecord } from '../../store/records'
import { tellAll } from '../record/tell'
import { d8Kept } from './kept'

export const tellD8 = (
  d8: D8Record,
  tells: readonly D8Tell[],
  staff: readonly PersonRecord[],
  now: number,
): Promise<void> => tellAll(d8Kept, d8, tells, staff, now)
