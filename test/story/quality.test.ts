import { readFileSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import { readXlsxByHand } from '../service/xlsx'
import { Stage, usual, type Phone } from './stage'

/** How many points of a chart's canvas are drawn, and how many there are on each CSS pixel's side. */
const inkOf = (chart: Locator) =>
  chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    let drawn = 0
    for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) drawn += 1
    return { drawn, ratio: canvas.width / canvas.clientWidth / devicePixelRatio }
  })

describe("which faults matter (第十条), in Chromium with the demo's records", () => {
  let stage: Stage
  let qin: Phone
  const chart = () => qin.top.getByRole('img', { name: /帕累托图/ })

  beforeAll(async () => {
    stage = await Stage.open()
    qin = await stage.phone('qinlan', '/pages/workbench/index')
  })
  afterAll(() => stage.close())

  it('given the quality department, when it looks at this year, then words come first and the bars are drawn', async () => {
    await qin.press('故障统计')
    await qin.title('故障统计')
    await qin.press(/^期间/)
    await qin.app.locator('.wx-picker-control').selectOption('今年')
    await qin.sees(/前 3 类占 \d\d%:主轴、刀库换刀、液压气动/)
    await qin.settled()
    const { drawn, ratio } = await inkOf(chart())
    expect(drawn).toBeGreaterThan(2000)
    expect(ratio).toBeCloseTo(1, 1)
  })

  it('when it is exported, then the file has the bars of the screen', async () => {
    const [file] = await Promise.all([qin.page.waitForEvent('download'), qin.press('导出 Excel')])
    expect(file.suggestedFilename()).toBe('故障统计-20261123.xlsx')
    const rows = readXlsxByHand(readFileSync(await file.path())).slice(1)
    const shown = await qin.top.getByRole('table').getByRole('button', { name: /^第 / }).all()
    const names = await Promise.all(shown.map((row) => row.getAttribute('aria-label')))
    expect(rows.map(([name]) => name!.value)).toEqual(names.map((words) => words!.split(',')[1]))
    await qin.sees(/已导出 \d+ 条:故障统计/)
  })

  it('when the phone is turned, then the chart stands beside the table and is drawn anew', async () => {
    await qin.page.setViewportSize({ width: usual.height, height: usual.width })
    await qin.settled()
    const left = (await chart().boundingBox())!
    const right = (await qin.top.getByRole('table').boundingBox())!
    expect(right.x).toBeGreaterThan(left.x + left.width)
    await expect(inkOf(chart())).resolves.toMatchObject({ ratio: expect.closeTo(1, 1) })
    await qin.page.setViewportSize(usual)
    await qin.settled()
  })

  it('when it goes a level down and taps a bar, then its tickets are there, and one opens', async () => {
    await qin.press('二级', 'tab')
    const row = qin.top.getByRole('button', { name: /^第 \d+ 位,拉刀松刀/ })
    const place = Number(/\d+/.exec((await row.getAttribute('aria-label'))!)![0])
    await qin.settled()
    await qin.tap(
      chart()
        .locator('[class*=hit]')
        .nth(place - 1),
    )
    await qin.title('这类故障的工单')
    await qin.sees('主轴 › 拉刀松刀')
    await qin.press(/V850 · 异响振动/)
    await qin.title('任务单')
    await qin.sees(/BX-260914-SQWT/)
  })

  it('given nobody looked wrong, then no error came to the console', () => {
    expect(stage.troubles).toEqual([])
  })
})
