// company.join: a visitor becomes one of a company's people.
import { posts } from '../../../miniprogram/domain/ticket/people'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Me } from '../../../typings/contract'
import { invitations, people } from '../../store/collections'
import type { PersonRecord } from '../../store/records'
import { DuplicateError } from '../../store/table'
import type { Action } from '../action'
import { meOf } from '../caller'
import { usable } from './peek'

export const join: Action<'company.join'> = async (caller, { code, name, post, phone }) => {
  const [known, found] = await Promise.all([caller.person(), invitations.get(code.replace('-', ''))])
  const invitation = usable(found, caller.now)
  if (known) {
    if (known.companyId === invitation.companyId) return { me: meOf(known) }
    throw new Refused('ALREADY_JOINED')
  }
  const person: PersonRecord = {
    _id: caller.pid,
    openid: caller.openid,
    name,
    side: 'customer',
    roles: [],
    title: posts[post],
    companyId: invitation.companyId,
    companyName: invitation.companyName,
    post,
    phone,
    active: true,
    skills: [],
    base: '',
    staffNo: '',
    joinedAt: caller.now,
    consentAt: caller.now,
    absences: [],
  }
  const taken = await invitations.add({ _id: invitation._id, left: { gt: 0 } }, { left: -1 })
  if (taken === 0) return already(caller.pid, invitation.companyId)
  try {
    await people.insert(person)
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    await invitations.add({ _id: invitation._id }, { left: 1 })
  }
  return { me: meOf(person) }
}

// The last seat is gone: to somebody else, or to this very person's first tap.
async function already(pid: string, companyId: string): Promise<{ me: Me }> {
  const person = await people.get(pid)
  if (person?.companyId === companyId) return { me: meOf(person) }
  throw new Refused('CODE_USED', { fields: { code: '邀请码已被使用' } })
}
