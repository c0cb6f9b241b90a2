// China's public holidays and make-up working days, as the State Council announces them each year.
// A year that is not here is provisional: Monday to Friday are taken for working days and the promise says so.

/** What a year's announcement changes; local dates YYYY-MM-DD. */
export interface WorkYear {
  /** Days off that would be working days. */
  off: readonly string[]
  /** Working days that would be days off. */
  on: readonly string[]
}

/** A company's working time. It is a value: whoever changes it makes another one. */
export interface WorkCalendar {
  /** Years whose announcement is included. */
  years: Readonly<Record<number, WorkYear>>
  /** Working ranges of a day in minutes after local midnight, one after the other; lunch is not work. */
  ranges: readonly (readonly [number, number])[]
}

function days(month: number, from: number, to: number): string[] {
  const pad = (n: number) => String(n).padStart(2, '0')
  return Array.from({ length: to - from + 1 }, (_, i) => `2026-${pad(month)}-${pad(from + i)}`)
}

/** 2026 with 248 working days, and hours for who asks without a company's own. */
export const china2026: WorkCalendar = {
  years: {
    2026: {
      off: [
        ...days(1, 1, 3),
        ...days(2, 15, 23),
        ...days(4, 4, 6),
        ...days(5, 1, 5),
        ...days(6, 19, 21),
        ...days(9, 25, 27),
        ...days(10, 1, 7),
      ],
      on: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    },
  },
  ranges: [
    [8 * 60 + 30, 12 * 60],
    [13 * 60, 17 * 60 + 30],
  ],
}
