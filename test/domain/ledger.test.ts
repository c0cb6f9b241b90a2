import { createHash } from 'node:crypto'
import { guessMapping, type LedgerMapping } from '../../miniprogram/domain/ledger/fields'
import { companyNamed, readLine, readLines, type Reading } from '../../miniprogram/domain/ledger/read'
import { dayIn, faultIn, numberIn } from '../../miniprogram/domain/ledger/values'

const columns = [
  '日期',
  '客户名称',
  '出厂编号',
  '派工单号',
  '故障现象',
  '处理措施',
  '故障代码',
  '停机时间(小时)',
  '费用(元)',
]
const good = [
  '2024/7/1',
  '苏州澄远精密机械',
  'qhv850-2403-016',
  'WX-1',
  '主轴异响',
  '换轴承',
  'SP-2-1',
  '6.5',
  '¥1,860.40',
]

const reading = (more: Partial<LedgerMapping> = {}): Reading => ({
  columns,
  mapping: { ...guessMapping(columns), ...more },
  registered: {
    companies: [
      { id: 'c1', name: '苏州澄远精密机械' },
      { id: 'c2', name: '宁波锐拓模具' },
    ],
    machines: [
      { serial: 'QHV850-2403-016', model: 'V850', companyId: 'c1', companyName: '苏州澄远精密机械' },
    ],
  },
  today: '2026-11-23',
  hash: (text) => createHash('sha256').update(text).digest('hex'),
})
const changed = (column: number, to: string): string[] => good.map((cell, i) => (i === column ? to : cell))
const words = (cells: string[], more?: Partial<LedgerMapping>): string[] => {
  const line = readLine(cells, 7, reading(more))
  return line.ok ? [] : line.refusals.map((one) => `${one.row} ${one.column} ${one.words}`)
}
const record = (cells: string[], more?: Partial<LedgerMapping>) => {
  const line = readLine(cells, 7, reading(more))
  if (!line.ok) throw new Error(JSON.stringify(line.refusals))
  return line.record
}

