// Settings of the house itself: working hours, messages, access, files. The newest always counts.
import { current, promised, type SettingGroup } from './row'

const clock = { unit: 'clock', min: 0, max: 24 * 60 - 1 } as const
const MB = 1024 * 1024

export const hours = {
  label: '工作时间',
  rows: {
    workFrom: {
      label: '上班时间',
      ...{ ...clock, default: 8 * 60 + 30, ...promised },
      effect: (words) => `工作时间从 ${words} 开始计`,
    },
    lunchFrom: {
      label: '午休开始',
      ...{ ...clock, default: 12 * 60, ...promised },
      effect: (words) => `${words} 起午休,不计工作时间`,
    },
    lunchTo: {
      label: '午休结束',
      ...{ ...clock, default: 13 * 60, ...promised },
      effect: (words) => `${words} 午休结束,接着计工作时间`,
    },
    workTo: {
      label: '下班时间',
      ...{ ...clock, default: 17 * 60 + 30, ...promised },
      effect: (words) => `${words} 下班;按工作日计的时限到这时为止`,
    },
  },
} as const satisfies SettingGroup

const retry = (nth: string, value: number) => ({
  label: `第${nth}次重发`,
  ...{ unit: 'minutes' as const, default: value, min: 1, max: 24 * 60, ...current },
  effect: (words: string) => `消息第${nth}次发送失败,${words}后重发`,
})

export const messages = {
  label: '消息',
  rows: {
    quietFrom: {
      label: '免打扰开始',
      ...{ ...clock, default: 21 * 60, ...current },
      effect: (words) => `${words} 起不推送,到达和安全除外`,
    },
    quietTo: {
      label: '免打扰结束',
      ...{ ...clock, default: 7 * 60 + 30, ...current },
      effect: (words) => `${words} 起恢复推送`,
    },
    retry1: retry('一', 1),
    retry2: retry('二', 5),
    retry3: retry('三', 15),
    retry4: retry('四', 60),
    retry5: retry('五', 240),
    creditsEnough: {
      label: '提醒额度够用',
      ...{ unit: 'count', default: 2, min: 1, max: 10, ...current },
      effect: (words) => `一种提醒还剩 ${words}时,不再请人允许`,
    },
    consentAgainMinutes: {
      label: '拒绝后再问',
      ...{ unit: 'minutes', default: 24 * 60, min: 60, max: 30 * 24 * 60, ...current },
      effect: (words) => `拒绝提醒后 ${words}内不再询问`,
    },
  },
} as const satisfies SettingGroup

export const access = {
  label: '访问与文件',
  rows: {
    inviteDays: {
      label: '同事邀请码有效期',
      ...{ unit: 'days', default: 7, min: 1, max: 90, ...current },
      effect: (words) => `给同事的邀请码 ${words}内有效`,
    },
    callsPerMinute: {
      label: '每分钟操作上限',
      ...{ unit: 'count', default: 240, min: 60, max: 6000, ...current },
      effect: (words) => `一个人每分钟最多操作 ${words},超过要等一会儿`,
    },
    fileLinkMinutes: {
      label: '文件地址有效期',
      ...{ unit: 'minutes', default: 30, min: 5, max: 24 * 60, ...current },
      effect: (words) => `照片和文件的地址 ${words}后失效`,
    },
    preparedDays: {
      label: '离线资料保留',
      ...{ unit: 'days', default: 30, min: 1, max: 180, ...current },
      effect: (words) => `下载到手机的离线资料保留 ${words}`,
    },
    exportRows: {
      label: '导出行数上限',
      ...{ unit: 'count', counter: '行', default: 10_000, min: 1000, max: 100_000, ...current },
      effect: (words) => `一次最多导出 ${words}`,
    },
    exportDays: {
      label: '导出文件保留',
      ...{ unit: 'days', default: 1, min: 1, max: 30, ...current },
      effect: (words) => `导出的文件 ${words}后删除,谁导出了什么一直记着`,
    },
    importRows: {
      label: '导入行数上限',
      ...{ unit: 'count', counter: '行', default: 10_000, min: 1000, max: 50_000, ...current },
      effect: (words) => `一个旧台账最多 ${words}`,
    },
    importBytes: {
      label: '导入文件上限',
      ...{ unit: 'bytes', default: 10 * MB, min: MB, max: 50 * MB, ...current },
      effect: (words) => `一个旧台账文件最大 ${words}`,
    },
  },
} as const satisfies SettingGroup

export const media = {
  label: '照片、视频和录音',
  rows: {
    photoEdge: {
      label: '照片长边',
      ...{ unit: 'count', counter: '像素', default: 1600, min: 800, max: 4000, ...current },
      effect: (words) => `照片缩到长边 ${words}再上传`,
    },
    photoBytes: {
      label: '照片大小上限',
      ...{ unit: 'bytes', default: 10 * MB, min: MB, max: 50 * MB, ...current },
      effect: (words) => `一张照片最大 ${words}`,
    },
    videoBytes: {
      label: '视频大小上限',
      ...{ unit: 'bytes', default: 20 * MB, min: MB, max: 100 * MB, ...current },
      effect: (words) => `一段视频最大 ${words}`,
    },
    // WeChat's chooseMedia films at most 60 seconds
    videoSeconds: {
      label: '视频时长上限',
      ...{ unit: 'seconds', default: 30, min: 3, max: 60, ...current },
      effect: (words) => `一段视频最长 ${words}`,
    },
    voiceSeconds: {
      label: '录音时长上限',
      ...{ unit: 'seconds', default: 60, min: 5, max: 600, ...current },
      effect: (words) => `一段录音最长 ${words}`,
    },
  },
} as const satisfies SettingGroup
