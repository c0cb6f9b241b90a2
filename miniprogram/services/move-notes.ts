// What a sheet says before a move is made: who is told, what happens then.
import { said, spoken, type Terms } from '../domain/company/settings'
import type { MoveName } from '../domain/door/inputs'

const notes: Partial<Record<MoveName, string | ((terms: Terms) => string)>> = {
  urge: '催办会立即通知内勤和客户服务部负责人',
  askReschedule: '请给一到两个您方便的时间,我们确认后生效',
  cancel: '取消后不再安排;需要时可以重新报修',
  objectTo: '内勤代您记录的和您说的不一样时用;由负责人核对后答复您',
  settleObjection: '客户说得对时,因这条记录结束的工单会继续',
  endUnreached: '客户会收到通知,仍可提异议,工单会继续',
  withdrawExtra: '不做这一项,按原范围继续',
  withdrawDelay: '仍按原定时间完工',
  reopen: '工单会重新打开,由负责人马上安排',
  takeInquiry: '由您署名答复,时限不变',
  settled: (terms) => `这张咨询会关闭;${said(terms, 'inquiryLapseDays')}内没解决还可以接着问`,
  settledByPhone: '请写清和谁通的话',
  siteNotReady: '等准备好再派人,这期间时限暂停。您写的说明只有我们自己看',
  askInfo: '客户会收到通知;等待期间时限暂停',
  decline: '原因会原样发给客户',
  toRemote: '技术部会接手,先电话或视频指导客户',
  remoteSolved: '请写清怎样解决的;接下来由内勤回访',
  remoteFailed: '工单会继续走上门流程',
  quoteByPhone: '客户来电同意时由您代为记录,会写上您的名字和时间',
  agreeReschedule: '客户和工程师会收到新的时间',
  callBack: '记下之后,外勤才能看到星级和原因',
  redo: '同一张工单里再派人;负责人马上收到',
  askRewrite: '外勤只更正记录;签过的回执不变',
  returnLater: ({ missedCalls }) =>
    `${spoken(missedCalls)}未接通时,工单按「${spoken(missedCalls)}未接通」关闭`,
  callForRating: '只请用户自己评;内勤不能代评',
  refuseReschedule: '原因会原样发给客户',
}

/** The line under a sheet's title, '' when there is nothing to say. */
export function noteOf(move: MoveName | undefined, terms: Terms): string {
  const note = move ? (notes[move] ?? '') : ''
  return typeof note === 'string' ? note : note(terms)
}
