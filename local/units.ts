// Lengths of time in milliseconds, for the cloud and the phone; nobody else here writes them as numbers.

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
/** How far the clock on the wall in China is ahead of UTC. */
export const CHINA = 8 * HOUR
