// What else the preview page offers: the two-pane view, credits, a picture, the first data again.
import { confirm } from './dialog'
import { button, make, post } from './dom'
import { showLedger } from './ledger'
import { canShoot, shoot } from './shot'
import type { Stage } from './state'

/** The row of tools; `phones` are what a picture shows. */
export function toolsPanel(stage: Stage, phones: HTMLElement[]): HTMLElement {
  const two = button('PC 双栏', () => stage.change({ two: !stage.state.two }), {
    title: '像电脑版微信那样,并排显示最上面的两页',
  })
  const draw = () => (two.ariaPressed = String(stage.state.two))
  stage.onChange(draw)
  draw()
  return make(
    'section',
    { className: 'tools', ariaLabel: '工具' },
    make(
      'div',
      { className: 'chips' },
      two,
      button('订阅额度', () => void showLedger(stage)),
      canShoot() &&
        button('截图两台手机', () => void shoot(phones, 'two-phones.png').catch(() => {}), {
          title: '浏览器会先问:分享这个标签页',
        }),
      button('重置演示数据', askReset, { className: 'danger' }),
    ),
  )
}

function askReset(): void {
  confirm(
    '重置演示数据?',
    '做过的一切都会清空,回到最初的数据和时间。两台手机会重新打开。',
    '重置',
    () => void post('/reset', {}),
  )
}
