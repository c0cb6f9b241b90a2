// The lists of a job: what the site must offer before dispatch (第十八条第2项), what is prepared before departure
// (第十八条第4项), what is ticked and photographed on site, and what is accepted at the end of an installation.
import type { InstallMode, Kind } from './kinds'

/** One condition of the site. */
export interface SiteItem {
  id: string
  label: string
  /** How to look at it, or how to photograph it, in a few words. */
  hint: string
  /** A photo is asked for. */
  photo: boolean
  state: 'open' | 'ready' | 'not_yet'
}

/** 了解情况, 索取资料, 携带备件, 备好工器具: the four groups of 第十八条第4项. */
export const prepGroups = { facts: '了解情况', papers: '资料', parts: '备件', tools: '工器具' } as const
export type PrepGroup = keyof typeof prepGroups

export interface PrepItem {
  id: string
  group: PrepGroup
  label: string
  done: boolean
  /** Why it is missing; '' when it is not. */
  missing: string
}

export interface AcceptanceItem {
  id: string
  label: string
  result: 'pass' | 'fail' | 'leftover'
  note: string
}
export const acceptanceResults = { pass: '合格', fail: '不合格', leftover: '遗留' } as const

type Job = 'repair' | InstallMode

export const jobOf = (kind: Kind, mode: InstallMode | null): Job =>
  kind === 'installation' ? (mode ?? 'guided') : 'repair'

const ids = <T extends { label: string }>(prefix: string, rows: readonly T[]) =>
  rows.map((row, i) => ({ id: `${prefix}${i + 1}`, ...row }))

type Condition = Pick<SiteItem, 'label' | 'hint' | 'photo'>
const photographed = (label: string, hint: string): Condition => ({ label, hint, photo: true })
const asked = (label: string, hint: string): Condition => ({ label, hint, photo: false })

// Labels of photos are the slots of the request's photos too, so that what was sent then is not asked for again.
const plate = photographed('铭牌', '拍清型号和序列号')
const room = asked('作业空间与吊点', '设备四周有 1 米空间,上方有吊点')
const repairSite = [
  photographed('设备全景', '拍全景,能看到整台设备'),
  plate,
  photographed('报警画面', '拍屏幕,报警号要看得清'),
  photographed('故障部位', '靠近拍,能看清出问题的地方'),
  asked('电柜已断电', '可以断电挂牌,有人能开电柜'),
  room,
]
const installSite = [
  photographed('地基地面', '拍整块地基,已养护、已清理'),
  photographed('电源(电压、容量、接地)', '拍配电箱铭牌和接地点'),
  asked('气源压力', '0.5–0.7 MPa,已接到设备旁'),
  asked('通道与门宽', '从卸货点到设备位能通过'),
  photographed('起重设备', '拍吨位铭牌,能吊最重的部件'),
  photographed('开箱前外观', '绕一圈拍,包装没有破损、受潮'),
  asked('操作人员名单', '谁来配合、谁来学操作,已定好'),
  plate,
  room,
]
const site: Record<Job, readonly Condition[]> = {
  repair: repairSite,
  guided: installSite,
  turnkey: installSite,
}

/** The conditions to be confirmed before somebody is sent, by kind and model (第十八条第2项). */
export const siteItems = (job: Job, model: string): SiteItem[] =>
  ids('s', [...site[job], ...ofModel(model, 'site')]).map((row) => ({ ...row, state: 'open' as const }))

interface PrepRow {
  group: PrepGroup
  label: string
}
const prep: Record<Job, readonly PrepRow[]> = {
  repair: [
    { group: 'facts', label: '读工单与历史' },
    { group: 'facts', label: '电话复述现象' },
    { group: 'papers', label: '下载手册与电气图' },
    { group: 'parts', label: '领备件与旧件箱' },
    { group: 'tools', label: '量具、万用表' },
    { group: 'tools', label: '劳保与锁具挂牌' },
  ],
  guided: [
    { group: 'facts', label: '合同范围与分工表' },
    { group: 'facts', label: '用户人员名单' },
    { group: 'papers', label: '地基图与水电气要求' },
    { group: 'papers', label: '吊装方案复核' },
    { group: 'tools', label: '水平仪、激光仪' },
  ],
  turnkey: [
    { group: 'facts', label: '进度计划与多日行程' },
    { group: 'papers', label: '人员资质与保险' },
    { group: 'papers', label: '吊装协议' },
    { group: 'parts', label: '通信参数包' },
    { group: 'tools', label: '工装夹具与试件' },
  ],
}

