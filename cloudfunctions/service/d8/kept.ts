// The 8D as a kind of record: whom its tellings reach, how they read, what the clock has to do. Its messages wait: the
// clock sends them within a minute, never at night.
import { cut, wechatTime } from '../../../miniprogram/domain/calendar/format'
import type { D8MoveName } from '../../../miniprogram/domain/quality/inputs'
import { d8RelationsTo, dueD8Alarms, eightds as engine } from '../../../miniprogram/domain/quality/lifecycle'
import type { D8, D8Tell } from '../../../miniprogram/domain/quality/record'
import type { D8Facts } from '../../../miniprogram/domain/quality/table'
import { eightds } from '../../store/collections'
import { personOf } from '../caller'
import type { Kept, Letter } from '../record/kept'

export const d8Page = (id: string): string => `/quality/d8/index?id=${id}`

export const d8Kept: Kept<D8, D8Facts, D8MoveName, D8Tell> = {
  engine,
  table: eightds,
  untold: ({ untold }) => untold,
  receivers: (d8, { to }, staff) =>
    staff
      .filter((one) => ('pid' in to ? one._id === to.pid : one.roles.includes(to.role)))
      .filter((one) => d8RelationsTo(personOf(one), d8).length > 0),
  letter,
  waits: true,
  due: (d8, now) =>
    dueD8Alarms(d8, now).map(({ move, part, input, id }) => ({
      ...{ move, part, input, key: `${move}-${d8._id}-${id}` },
    })),
}

function letter(d8: D8, { title, words }: D8Tell, now: number): Letter {
  return {
    template: 'T6',
    fields: {
      thing1: cut(title, 20),
      thing2: cut(d8.no, 20),
      time3: wechatTime(d8.due ?? now),
      thing4: cut(words, 20),
    },
    ...{ title, words, page: d8Page(d8._id), urgent: false, ifCredit: false, survey: null },
  }
}
