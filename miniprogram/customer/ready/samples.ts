// The drawings of what a good photo of a condition shows; their sources are scripts/samples/*.svg.
const drawings: Readonly<Record<string, string>> = {
  设备全景: 'panorama',
  铭牌: 'plate',
  报警画面: 'alarm',
  故障部位: 'fault',
  电柜已断电: 'cabinet',
  作业空间与吊点: 'room',
  地基地面: 'ground',
  '电源(电压、容量、接地)': 'power',
  气源压力: 'air',
  通道与门宽: 'passage',
  起重设备: 'lift',
  开箱前外观: 'crate',
  操作人员名单: 'people',
  室温与恒温: 'climate',
  液压站可停机泄压: 'pressure',
}

/** Path of a condition's sample picture in the package; '' when none is drawn. */
export function sampleOf(label: string): string {
  const name = drawings[label]
  return name ? `/customer/ready/samples/${name}.png` : ''
}
