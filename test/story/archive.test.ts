// The archive on screen, taken along as Excel; and an old ledger on its way in.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsxByHand } from '../service/xlsx'
import { Stage, type Phone } from './stage'

describe('客户服务档案, in Chromium', () => {
  let stage: Stage
  beforeEach(async () => {
    stage = await Stage.open()
  })
  afterEach(async () => {
    expect(stage.troubles).toEqual([])
    await stage.close()
  })
  const choose = async (phone: Phone, label: string | RegExp, value: string) => {
    await phone.press(label)
    await phone.app.locator('.wx-picker-control').selectOption({ label: value })
  }
  /** What a press brings to this computer, as rows of words. */
  const downloaded = async (phone: Phone, button: string) => {
    const [file] = await Promise.all([phone.page.waitForEvent('download'), phone.press(button)])
    const rows = readXlsxByHand(readFileSync(await file.path()))
    return { name: file.suggestedFilename(), rows: rows.map((row) => row.map((cell) => cell.value)) }
  }

  it('given 澄远, when 沈晓雯 opens its archive, filters and exports, then the file has what the screen has', async () => {
    const shen = await stage.phone('shenxiaowen', '/pages/workbench/index')
    await shen.press('客户档案')
    await shen.type('搜索档案', '澄远')
    await shen.press('查找')
    await shen.press(/V850 立式加工中心/)
    await shen.sees('服务记录')
    await choose(shen, '类别 全部类别', '回执')
    await shen.sees(/已签署服务回执/)
    const { name, rows } = await downloaded(shen, '导出 Excel')
    await shen.sees(/已导出 \d+ 条/)
    expect(name).toBe('客户服务档案-20261123.xlsx')
    // the filter itself says it once
    expect(rows.length).toBe(await shen.top.getByText('回执', { exact: true }).count())
    for (const row of rows.slice(1)) await shen.sees(row[5] as string)
    expect(new Set(rows.slice(1).map((row) => row[1]))).toEqual(new Set(['回执']))
  })

  it('given a ledger in Excel, when 沈晓雯 chooses it, checks and imports, then the archive has it and what was refused comes back', async () => {
    const shen = await stage.phone('shenxiaowen', '/office/import/index')
    const chosen = shen.page.waitForEvent('filechooser')
    await shen.press('从聊天里选文件')
    await (await chosen).setFiles(join(__dirname, '../service/samples/ledger.xlsx'))
    await shen.sees('11 行记录,10 列')
    // nothing is attributed by guess: she says so for lines without a company, and which one a near name means
    await shen.tap(shen.top.getByRole('switch', { name: '没写企业的按设备现在的客户算' }))
    await shen.press('检查')
    await shen.sees('这些企业名请确认')
    await choose(shen, /^苏州澄远精密机械有限公司/, '苏州澄远精密机械 · 苏州')
    await shen.press('按确认的名字重新检查')
    await shen.sees('这些故障词对不上故障分类')
    await choose(shen, /^油泵坏/, '液压气动 › 液压')
    const { rows } = await downloaded(shen, '下载收不下的行')
    expect(rows.slice(1).map((row) => row[10])).toEqual(['7', '8', '9', '10', '11'])
    await shen.press('导入 6 行')
    await shen.sees('已导入 6 行')
    await shen.press('看客户服务档案')
    await choose(shen, '类别 全部类别', '历史台账')
    await shen.type('搜索档案', 'QHH630-2510-001')
    await shen.press('查找')
    await shen.press(/H630 卧式加工中心/)
    await shen.sees(/油泵压力不足;故障:液压气动 › 液压/)
  })
})
