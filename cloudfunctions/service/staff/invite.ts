// staff.invite: a code for a new colleague, good once and for the days that are set; the same key gives the same code.
import { lengthOf } from '../../../miniprogram/domain/company/deadlines'
import { invitations } from '../../store/collections'
import { hash } from '../../store/ids'
import { DuplicateError } from '../../store/table'
import type { Action } from '../action'
import { staff } from '../caller'
import { currentSettings } from '../company/settings'
import { MAKER } from './list'

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export const invite: Action<'staff.invite'> = async (
  caller,
  { key, name, role, title, staffNo, base, skills },
) => {
  const [person, { settings }] = await Promise.all([
    staff(caller, 'manager', 'generalManager', 'admin'),
    currentSettings(caller.now),
  ])
  const code = codeOf(`${caller.pid}:${key}`)
  const until = caller.now + lengthOf(settings, 'inviteDays')
  const invited = { name, roles: [role], title, staffNo, base, skills }
  const invitation = { companyId: MAKER, companyName: '', by: person.name, until, left: 1, staff: invited }
  try {
    await invitations.insert({ _id: code, ...invitation })
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    // asked again: the end that it was given
    const first = await invitations.get(code)
    return { code: shown(code), until: first?.until ?? until }
  }
  return { code: shown(code), until }
}

const shown = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

// Eight of 32 letters, from a hash that nobody outside can compute: the key is the phone's 128 random bits.
const codeOf = (secret: string): string =>
  [...Buffer.from(hash(`invite:${secret}`), 'hex').subarray(0, 8)].map((byte) => ALPHABET[byte % 32]).join('')
