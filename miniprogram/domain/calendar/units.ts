// Lengths of time in milliseconds; nobody else writes them as numbers.

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** How far the clock on the wall in China is ahead of UTC: +08:00, the whole year. */
export const CHINA = 8 * HOUR
