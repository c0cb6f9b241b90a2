// Where the work of a queue is done.
const pages: Readonly<Record<string, string>> = {
  verify: '/office/verify/index',
  dispatch: '/office/board/index',
  consent: '/office/approve/index',
  approve: '/office/approve/index',
  decide: '/office/approve/index',
  bigTrip: '/office/approve/index',
}

/** The page of a ticket as its queue means it. */
export const queuePage = (queue: string, id: string): string =>
  `${pages[queue] ?? '/field/job/index'}?id=${id}`
