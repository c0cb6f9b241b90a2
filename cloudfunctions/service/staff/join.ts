// staff.join: an invited colleague becomes one of the maker's people.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { invitations, people } from '../../store/collections'
import type { PersonRecord } from '../../store/records'
import { DuplicateError } from '../../store/table'
import type { Action } from '../action'
import { meOf } from '../caller'
import { settleStandings } from './standings'

const refusal = (code: 'CODE_WRONG' | 'CODE_USED' | 'CODE_EXPIRED', words: string) =>
  new Refused(code, { words, fields: { code: words } })

export const join: Action<'staff.join'> = async (caller, { code, phone }) => {
  const [known, found] = await Promise.all([caller.person(), invitations.get(code.replace('-', ''))])
  if (known) throw new Refused('ALREADY_JOINED')
  if (!found?.staff) throw refusal('CODE_WRONG', '邀请码不对')
  if (found.until < caller.now) throw refusal('CODE_EXPIRED', `邀请码已过期,请让 ${found.by} 重新生成`)
  const taken = await invitations.add({ _id: found._id, left: { gt: 0 } }, { left: -1 })
  if (taken === 0) throw refusal('CODE_USED', '邀请码已被使用')
  const person: PersonRecord = {
    _id: caller.pid,
    openid: caller.openid,
    side: 'staff',
    ...found.staff,
    companyId: null,
    companyName: null,
    post: null,
    phone,
    active: true,
    joinedAt: caller.now,
    consentAt: caller.now,
    absences: [],
  }
  try {
    await people.insert(person)
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
  }
  await settleStandings(caller.now)
  return { me: meOf(person) }
}
