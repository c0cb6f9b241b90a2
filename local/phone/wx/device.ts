// wx device: calls, clipboard, scanning, what kind of phone it is.
import { settings } from '../runtime/settings'
import type { Callbacks } from '../runtime/types'
import { escaped, layer, reply } from './reply'
import { ui } from './ui'

const info = () => ({
  SDKVersion: '3.8.12',
  version: '8.0.50',
  platform: 'devtools',
  system: 'iOS 17.0',
  model: 'local phone',
  brand: 'local',
  language: 'zh_CN',
  pixelRatio: devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: innerHeight,
  statusBarHeight: 0,
  fontSizeSetting: 16 * settings.fontScale,
  fontSizeScaleFactor: settings.fontScale,
  theme: 'light',
  deviceOrientation: innerWidth > innerHeight ? 'landscape' : 'portrait',
  safeArea: {
    left: 0,
    right: innerWidth,
    top: 0,
    bottom: innerHeight - settings.safeBottom,
    width: innerWidth,
    height: innerHeight - settings.safeBottom,
  },
})

type Resized = (size: object) => void
const resized = new Set<Resized>()
addEventListener('resize', () => resized.forEach((heard) => heard({ size: info() })))

async function scan(): Promise<object> {
  const { confirm, content } = (await ui.showModal({
    title: '扫一扫',
    editable: true,
    placeholderText: '本地手机没有镜头:输入码的内容',
    confirmText: '扫到了',
  })) as { confirm: boolean; content: string }
  if (!confirm || content.trim() === '') throw { errMsg: 'scanCode:fail cancel' }
  return { result: content.trim(), scanType: 'QR_CODE', charSet: 'UTF-8', path: '' }
}

function callPhone(number: string): object {
  const shown = layer('wx-toast', `<div role="status">正在拨打 ${escaped(number)}(演示)</div>`)
  setTimeout(() => shown.remove(), 1500)
  return {}
}

export const device = {
  getSystemInfoSync: info,
  getWindowInfo: info,
  getDeviceInfo: info,
  getAppBaseInfo: info,
  getSystemInfo: (options?: Callbacks<never>) => reply('getSystemInfo', options, info),
  getSystemInfoAsync: (options?: Callbacks<never>) => reply('getSystemInfoAsync', options, info),
  getSystemSetting: () => ({}),
  getAppAuthorizeSetting: () => ({ notificationAuthorized: 'authorized' }),
  getMenuButtonBoundingClientRect: () => ({
    width: 87,
    height: 32,
    top: 6,
    right: innerWidth - 7,
    bottom: 38,
    left: innerWidth - 94,
  }),
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
  }),
  getLaunchOptionsSync: () => ({ scene: 1001, path: '', query: {} }),
  getEnterOptionsSync: () => ({ scene: 1001, path: '', query: {} }),
  canIUse: () => true,
  onThemeChange: () => {},
  offThemeChange: () => {},
  onMenuButtonBoundingClientRectWeightChange: () => {},
  offMenuButtonBoundingClientRectWeightChange: () => {},
  onWindowResize: (heard: Resized) => void resized.add(heard),
  offWindowResize: (heard?: Resized) => void (heard ? resized.delete(heard) : resized.clear()),
  onKeyboardHeightChange: () => {},
  offKeyboardHeightChange: () => {},
  vibrateShort: (options?: Callbacks<never>) => reply('vibrateShort', options, () => ({})),
  makePhoneCall: (options: Callbacks<never> & { phoneNumber: string }) =>
    reply('makePhoneCall', options, () => callPhone(options.phoneNumber)),
  setClipboardData: (options: Callbacks<never> & { data: string }) =>
    reply('setClipboardData', options, async () => {
      await navigator.clipboard?.writeText(options.data).catch(() => {})
      await ui.showToast({ title: '内容已复制', icon: 'none' })
      return {}
    }),
  getClipboardData: (options?: Callbacks<never>) =>
    reply('getClipboardData', options, async () => ({ data: await navigator.clipboard.readText() })),
  scanCode: (options?: Callbacks<never>) => reply('scanCode', options, scan),
  getRandomValues: (options: Callbacks<never> & { length: number }) =>
    reply('getRandomValues', options, () => ({
      randomValues: crypto.getRandomValues(new Uint8Array(options.length)).buffer,
    })),
  getSetting: (options?: Callbacks<never>) =>
    reply('getSetting', options, () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true } })),
  openSetting: (options?: Callbacks<never>) => reply('openSetting', options, () => ({ authSetting: {} })),
  authorize: (options?: Callbacks<never>) => reply('authorize', options, () => ({})),
  getPrivacySetting: (options?: Callbacks<never>) =>
    reply('getPrivacySetting', options, () => ({ needAuthorization: false })),
  requirePrivacyAuthorize: (options?: Callbacks<never>) =>
    reply('requirePrivacyAuthorize', options, () => ({})),
  onNeedPrivacyAuthorization: () => {},
  setKeepScreenOn: (options?: Callbacks<never>) => reply('setKeepScreenOn', options, () => ({})),
  getUpdateManager: () => ({
    onCheckForUpdate() {},
    onUpdateReady() {},
    onUpdateFailed() {},
    applyUpdate() {},
  }),
  onAppShow: () => {},
  onAppHide: (heard: () => void) => window.addEventListener('pagehide', heard),
  onError: () => {},
  onUnhandledRejection: () => {},
  nextTick: (work: () => void) => void Promise.resolve().then(work),
}
