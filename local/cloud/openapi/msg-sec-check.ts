// security.msgSecCheck v2: text that holds 违规测试 is risky, so that a refusal can be played.
import type { OpenApi } from './open-api'

export const msgSecCheck: OpenApi = (_cloud, given) => {
  const risky = String(given.content ?? '').includes('违规测试')
  return {
    errCode: 0,
    errMsg: 'ok',
    result: risky ? { suggest: 'risky', label: 20001 } : { suggest: 'pass', label: 100 },
  }
}
