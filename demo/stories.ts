// What happened at the demo's customers: repairs in every state that one can be in.
import type { Symptom } from '../miniprogram/domain/company/kinds'
import {
  arrive,
  assign,
  close,
  depart,
  leave,
  payQuote,
  rate,
  ready,
  report,
  sign,
  verify,
  type Step,
} from './steps'

export interface Story {
  serial: string
  who: string
  at: string
  symptom: Symptom
  description: string
  production: 'stopped' | 'limping' | 'running'
  steps?: Step[]
}

export const stories: readonly Story[] = [
  {
    serial: 'QHV850-2403-016',
    who: 'liguoqiang',
    at: '09-14T10:20',
    symptom: 'noise',
    production: 'limping',
    description: '主轴高速时有异响,拉刀偶尔打滑',
    steps: [
      verify('09-14T11:00', false),
      payQuote('09-14T11:20', 'liguoqiang'),
      assign('09-14T14:00', 'zhouhai', '检查主轴拉刀', '09-16T09:00', '09-16T17:30'),
      ...ready('09-14T14:00', 'zhouhai', '检查主轴拉刀', '客户现场', '09-16T17:30'),
      depart('09-16T07:30', 'zhouhai', '09-16T08:40'),
      arrive('09-16T08:40', 'zhouhai'),
      report(
        '09-16T15:30',
        'zhouhai',
        'SP-3-1',
        '碟簧疲劳,拉刀力只有 6.2 kN',
        '更换碟簧组,测拉刀力 9.8 kN,试切合格',
      ),
      sign('09-16T15:40', 'liguoqiang', '李国强'),
      leave('09-16T15:50', 'zhouhai'),
      rate('09-16T16:30', 'liguoqiang', 5),
      close('09-18T10:00'),
    ],
  },
  {
    serial: 'QHT46-2602-021',
    who: 'qianjin',
    at: '11-23T09:12',
    symptom: 'alarm',
    production: 'stopped',
    description: '回零报 2025 号报警,重启后还会出现',
  },
  {
    serial: 'QHD540-2408-110',
    who: 'zhouyuzhen',
    at: '11-19T15:30',
    symptom: 'toolchange',
    production: 'stopped',
    description: '换刀卡住,机械手停在半路',
  },
  {
    serial: 'QHV1160-2511-003',
    who: 'liguoqiang',
    at: '11-20T13:40',
    symptom: 'leak',
    production: 'limping',
    description: '冷却泵不出水',
    steps: [verify('11-23T09:05', true)],
  },
  {
    serial: 'QHT46-2602-021',
    who: 'chenmeiling',
    at: '11-20T10:05',
    symptom: 'accuracy',
    production: 'limping',
    description: '外圆锥度 0.03',
    steps: [
      { who: 'shenxiaowen', move: 'askInfo', at: '11-20T11:20', input: { asked: '工件图纸和测量照片' } },
    ],
  },
  {
    serial: 'QHMG200-2604-004',
    who: 'heyong',
    at: '11-20T08:50',
    symptom: 'noise',
    production: 'limping',
    description: '砂轮主轴发热',
    steps: [
      verify('11-20T09:40', true),
      assign('11-20T10:30', 'mazhiqiang', '检查砂轮主轴', '11-24T10:00', '11-24T17:30'),
      ...ready('11-20T10:30', 'mazhiqiang', '检查砂轮主轴', '客户现场', '11-24T17:30'),
    ],
  },
  {
    serial: 'QHH630-2510-001',
    who: 'wangshouye',
    at: '11-20T09:30',
    symptom: 'leak',
    production: 'stopped',
    description: '油泵压力只有 2 MPa',
    steps: [
      verify('11-20T10:10', true),
      assign('11-20T11:00', 'luyifan', '检查液压站', '11-23T15:00', '11-23T20:00'),
      ...ready('11-20T11:00', 'luyifan', '检查液压站', '客户现场', '11-23T20:00'),
      depart('11-23T08:40', 'luyifan', '11-23T14:30'),
    ],
  },
  {
    serial: 'QHU500-2606-002',
    who: 'chenmeiling',
    at: '11-19T09:10',
    symptom: 'accuracy',
    production: 'stopped',
    description: '转台分度误差大',
    steps: [
      verify('11-19T10:00', true),
      assign('11-19T14:00', 'zhouhai', '校准转台', '11-23T09:00', '11-23T17:30'),
      ...ready('11-19T14:00', 'zhouhai', '校准转台', '客户现场', '11-23T17:30'),
      depart('11-23T06:30', 'zhouhai', '11-23T08:50'),
      arrive('11-23T08:50', 'zhouhai'),
    ],
  },
  {
    serial: 'QHH630-2510-001',
    who: 'yuyang',
    at: '11-17T09:00',
    symptom: 'other',
    production: 'limping',
    description: '夹具夹紧压力不稳',
    steps: [
      verify('11-17T10:00', true),
      assign('11-17T13:30', 'luyifan', '检查夹具压力', '11-18T10:00', '11-18T17:30'),
      ...ready('11-17T13:30', 'luyifan', '检查夹具压力', '客户现场', '11-18T17:30'),
      depart('11-18T07:00', 'luyifan', '11-18T09:40'),
      arrive('11-18T09:40', 'luyifan'),
      report('11-18T14:30', 'luyifan', 'HY-1-4', '减压阀芯磨损', '更换减压阀,压力稳定 5.5 MPa'),
    ],
  },
  {
    serial: 'QHMG200-2604-004',
    who: 'luojianhua',
    at: '11-16T08:40',
    symptom: 'accuracy',
    production: 'running',
    description: '磨削有振纹',
    steps: [
      verify('11-16T09:30', true),
      assign('11-16T10:00', 'mazhiqiang', '检查振纹', '11-18T10:00', '11-18T17:30'),
      ...ready('11-16T10:00', 'mazhiqiang', '检查振纹', '客户现场', '11-18T17:30'),
      depart('11-18T07:30', 'mazhiqiang', '11-18T09:50'),
      arrive('11-18T09:50', 'mazhiqiang'),
      report('11-18T16:00', 'mazhiqiang', 'SP-1-3', '砂轮动平衡超差', '重新做动平衡'),
      sign('11-18T16:10', 'luojianhua', '罗建华'),
      leave('11-18T16:20', 'mazhiqiang'),
      rate('11-23T08:50', 'luojianhua', 2),
    ],
  },
  {
    serial: 'QHTM52-2607-009',
    who: 'yuyang',
    at: '11-18T10:00',
    symptom: 'alarm',
    production: 'stopped',
    description: '主轴编码器报警',
    steps: [
      verify('11-18T11:00', true),
      assign('11-18T13:10', 'luyifan', '检查主轴编码器', '11-20T10:00', '11-20T17:30'),
      ...ready('11-18T13:10', 'luyifan', '检查主轴编码器', '客户现场', '11-20T17:30'),
      depart('11-20T07:20', 'luyifan', '11-20T09:40'),
      arrive('11-20T09:40', 'luyifan'),
      report('11-20T15:00', 'luyifan', 'SP-4-2', '编码器插头松动', '重新压接并固定'),
      sign('11-20T15:20', 'wangshouye', '王守业'),
      leave('11-20T15:30', 'luyifan'),
    ],
  },
  {
    serial: 'QHD540-2408-111',
    who: 'huangzhipeng',
    at: '11-18T16:00',
    symptom: 'other',
    production: 'running',
    description: '旁边一台二手机床也想请你们看看',
    steps: [
      { who: 'shenxiaowen', move: 'decline', at: '11-19T09:20', input: { reason: '该设备不是本公司产品' } },
    ],
  },
]
