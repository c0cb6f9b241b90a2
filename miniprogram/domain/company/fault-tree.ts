// The fault classes of the engineers (第十条): three levels, code L1-L2-leaf. Statistics rest on the codes,
// so a leaf is never removed, only added at the end of its list.

type Tree = Readonly<
  Record<string, { name: string; groups: readonly (readonly [string, readonly string[]])[] }>
>

export const faultTree: Tree = {
  SP: {
    name: '主轴',
    groups: [
      ['精度', ['径向跳动超差', '轴向窜动', '加工面振纹']],
      ['温升异响', ['轴承磨损异响', '润滑不足发热', '动平衡不良振动']],
      ['拉刀松刀', ['碟簧失效拉刀力不足', '松刀缸不到位', '松刀信号丢失']],
      ['驱动', ['主轴电机过载', '主轴编码器故障', '定向不准']],
    ],
  },
  AX: {
    name: '进给轴',
    groups: [
      ['传动', ['丝杠反向间隙超差', '丝杠轴承损坏', '联轴器松动', '导轨拉伤']],
      ['伺服', ['跟随误差过大', '伺服过载', '编码器断线', '制动失效下滑']],
      ['回零限位', ['参考点丢失', '零点偏移', '限位开关失灵']],
    ],
  },
  TC: {
    name: '刀库换刀',
    groups: [
      ['机械手', ['换刀卡刀', '掉刀', '扣刀不到位']],
      ['刀盘', ['刀盘不转', '刀盘定位不准', '刀套不翻转']],
      ['刀塔', ['刀塔不锁紧', '刀塔乱刀号']],
    ],
  },
  EL: {
    name: '电气',
    groups: [
      ['电源', ['缺相', '24V 电源掉电', '变压器过热']],
      ['低压电器', ['接触器烧蚀', '断路器跳闸', '继电器失效']],
      ['线缆传感', ['拖链线缆断', '接近开关失灵', '电柜进水凝露']],
    ],
  },
  CN: {
    name: '数控系统',
    groups: [
      ['硬件', ['系统黑屏', '主板报警', '风扇报警', '电池电压低']],
      ['参数程序', ['参数丢失', 'PLC 程序异常', '宏程序错误']],
      ['通信', ['总线通信中断', 'DNC 传输失败']],
    ],
  },
  HY: {
    name: '液压气动',
    groups: [
      ['液压', ['油泵压力不足', '电磁阀卡滞', '油管渗漏', '夹具夹紧力不足']],
      ['气动', ['气压不足', '气缸漏气', '油水分离器堵塞']],
    ],
  },
  LB: {
    name: '润滑冷却排屑',
    groups: [
      ['润滑', ['润滑泵不打油', '分油器堵塞', '润滑管断裂']],
      ['冷却', ['冷却泵不出水', '水箱泄漏', '主轴油冷机报警']],
      ['排屑', ['排屑器卡死', '链板变形']],
    ],
  },
  PR: {
    name: '加工精度',
    groups: [
      ['几何', ['垂直度超差', '水平变化', '直线度超差']],
      ['尺寸', ['尺寸批量漂移', '热变形补偿异常']],
      ['五轴', ['旋转中心偏移', '转台分度误差']],
    ],
  },
  SF: {
    name: '安全防护',
    groups: [
      ['联锁', ['安全门锁失效', '急停回路断开', '光栅误动作']],
      ['钣金', ['防护拉板变形', '视窗破裂']],
    ],
  },
  AU: {
    name: '自动线',
    groups: [
      ['桁架', ['桁架定位超差', '手爪掉料', '料仓卡料']],
      ['接口', ['机床与线体握手信号丢失']],
    ],
  },
  OT: {
    name: '使用与其他',
    groups: [
      ['使用', ['撞机', '刀具选用不当', '程序坐标错误']],
      ['环境', ['电网波动', '地基沉降', '切削液变质']],
      ['未查明', ['未复现']],
    ],
  },
}

/** A fault class: code SP-3-1, names of its three levels. */
export interface FaultLeaf {
  code: string
  path: readonly [string, string, string]
}

/** All leaves in the order of the tree. */
export const faultLeaves: readonly FaultLeaf[] = Object.entries(faultTree).flatMap(([l1, { name, groups }]) =>
  groups.flatMap(([group, leaves], g) =>
    leaves.map((leaf, i): FaultLeaf => ({ code: `${l1}-${g + 1}-${i + 1}`, path: [name, group, leaf] })),
  ),
)

const byCode = new Map(faultLeaves.map((leaf) => [leaf.code, leaf]))

/** The leaf of a code, undefined when there is none. */
export const faultLeaf = (code: string): FaultLeaf | undefined => byCode.get(code)

/** 主轴 › 拉刀松刀 › 碟簧失效拉刀力不足; of a class above that, as an old ledger may have it, the way to there. */
export const faultWords = (code: string): string =>
  faultName(code) === code
    ? ''
    : code
        .split('-')
        .map((_, i, parts) => faultName(parts.slice(0, i + 1).join('-')))
        .join(' › ')

/** Name of a class of any level: SP 主轴, SP-3 拉刀松刀, SP-3-1 碟簧失效拉刀力不足; the code where there is none. */
export function faultName(code: string): string {
  const [l1 = '', group, leaf] = code.split('-')
  const top = faultTree[l1]
  const middle = top?.groups[Number(group) - 1]
  const name = leaf ? middle?.[1][Number(leaf) - 1] : group ? middle?.[0] : top?.name
  return name ?? code
}

/** The one class that asks for words and a photo: the fault could not be reproduced. */
export const notReproduced = 'OT-3-1'