describe('a line of an old ledger', () => {
  it('given headings as people write them, then each column is guessed once', () => {
    expect(guessMapping(columns).columns).toEqual({
      day: '日期',
      company: '客户名称',
      serial: '出厂编号',
      no: '派工单号',
      title: '故障现象',
      words: '处理措施',
      fault: '故障代码',
      downtime: '停机时间(小时)',
      cost: '费用(元)',
    })
    expect(
      guessMapping(['BscStartDate', 'Asset', 'OriginalShorttext', 'Cost', 'MajorSystem', 'id']).columns,
    ).toEqual({
      day: 'BscStartDate',
      serial: 'Asset',
      title: 'OriginalShorttext',
      cost: 'Cost',
      fault: 'MajorSystem',
      no: 'id',
    })
  })

  it('given a whole line, then it is understood: day, owner, model of the machine, class, minutes and whole yuan', () => {
    expect(record(good)).toMatchObject({
      row: 7,
      day: '2024-07-01',
      companyId: 'c1',
      companyName: '苏州澄远精密机械',
      serial: 'QHV850-2403-016',
      model: 'V850',
      no: 'WX-1',
      title: '主轴异响',
      words: '换轴承',
      fault: 'SP-2-1',
      downtime: 390,
      repair: null,
      cost: 1860,
    })
  })

  it('given what cannot be taken, then each fault is told with row, column and why', () => {
    expect(words(changed(0, ''))).toEqual(['7 日期 没有日期'])
    expect(words(changed(0, '去年夏天'))).toEqual(['7 日期 看不懂的日期「去年夏天」,请写成 2024-07-01'])
    expect(words(changed(0, '2024-02-30'))).toHaveLength(1)
    expect(words(changed(0, '2026-11-24'))).toEqual(['7 日期 日期 2026-11-24 在今天之后'])
    expect(words(changed(1, '没有的公司'))).toEqual(['7 客户名称 没有登记这家企业:没有的公司'])
    expect(words(changed(2, 'QH-NONE'))).toEqual(['7 出厂编号 没有登记这台设备:QH-NONE'])
    expect(words(changed(8, '约两千'))).toEqual(['7 费用(元) 「约两千」不是数字'])
    expect(words(changed(8, '-5'))).toEqual(['7 费用(元) 「-5」是负数'])
    expect(words(good.map((cell, i) => (i === 4 || i === 5 ? '' : cell)))).toEqual([
      '7 故障现象 没有写做了什么:现象和处理内容都是空的',
    ])
    expect(words(['', '', '', '', '', '', '', 'x', ''])).toHaveLength(4)
  })

  it('given a machine or company that is not registered, when they are to be kept, then the line is taken as it is', () => {
    const kept = record(changed(2, 'QH-NONE'), { keepUnknown: true })
    expect(kept).toMatchObject({ serial: 'QH-NONE', model: '', companyId: 'c1' })
    expect(record(changed(1, '没有的公司'), { keepUnknown: true })).toMatchObject({
      companyId: '',
      companyName: '没有的公司',
    })
  })

  it('given a company written a little longer, then it is found, and two that fit are not guessed between', () => {
    expect(record(changed(1, '苏州澄远精密机械有限公司')).companyId).toBe('c1')
    expect(record(changed(1, '')).companyId).toBe('c1')
    expect(companyNamed('精密机械', [{ name: 'A精密机械' }, { name: 'B精密机械' }])).toBeUndefined()
  })

  it('given the same line twice, then it is one; another number, day or word is another', () => {
    expect(record(good).id).toBe(record([...good]).id)
    const others = [changed(3, 'WX-2'), changed(0, '2024/7/2'), changed(5, '换轴承,试车')].map(
      (cells) => record(cells).id,
    )
    expect(new Set([record(good).id, ...others]).size).toBe(4)
    const { records, refusals, refusedRows } = readLines([good, changed(0, ''), good], 2, reading())
    expect([records.length, refusedRows]).toEqual([1, 2])
    expect(refusals[1]).toEqual({ row: 4, column: '', words: '和第 2 行完全相同' })
  })

  it('given a better list of fault words, then the line keeps its id', () => {
    const word = changed(6, '主轴坏')
    expect(record(word)).toMatchObject({ fault: '', faultWord: '主轴坏' })
    const better = record(word, { faults: { 主轴坏: 'SP-2-1' } })
    expect(better).toMatchObject({ fault: 'SP-2-1', id: record(word).id })
  })

  it('given days and amounts as people write them, then they are read', () => {
    for (const text of [
      '2024-07-01',
      '2024/7/1',
      '2024年7月1日',
      '2024.7.1 8:30',
      '20240701',
      '45474',
      '2024-07-01T08:00',
    ])
      expect([text, dayIn(text)]).toEqual([text, '2024-07-01'])
    expect(['1,860.5', '¥1860', '2.5小时', '30 元', '', 'x'].map(numberIn)).toEqual([
      1860.5,
      1860,
      2.5,
      30,
      0,
      null,
    ])
    expect(dayIn('2024-13-01')).toBeNull()
  })

  it('given fault words, then code, name, way and alias are understood, and a doubtful name is not', () => {
    expect(faultIn('sp-3-1', {})).toBe('SP-3-1')
    expect(faultIn('碟簧失效拉刀力不足', {})).toBe('SP-3-1')
    expect(faultIn('主轴 › 拉刀松刀 › 碟簧失效拉刀力不足', {})).toBe('SP-3-1')
    expect(faultIn('Hydraulic System', { 'hydraulic system': 'HY-1-3' })).toBe('HY-1-3')
    expect(faultIn('油泵坏', { 油泵坏: '不是代码' })).toBe('')
    expect(faultIn('主轴', {})).toBe('SP')
    expect(faultIn('刀库换刀 › 刀塔', {})).toBe('TC-3')
    expect(faultIn('精度', {})).toBe('SP-1')
    expect(faultIn('Hydraulic', { hydraulic: 'HY' })).toBe('HY')
    expect(faultIn('说不清', {})).toBe('')
  })
})
