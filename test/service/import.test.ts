import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LedgerMapping } from '../../miniprogram/domain/ledger/fields'
import type { ArchiveRow } from '../../typings/contract'
import { pidOf, World } from './world'
import { readXlsxByHand } from './xlsx'

const sample = readFileSync(join(__dirname, 'samples/ledger.xlsx'))
const who = 'shenxiaowen'
const download = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer())

/** What is asked about the sample: a name that is written longer, and a line that names no company. */
const confirmed = { companies: { 苏州澄远精密机械有限公司: 'c1' }, byOwner: true }

/** Brings a ledger and gives its file, with the mapping that was guessed and what was asked confirmed. */
async function bring(
  world: World,
  content: Buffer | string,
  name = 'ledger',
): Promise<{ fileId: string; mapping: LedgerMapping }> {
  const fileId = await world.upload(who, `imports/${pidOf(who)}/${name}`, content)
  const { mapping } = await world.call(who, 'import.open', { fileId })
  return { fileId, mapping: { ...mapping, ...confirmed } }
}
async function write(world: World, file: { fileId: string; mapping: LedgerMapping }): Promise<number> {
  for (let from = 0; ;) {
    const { done, next } = await world.call(who, 'import.write', { ...file, from })
    if (next === null) return done
    from = next
  }
}
const archiveOf = (world: World, filter: object): Promise<ArchiveRow[]> =>
  world
    .call('fanglixin', 'archive.list', { kind: 'ledger', to: '2024-12-31', ...filter })
    .then((page) => page.items)

