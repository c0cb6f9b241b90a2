// Where the work of a queue is done.
const pages: Readonly<Record<string, string>> = {
  verify: '/office/verify/index',
  dispatch: '/office/board/index',
  parts: '/office/board/index',
  approve: '/office/approve/index',
  decide: '/office/approve/index',
  consent: '/office/approve/index',
  bigTrip: '/office/approve/index',
  followup: '/office/visit/index',
  ratePhone: '/office/visit/index',
  rewrite: '/field/correct/index',
  lend: '/office/lend/index',
  complaints: '/office/case/index',
  raised: '/office/case/index',
  repeats: '/office/case/index',
}

/** The page of a ticket as its queue means it. */
export const queuePage = (queue: string, id: string): string =>
  `${pages[queue] ?? '/field/job/index'}?id=${id}`
