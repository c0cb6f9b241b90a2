// company.peek: which company an invitation code belongs to, before joining it.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { invitations } from '../../store/collections'
import type { InvitationRecord } from '../../store/records'
import type { Action } from '../action'

export const peek: Action<'company.peek'> = async (caller, { code }) => {
  const invitation = usable(await invitations.get(code.replace('-', '')), caller.now)
  return { id: invitation.companyId, name: invitation.companyName, invitedBy: invitation.by }
}

/** The invitation, or the reason why it cannot be used, under its field. */
export function usable(invitation: InvitationRecord | null, now: number): InvitationRecord {
  if (!invitation || invitation.staff) throw refusal('CODE_WRONG', '邀请码不对')
  if (invitation.left < 1) throw refusal('CODE_USED', '邀请码已被使用')
  if (invitation.until < now) throw refusal('CODE_EXPIRED', `邀请码已过期,请让 ${invitation.by} 重新生成`)
  return invitation
}

const refusal = (code: 'CODE_WRONG' | 'CODE_USED' | 'CODE_EXPIRED', words: string) =>
  new Refused(code, { words, fields: { code: words } })
