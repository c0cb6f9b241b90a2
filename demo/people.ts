// The people of the demo company and its customers; all fictional.
import type { Post, Role } from '../miniprogram/domain/ticket/people'
import { posts } from '../miniprogram/domain/ticket/people'
import { pidOf } from '../cloudfunctions/store/ids'
import type { CompanyRecord, InvitationRecord, PersonRecord } from '../cloudfunctions/store/records'
import { DAY } from '../miniprogram/domain/calendar/units'

export const companies: readonly CompanyRecord[] = [
  { _id: 'c1', name: '苏州澄远精密机械', city: '苏州' },
  { _id: 'c2', name: '宁波锐拓模具', city: '宁波' },
  { _id: 'c3', name: '东莞恒达电子结构件', city: '东莞' },
  { _id: 'c4', name: '重庆渝泰齿轮', city: '重庆' },
  { _id: 'c5', name: '青岛海屹泵业', city: '青岛' },
  { _id: 'c6', name: '合肥清川新能源部件', city: '合肥' },
]

/** 孙小兵 joins with this one in the script; others of his company may follow. */
export const invitations = (now: number): InvitationRecord[] => [
  {
    _id: 'CY7K3P9X',
    companyId: 'c1',
    companyName: '苏州澄远精密机械',
    by: '李国强',
    until: now + 30 * DAY,
    left: 20,
    staff: null,
  },
]

interface Staff {
  openid: string
  name: string
  role: Role
  title: string
  staffNo: string
  skills: string[]
  base: string
}
const staff: readonly Staff[] = [
  {
    openid: 'shenxiaowen',
    name: '沈晓雯',
    role: 'coordinator',
    title: '内勤',
    staffNo: 'QH-S003',
    skills: [],
    base: '苏州',
  },
  {
    openid: 'zhouhai',
    name: '周海',
    role: 'engineer',
    title: '外勤',
    staffNo: 'QH-F012',
    skills: ['立式加工中心', '五轴', '西门子系统'],
    base: '苏州',
  },
  {
    openid: 'mazhiqiang',
    name: '马志强',
    role: 'engineer',
    title: '外勤',
    staffNo: 'QH-F015',
    skills: ['车床', '磨床', '发那科'],
    base: '宁波',
  },
  {
    openid: 'luyifan',
    name: '陆一帆',
    role: 'engineer',
    title: '外勤',
    staffNo: 'QH-F021',
    skills: ['安装调试', '液压', '卧式加工中心'],
    base: '合肥',
  },
  {
    openid: 'fanglixin',
    name: '方立新',
    role: 'manager',
    title: '客户服务部负责人',
    staffNo: 'QH-S001',
    skills: [],
    base: '苏州',
  },
  {
    openid: 'zhengguodong',
    name: '郑国栋',
    role: 'generalManager',
    title: '总经理',
    staffNo: 'QH-0001',
    skills: [],
    base: '苏州',
  },
  {
    openid: 'qinlan',
    name: '秦岚',
    role: 'quality',
    title: '质量部',
    staffNo: 'QH-Q002',
    skills: [],
    base: '苏州',
  },
  {
    openid: 'dumingyuan',
    name: '杜明远',
    role: 'technical',
    title: '技术部',
    staffNo: 'QH-T004',
    skills: ['电气', '系统'],
    base: '苏州',
  },
  {
    openid: 'handong',
    name: '韩冬',
    role: 'workshop',
    title: '车间',
    staffNo: 'QH-W031',
    skills: ['装配'],
    base: '苏州',
  },
  {
    openid: 'jiangyue',
    name: '蒋悦',
    role: 'marketing',
    title: '市场营销部',
    staffNo: 'QH-M007',
    skills: [],
    base: '苏州',
  },
]

interface Customer {
  openid: string
  name: string
  companyId: string
  post: Post
  title?: string
}
const customers: readonly Customer[] = [
  { openid: 'liguoqiang', name: '李国强', companyId: 'c1', post: 'manager' },
  { openid: 'sunxiaobing', name: '孙小兵', companyId: 'c1', post: 'operator' },
  { openid: 'chenmeiling', name: '陈美玲', companyId: 'c2', post: 'manager', title: '设备主管' },
  { openid: 'qianjin', name: '钱进', companyId: 'c2', post: 'operator' },
  { openid: 'huangzhipeng', name: '黄志鹏', companyId: 'c3', post: 'manager', title: '生产经理' },
  { openid: 'zhouyuzhen', name: '周玉珍', companyId: 'c3', post: 'operator' },
  { openid: 'luojianhua', name: '罗建华', companyId: 'c4', post: 'manager', title: '设备科长' },
  { openid: 'heyong', name: '何勇', companyId: 'c4', post: 'operator' },
  { openid: 'wangshouye', name: '王守业', companyId: 'c5', post: 'manager', title: '维修班长' },
  { openid: 'yuyang', name: '于洋', companyId: 'c5', post: 'operator' },
  { openid: 'gaoxue', name: '高雪', companyId: 'c6', post: 'manager', title: '项目经理' },
  { openid: 'dinglei', name: '丁磊', companyId: 'c6', post: 'operator', title: '设备员' },
]

/** Who plays without having joined yet. */
export const newcomers: readonly string[] = ['sunxiaobing']

const companyName = (id: string): string => companies.find((one) => one._id === id)!.name
const phoneOf = (i: number): string => `138000000${String(i).padStart(2, '0')}`

/** Records of everybody who is in at the beginning. */
export function peopleRecords(now: number): PersonRecord[] {
  const base = { active: true, joinedAt: now, consentAt: now, absences: [] }
  const ours = staff.map(({ openid, name, role, title, staffNo, skills, base: home }, i) => ({
    ...base,
    _id: pidOf(openid),
    openid,
    name,
    side: 'staff' as const,
    roles: [role],
    title,
    staffNo,
    skills,
    base: home,
    companyId: null,
    companyName: null,
    post: null,
    phone: phoneOf(i + 50),
  }))
  const theirs = customers
    .map(({ openid, name, companyId, post, title }, i) => ({
      ...base,
      _id: pidOf(openid),
      openid,
      name,
      side: 'customer' as const,
      roles: [],
      title: title ?? posts[post],
      staffNo: '',
      skills: [],
      base: '',
      companyId,
      companyName: companyName(companyId),
      post,
      phone: phoneOf(i + 1),
    }))
    .filter((one) => !newcomers.includes(one.openid))
  return [...ours, ...theirs]
}

/** Whom a visitor may play, as the phones list them. */
export const personas = [
  ...customers.map(({ openid, name, companyId, post, title }) => ({
    openid,
    name,
    title: title ?? posts[post],
    company: companyName(companyId),
    side: 'customer' as const,
    newcomer: newcomers.includes(openid),
  })),
  ...staff.map(({ openid, name, title }) => ({
    openid,
    name,
    title,
    company: '启衡数控',
    side: 'staff' as const,
  })),
]
