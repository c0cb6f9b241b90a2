// dayjs as the clock on the wall in China. Nothing else imports dayjs: days.ts and format.ts give what is made of it names.
// The wall is read as UTC moved by eight hours, not by dayjs' own utcOffset(8): that goes through the machine's time zone
// and is an hour wrong where and when that has summer time (America 2026, but Shanghai too from 1986 to 1991).
import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { CHINA } from './units'

dayjs.extend(utc)

/** The wall at an instant (epoch ms): its year(), month(), hour() … are those of China. */
export const wall = (at: number): Dayjs => dayjs.utc(at + CHINA)

/** The wall at a local date or time, 2026-11-25 or 2026-11-25T10:30; invalid when the text is neither. */
export const wallAt = (text: string): Dayjs => dayjs.utc(text)

/** The instant (epoch ms) at which the wall shows this; NaN when it is invalid. */
export const instantAt = (shown: Dayjs): number => shown.valueOf() - CHINA
