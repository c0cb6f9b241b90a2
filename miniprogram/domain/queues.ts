// What each role sees on 工作台: a queue is a name and the face codes that lie in it.
import type { Role } from './people'
import type { FaceCode } from './ticket'

export interface Queue {
  key: string
  label: string
  icon: string
  faces: readonly FaceCode[]
  /** Only tickets whose visit the person leads. */
  own?: boolean
}

export const queues: Readonly<Partial<Record<Role, readonly Queue[]>>> = {
  coordinator: [
    { key: 'verify', label: '待核实', icon: 'verify', faces: ['submitted'] },
    { key: 'info', label: '等客户补充', icon: 'user-talk', faces: ['need_info'] },
    { key: 'followup', label: '待回访', icon: 'call', faces: ['left', 'followup'] },
  ],
  manager: [
    { key: 'dispatch', label: '待派工', icon: 'user-safety', faces: ['verified'] },
    {
      key: 'field',
      label: '现场清单',
      icon: 'map-location',
      faces: ['preparing', 'traveling', 'onsite', 'wait_sign', 'signed'],
    },
  ],
  engineer: [
    {
      key: 'today',
      label: '我的任务',
      icon: 'task-checked',
      faces: ['preparing', 'traveling', 'onsite', 'wait_sign', 'signed'],
      own: true,
    },
  ],
  generalManager: [
    {
      key: 'field',
      label: '现场清单',
      icon: 'map-location',
      faces: ['preparing', 'traveling', 'onsite', 'wait_sign', 'signed'],
    },
  ],
}

/** The queues of a person's roles, each once. */
export function queuesOf(roles: readonly Role[]): Queue[] {
  const found = roles.flatMap((role) => queues[role] ?? [])
  return found.filter((queue, i) => found.findIndex((other) => other.key === queue.key) === i)
}
