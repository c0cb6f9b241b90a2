// 补充: words and photos at any time, of the customer, and of our people for themselves or for him.
import * as v from 'valibot'
import { choice, media, words } from '../form/schema'
import { inputOf, type Draft, type Moves, type Tellings } from '../ticket/table'
import { crew, jobPage, owner, role } from '../ticket/telling'
import { customers, open } from './common'

/** Whom a note of our people is for. */
export const noteFor = { inside: '内部备注', customer: '回复客户' } as const

const isCustomers = ({ actor }: Pick<Draft, 'actor'>): boolean =>
  actor.relations.some((one) => one === 'owner' || one === 'colleague')

export const inputs = {
  addNote: v.strictObject({
    text: words('补充内容', 500),
    media,
    /** What our people write is for themselves unless they say that the customer reads it. */
    to: v.optional(choice('写给谁', noteFor), 'inside'),
  }),
} as const

export const tells = {
  noteAdded: (at) =>
    isCustomers(at)
      ? [
          role(
            'coordinator',
            '客户补充',
            `${at.ticket.no} ${inputOf(at, inputs.addNote).text}`,
            jobPage(at.ticket),
          ),
          ...(at.ticket.state === 'visiting' ? crew(at, '客户补充', inputOf(at, inputs.addNote).text) : []),
        ]
      : inputOf(at, inputs.addNote).to === 'customer'
        ? [owner(at, 'T1', '客户服务部回复', inputOf(at, inputs.addNote).text)]
        : [],
} satisfies Tellings

export const servedMoves = {
  addNote: {
    label: '补充',
    archive: 'request',
    from: [...open, 'left', 'followup', 'rewriting'],
    by: [...customers, 'coordinator', 'manager', 'crew', 'author'],
    tells: ['noteAdded'],
    internal: (at) => !isCustomers(at) && at.input.to !== 'customer',
    words: (at) => `${isCustomers(at) ? '补充' : noteFor[at.input.to ?? 'inside']}:${at.input.text}`,
    customerWords: (at) => `${isCustomers(at) ? '补充' : '客户服务部回复'}:${at.input.text}`,
  },
} as const satisfies Moves<typeof inputs>
