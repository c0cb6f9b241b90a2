import { dialled } from '../domain/form/phone'
import { cachedSession } from './session'
import { serviceLine } from './settings'

/** The maker's number: the one the server told, else the built-in one. */
export const hotline = (): string => cachedSession()?.serviceLine || serviceLine

/** Opens the phone's own dialler; a person who closes it has done nothing wrong. */
export function dial(phoneNumber: string = hotline()): void {
  wx.makePhoneCall({ phoneNumber: dialled(phoneNumber), fail: () => {} })
}
