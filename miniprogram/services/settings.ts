// The one place of what differs between installations.

/** CloudBase environment id; '' takes the default one of the mini-program's account. */
export const cloudEnv = ''

/** Shown when the server has not told its own yet. */
export const serviceLine = '400-000-0000'

/** Shown under 我的. */
export const version = '0.1.0'