/** What has to be ready before departure, by kind and model (第十八条第4项). */
export const prepItems = (job: Job, model: string): PrepItem[] =>
  ids('p', [...prep[job], ...ofModel(model, 'prep')]).map((row) => ({ ...row, done: false, missing: '' }))

/** What is ticked on site, and the photos that a record must have. */
export interface OnsiteList {
  ticks: readonly { id: string; label: string }[]
  photos: readonly string[]
}

interface Tick {
  label: string
}
const onsite: Record<Job, { ticks: readonly Tick[]; photos: readonly string[] }> = {
  repair: {
    ticks: [
      { label: '断电挂牌' },
      { label: '报警与参数已备份' },
      { label: '试车 30 分钟' },
      { label: '现场清理' },
      { label: '操作员交底' },
    ],
    photos: ['修前', '修后'],
  },
  guided: {
    ticks: [
      { label: '通电前检查' },
      { label: '指导用户接线(用户操作)' },
      { label: '空运转 4 小时' },
      { label: '精度抽检' },
    ],
    photos: ['开箱清点', '就位与水平'],
  },
  turnkey: {
    ticks: [
      { label: '几何精度检验' },
      { label: '电气联锁测试' },
      { label: '连续运行 24 小时' },
      { label: '资料移交' },
    ],
    photos: ['就位灌浆', '试切件检测'],
  },
}

/** What is ticked and photographed on site, by kind and model. */
export const onsiteList = (job: Job, model: string): OnsiteList => ({
  ticks: ids('t', [...onsite[job].ticks, ...ofModel(model, 'ticks')]),
  photos: onsite[job].photos,
})

const acceptance = ['外观与数量', '几何精度', '电气联锁', '试切件', '操作培训', '随机资料'] as const

/** The 验收单 of an installation, nothing judged yet. */
export const acceptanceItems = (): { id: string; label: string }[] =>
  ids(
    'a',
    acceptance.map((label) => ({ label })),
  )

interface OfModel {
  site: readonly Condition[]
  prep: readonly PrepRow[]
  ticks: readonly Tick[]
}
const tool = (label: string): PrepRow => ({ group: 'tools', label })
const part = (label: string): PrepRow => ({ group: 'parts', label })
const paper = (label: string): PrepRow => ({ group: 'papers', label })

/** What a model asks for beside what its job does: the beginning of the model's name → rows of each list. */
const models: Readonly<Record<string, Partial<OfModel>>> = {
  U500: {
    site: [asked('室温与恒温', '车间 20±2 ℃,已恒温 8 小时,才能校准五轴精度')],
    prep: [tool('标准球与测头'), paper('上次旋转中心校准值')],
    ticks: [{ label: '旋转中心复测并记录' }],
  },
  T46: { prep: [tool('卡盘夹紧力计')], ticks: [{ label: '卡盘夹紧联锁测试' }] },
  D540: { prep: [part('换刀机械手卡爪')], ticks: [{ label: '连续换刀 50 次' }] },
  H630: {
    site: [asked('液压站可停机泄压', '有人能停泵,压力表能回零')],
    prep: [tool('液压压力表与接头'), part('液压密封包')],
    ticks: [{ label: '泄压与保压 10 分钟检查' }],
  },
  Y31: { prep: [paper('电子齿轮箱参数备份')], ticks: [{ label: '试滚齿并检齿距' }] },
  MG200: { prep: [tool('砂轮平衡架')], ticks: [{ label: '砂轮平衡与防护罩复位' }] },
}

const ofModel = <L extends keyof OfModel>(model: string, list: L): OfModel[L][number][] =>
  Object.entries(models).flatMap(([name, rows]) => (model.startsWith(name) ? [...(rows[list] ?? [])] : []))
