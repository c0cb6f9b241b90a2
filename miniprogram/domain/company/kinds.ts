// The kinds of ticket: label, icon, and the two letters that begin its number.
import { isoDay } from '../calendar/days'
export const kinds = {
  repair: { label: '报修', icon: 'tools', prefix: 'BX' },
  installation: { label: '安装调试', icon: 'task-setting', prefix: 'AZ' },
  inquiry: { label: '咨询', icon: 'chat', prefix: 'ZX' },
  complaint: { label: '投诉', icon: 'chat-error', prefix: 'TS' },
  return: { label: '退换货', icon: 'swap', prefix: 'TH' },
  parts: { label: '配件', icon: 'component-layout', prefix: 'PJ' },
} as const
export type Kind = keyof typeof kinds
/** Kinds that engineers go out for. */
export type ServedKind = 'repair' | 'installation'
export const isServed = (kind: Kind): kind is ServedKind => kind === 'repair' || kind === 'installation'
/** Kinds that can be asked for here; the others say honestly that they are not open yet. */
export const openKinds = ['repair', 'installation', 'inquiry', 'complaint'] as const satisfies readonly Kind[]

/** What the customer sees of a fault: nine chips; the engineer classifies later by the fault tree. */
export const symptoms = {
  dead: '不能开机',
  alarm: '报警停机',
  accuracy: '精度不良',
  noise: '异响振动',
  leak: '漏油漏水',
  toolchange: '换刀卡住',
  program: '程序或操作问题',
  safety: '安全装置失效',
  other: '其他',
} as const
export type Symptom = keyof typeof symptoms

/** 指导: the customer's people do it and we guide; 全包: we do it (第二、三条). */
export const installModes = { guided: '指导安装', turnkey: '全包安装调试' } as const
export type InstallMode = keyof typeof installModes

/** Where a request came from (第十八条第1项: 工作联系函, 微信, 电话). */
export const sources = {
  app: '小程序',
  phone: '电话',
  wechat: '微信',
  letter: '工作联系函',
  met: '现场临时请求',
  other: '其他',
} as const
export type Source = keyof typeof sources

/** Cases that need the general manager's consent (第十八条第1项); which ones count is the company's to say. */
export const specials = {
  debt: '期外欠款',
  noContract: '非合同客户',
  farAway: '超区域',
  other: '其他特殊情况',
} as const

export const production = { stopped: '已停机', limping: '带病运行', running: '不影响' } as const
export const wishes = { asap: '尽快', today: '今天下午', tomorrow: '明天上午', chosen: '选时间' } as const

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ' // no 0/O/1/I: readable by phone

/** BX-261123-K7Q4 from the kind, the day in +08:00 and at least four random bytes; not enumerable. */
export const ticketNumber = (kind: Kind, now: number, random: readonly number[]): string =>
  numberOf(kinds[kind].prefix, now, random)

/** The same with any first letters. */
export function numberOf(prefix: string, now: number, random: readonly number[]): string {
  const day = isoDay(now).slice(2).replaceAll('-', '')
  const tail = random.slice(0, 4).map((byte) => ALPHABET[byte % ALPHABET.length])
  return `${prefix}-${day}-${tail.join('')}`
}
