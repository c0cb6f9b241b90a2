import { createHash } from 'node:crypto'
import { guessMapping, type LedgerMapping } from '../../miniprogram/domain/ledger/fields'
import { companiesLike } from '../../miniprogram/domain/ledger/owner'
import { type LedgerCell } from '../../miniprogram/domain/ledger/cells'
import { doubtfulNames, readLine, readLines, type Reading } from '../../miniprogram/domain/ledger/read'
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
const words = (cells: LedgerCell[], more?: Partial<LedgerMapping>): string[] => {
  const line = readLine(cells, 7, reading(more))
  return line.ok ? [] : line.refusals.map((one) => `${one.row} ${one.column} ${one.words}`)
}
const record = (cells: LedgerCell[], more?: Partial<LedgerMapping>) => {
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

  it('given a company written a little longer, a branch or a fragment, then it is asked about, and taken once confirmed', () => {
    const longer = changed(1, '苏州澄远精密机械有限公司')
    expect(words(longer)).toEqual([
      '7 客户名称 没有登记「苏州澄远精密机械有限公司」，是不是苏州澄远精密机械？请在检查后确认',
    ])
    expect(words(changed(1, '澄远'))).toHaveLength(1)
    expect(record(longer, { companies: { 苏州澄远精密机械有限公司: 'c1' } })).toMatchObject({
      companyId: 'c1',
      companyName: '苏州澄远精密机械',
    })
    expect(record(longer, { keepUnknown: true })).toMatchObject({ companyId: '' })
    const both = [{ name: 'A精密机械' }, { name: 'B精密机械' }]
    expect(companiesLike('精密机械', both)).toEqual(both)
  })

  it('given two companies of one name, then neither is taken by itself', () => {
    const twice = [
      { id: 'c1', name: '苏州澄远精密机械', city: '苏州' },
      { id: 'c9', name: '苏州澄远精密机械', city: '常熟' },
    ]
    const asked = reading()
    const two = { ...asked, registered: { ...asked.registered, companies: twice } }
    expect(readLine(good, 7, two)).toMatchObject({
      ok: false,
      refusals: [{ words: '有 2 家企业都叫「苏州澄远精密机械」，请在检查后选是哪一家' }],
    })
    expect(doubtfulNames([good, good], two)).toEqual([
      { name: '苏州澄远精密机械', count: 2, candidates: twice },
    ])
    const chosen = { ...two, mapping: { ...two.mapping, companies: { 苏州澄远精密机械: 'c1' } } }
    expect(readLine(good, 7, chosen)).toMatchObject({ ok: true, record: { companyId: 'c1' } })
  })

  it('given no company, then a machine does not say whose line it was, unless somebody says so', () => {
    expect(words(changed(1, ''))[0]).toContain('没有写企业；设备现在是苏州澄远精密机械的')
    expect(record(changed(1, ''), { byOwner: true }).companyId).toBe('c1')
  })

  it("given one company with another's machine, then it is asked, and kept under the named one when it changed hands", () => {
    const other = changed(1, '宁波锐拓模具')
    expect(words(other)[0]).toContain('设备 QHV850-2403-016 现在是苏州澄远精密机械的，请核对')
    expect(record(other, { othersMachines: true })).toMatchObject({
      companyId: 'c2',
      serial: 'QHV850-2403-016',
    })
  })

  it('given a serial number in any writing, then it is the same machine', () => {
    for (const typed of ['ｑｈｖ８５０－２４０３－０１６', 'QHV850—2403—016', ' QHV850-2403-016\u200B'])
      expect(record(changed(2, typed)).serial).toBe('QHV850-2403-016')
  })

  it('given long numbers, powers of ten and formula errors, then they are no machine: please set the column to text', () => {
    const at = (cell: LedgerCell) => words(good.map((one, i) => (i === 2 ? cell : one)))
    for (const cell of [240310000000001, 2.02403e16, '2.02403E+16', 202403160160160160])
      expect(at(cell).some((one) => one.includes('请把这一列设为文本'))).toBe(
        typeof cell === 'string' || cell >= 1e15,
      )
    expect(at('#N/A')[0]).toContain('「#N/A」是公式的错误')
    expect(words(changed(8, '#DIV/0!'))[0]).toContain('是公式的错误')
  })

  it('given blank lines, a 序号 that was dragged down and a line of sums, then blank is blank', () => {
    const blank = columns.map(() => '')
    const numbered = (n: number): LedgerCell[] => [...blank, n]
    const sum = changed(0, '').map((cell, i) => (i === 1 ? '合计' : i === 8 ? cell : ''))
    const read = readLines([good, blank, numbered(2), numbered(3), sum], 2, reading())
    expect([read.records.length, read.refusedRows]).toEqual([1, 0])
  })

  it('given 免费 where an amount stands, then nothing was paid', () => {
    for (const free of ['免费', '保内', '三包', '无', '-', '／'])
      expect(record(changed(8, free)).cost).toBe(0)
    expect(record(changed(8, '１，８６０.４元')).cost).toBe(1860)
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
