// 安装调试: a repair's way, with a plan of milestones; no remote guidance (第二、三、十三条).
import * as install from './moves'
import { repair } from '../repair/repair'
import type { Lifecycle } from '../ticket/table'
import type { ServedState } from '../ticket/ticket'

const withoutRemote = Object.fromEntries(
  Object.entries(repair.moves).filter(
    ([name]) => !['toRemote', 'remoteSolved', 'remoteFailed'].includes(name),
  ),
) as Lifecycle<ServedState>['moves']

export const installation: Lifecycle<ServedState> = {
  title: '安装调试',
  start: 'submitted',
  states: repair.states,
  moves: { ...withoutRemote, ...install.ticketMoves },
}
