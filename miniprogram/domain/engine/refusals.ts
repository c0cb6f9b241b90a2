// A refusal has a code for the log and words for the person. Everything else that fails is a bug.
import type { ArticleKey } from '../company/articles'

export const refusalWords = {
  UNKNOWN_CALLER: '请从微信打开小程序',
  NOT_JOINED: '先加入您的企业,才能看到设备和工单',
  INVALID_INPUT: '有内容需要修改',
  NOT_FOUND: '没有这张工单或无权查看',
  NO_PERMISSION: '您没有使用这项功能的权限。如需要,请联系客户服务部负责人',
  NOT_ALLOWED: '现在不能进行这一步',
  CONFLICT: '工单刚被他人更新,请看最新内容再操作。您写的内容已保留',
  CHANGED: '您看到的内容刚有变化，请看过最新内容再确认。您写的内容已保留',
  BLOCKED: '还不能进行这一步',
  EQUIPMENT_NOT_FOUND: '没有查到这台设备,请核对字母 O 和数字 0',
  CODE_WRONG: '邀请码不对',
  CODE_USED: '邀请码已被使用',
  CODE_EXPIRED: '邀请码已过期,请让设备经理重新生成',
  SIMILAR_OPEN: '这台设备已有处理中的工单',
  ALREADY_JOINED: '您已经加入了一家企业',
  LEAVE_CODE_WRONG: '离场码不对',
  LEAVE_CODE_EXPIRED: '离场码已过期,请用户重新打开回执',
  FILE_DIFFERS: '文件内容和登记的不一样,请重拍后再传',
  CONTENT_REFUSED: '这段文字未通过内容检查,其他人看不到',
  RATE_LIMITED: '操作太快,请 1 分钟后再试;紧急请拨打值班电话',
  BUSY: '系统开小差了,您的内容已保存,请重试',
} as const
export type RefusalCode = keyof typeof refusalWords

/** What a person gets instead of an answer; `fields` maps a field's path to its message. */
export interface Refusal {
  code: RefusalCode
  words: string
  fields?: Record<string, string>
  article?: ArticleKey
  wayOut?: string
  /** The ticket that stands in the way, for whom it is his to see. */
  ticket?: string
}

/** Thrown inside the functions, answered at the one catch of the door. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(code: RefusalCode, more: Partial<Omit<Refusal, 'code'>> = {}) {
    super(code)
    this.refusal = { code, words: refusalWords[code], ...more }
  }
}
