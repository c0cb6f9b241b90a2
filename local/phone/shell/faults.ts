// 故障: what happens to the next thing that the person in focus submits.
import { button, make, post } from './dom'
import type { Stage } from './state'

/** px of height from which the script has room enough beside the faults. */
const ROOMY = 860

const own = [
  { kind: 'lostAnswer', label: '超时后已成功' },
  { kind: 'twice', label: '重复提交' },
  { kind: 'crash', label: '函数出错' },
]

/** One button a fault. */
export function faultsPanel(stage: Stage): HTMLElement {
  const said = make('p', { className: 'said-line', role: 'status' })
  const who = make('small')
  const draw = () => (who.textContent = `${stage.person(stage.state[stage.state.focus]).name} 的下一次提交`)
  const plan = async (kind: string, label: string): Promise<void> => {
    const openid = stage.state[stage.state.focus]
    await post('/faults', { openid, kind, at: 'change' })
    said.textContent = `${stage.person(openid).name} 的下一次提交:${label}`
  }
  const buttons = [...own, ...stage.config.faults].map(({ kind, label }) =>
    button(label, () => void plan(kind, label)),
  )
  stage.onChange(draw)
  draw()
  const folded = make(
    'details',
    { open: window.innerHeight >= ROOMY },
    make('summary', {}, make('h2', { textContent: '故障 ' }, who)),
    make('div', { className: 'chips' }, ...buttons),
  )
  return make('section', { className: 'faults', ariaLabel: '故障' }, folded, said)
}