describe('an old ledger, through the door', () => {
  let world: World
  beforeEach(async () => {
    world = await World.open()
  })
  afterEach(() => world.close())

  it('given an Excel file, when it is opened, then its columns are guessed and its first lines shown', async () => {
    const fileId = await world.upload(who, `imports/${pidOf(who)}/a`, sample)
    const { columns, rows, sample: lines, mapping } = await world.call(who, 'import.open', { fileId })
    expect(columns.slice(0, 3)).toEqual(['日期', '客户名称', '出厂编号'])
    expect(rows).toBe(11)
    expect(lines[0]).toEqual(expect.arrayContaining(['2024-03-05', '主轴异响', '6.5', '1860.4']))
    expect(lines[1]![0]).toBe('2024-05-20 14:30')
    expect(mapping.columns).toMatchObject({
      day: '日期',
      company: '客户名称',
      serial: '出厂编号',
      fault: '故障代码',
    })
  })

  it('given good and bad lines, when they are checked, then every line is accounted for and nothing is written', async () => {
    const file = await bring(world, sample)
    const checked = await world.call(who, 'import.check', file)
    expect(checked).toMatchObject({ rows: 11, taken: 6, known: 0, refusedRows: 5, unclassified: 2 })
    expect(checked.faultWords).toEqual([
      { words: '=1+1', count: 1 },
      { words: '油泵坏', count: 1 },
    ])
    expect(checked.refusals.map(({ row, words }) => `${row} ${words}`)).toEqual([
      '7 没有登记这家企业:没有登记的公司',
      '8 看不懂的日期「去年夏天」,请写成 2024-07-01',
      '9 没有登记这台设备:QHV850-9999-999',
      '10 「约五百」不是数字',
      '10 没有写做了什么:现象和处理内容都是空的',
      '11 和第 2 行完全相同',
    ])
    expect(await archiveOf(world, {})).toEqual([])
  })

  it('given what nobody has confirmed, then nothing is attributed by guess: it is asked, and the lines wait', async () => {
    const fileId = await world.upload(who, `imports/${pidOf(who)}/c`, sample)
    const { mapping, sheet, sheets } = await world.call(who, 'import.open', { fileId })
    expect([sheet, sheets.map((one) => one.name)]).toEqual([sheets[0]!.name, [sheets[0]!.name, '说明']])
    const checked = await world.call(who, 'import.check', { fileId, mapping })
    expect(checked).toMatchObject({ rows: 11, taken: 4, refusedRows: 7 })
    expect(checked.names).toEqual([
      {
        name: '苏州澄远精密机械有限公司',
        count: 1,
        candidates: [expect.objectContaining({ id: 'c1', name: '苏州澄远精密机械' })],
      },
    ])
    expect(checked.refusals.map((one) => one.words)).toEqual(
      expect.arrayContaining([expect.stringContaining('没有写企业；设备现在是东莞恒达电子结构件的')]),
    )
  })

  it('given a checked file, when it is written twice, then cases and archive have each line once, and the second time all are known', async () => {
    const file = await bring(world, sample)
    expect(await write(world, file)).toBe(6)
    const first = await archiveOf(world, {})
    expect(await write(world, await bring(world, sample, 'again'))).toBe(6)
    expect(await archiveOf(world, {})).toEqual(first)
    expect(first).toHaveLength(6)
    expect((await world.call(who, 'import.check', file)).known).toBe(6)
    const [spindle] = await archiveOf(world, { serial: 'QHV850-2403-016', to: '2024-04-01' })
    expect(spindle).toMatchObject({
      companyName: '苏州澄远精密机械',
      no: 'WX-0001',
      ticketId: null,
      by: '周海',
      words: '主轴异响;更换前轴承,试车 30 分钟;故障:主轴 › 温升异响 › 轴承磨损异响;停机 6.5 小时;费用 ¥1,860',
    })
    expect((await archiveOf(world, { companyId: 'c4' }))[0]!.words).not.toContain('13800000001')
    const cases = (await world.all<{ no: string; l1: string; fault: string }>('cases')).filter((one) =>
      one.no.startsWith('WX-'),
    )
    expect(cases.map((one) => `${one.no} ${one.l1} ${one.fault}`).sort()).toEqual([
      'WX-0001 SP SP-2-1',
      'WX-0002 SP SP-3-1',
      'WX-0003 AX AX-3-3',
      'WX-0004 TC TC-1',
      'WX-0005  ',
      'WX-0010  ',
    ])
  })

  it('given words that mean nothing to us, when they are named, then the same lines are classified anew, not doubled', async () => {
    const file = await bring(world, sample)
    await write(world, file)
    await write(world, { ...file, mapping: { ...file.mapping, faults: { 油泵坏: 'HY-1-1' } } })
    const cases = await world.all<{ source: string; no: string; fault: string }>('cases')
    expect(cases.filter((one) => one.no === 'WX-0005').map((one) => one.fault)).toEqual(['HY-1-1'])
    expect(await archiveOf(world, {})).toHaveLength(6)
  })

  it('given refused lines, when the report is taken, then each stands there as it was with row and reason, as text', async () => {
    const made = await world.call(who, 'import.report', await bring(world, sample))
    const [head, ...rows] = readXlsxByHand(await download(made.url))
    expect(made).toMatchObject({ name: '未导入的记录-20261123.xlsx', rows: 5 })
    expect(head!.slice(-2).map((cell) => cell.value)).toEqual(['原行号', '没有收下的原因'])
    expect(rows[3]!.slice(-2).map((cell) => cell.value)).toEqual([
      '10',
      '费用:「约五百」不是数字;故障现象:没有写做了什么:现象和处理内容都是空的',
    ])
    expect(rows.flat().some((cell) => cell.formula)).toBe(false)
  })

  it('given a CSV as Excel in Chinese saves it, then it is read as well', async () => {
    const gbk = Buffer.from(
      'c8d5c6da2cd0f2c1d0bac52ccfd6cff30d0a323032342d30372d30312c51485638353' +
        '02d323430332d3031362cd6f7d6e1d2ecccec0d0a',
      'hex',
    )
    const { mapping, fileId } = await bring(world, gbk)
    expect(mapping.columns).toEqual({ day: '日期', serial: '序列号', title: '现象' })
    expect(await world.call(who, 'import.check', { fileId, mapping })).toMatchObject({
      taken: 1,
      refusedRows: 0,
    })
  })

  it('given what is no table, or the file of another, then it is refused in words', async () => {
    const picture = await world.upload(who, `imports/${pidOf(who)}/p`, Buffer.from([0x89, 0x50, 0, 0]))
    expect((await world.refusal(who, 'import.open', { fileId: picture })).words).toContain('请选 Excel')
    const broken = await world.upload(who, `imports/${pidOf(who)}/b`, sample.subarray(0, 2000))
    expect((await world.refusal(who, 'import.open', { fileId: broken })).words).toContain('打不开这个 Excel')
    const { fileId } = await bring(world, sample)
    expect((await world.refusal('fanglixin', 'import.open', { fileId })).words).toContain('文件没有传上来')
  })

  it('given the command, when a ledger is looked at and then written, then it says each refused line and leaves them beside the file', async () => {
    const file = join(world.folder, '台账.xlsx')
    writeFileSync(file, sample)
    const answers = join(world.folder, '对照.json')
    writeFileSync(answers, JSON.stringify(confirmed))
    const looked = await command(world, file, answers)
    expect(looked).toContain('没有读的表 / sheets left out: 说明(0)')
    expect(looked).toContain('记录 / lines: 11 · 可导入 / taken: 6 · 收不下 / refused: 5')
    expect(looked).toContain('✗ 8 日期:看不懂的日期「去年夏天」')
    expect(readXlsxByHand(readFileSync(join(world.folder, '台账-收不下.xlsx')))).toHaveLength(6)
    expect(await archiveOf(world, {})).toEqual([])
    expect(await command(world, file, answers, '--write')).toContain('已导入 / written: 6 / 6')
    expect(await archiveOf(world, {})).toHaveLength(6)
  })
})

/** Runs the command on this world's data, as on the machine where it lies. */
const command = (world: World, ...args: string[]): Promise<string> =>
  new Promise((done, fail) => {
    const root = join(__dirname, '../..')
    const tsx = join(root, 'node_modules/.bin/tsx')
    const env = { ...process.env, TCB_ENV: undefined }
    execFile(
      tsx,
      ['scripts/import.ts', ...args, '--folder', world.folder],
      { cwd: root, env },
      (error, stdout, stderr) => (error ? fail(new Error(`${stdout}${stderr}`)) : done(stdout)),
    )
  })
