// WeChat's open APIs that are played here; another one is another file and a line.
import { msgSecCheck } from './msg-sec-check'
import type { OpenApi } from './open-api'
import { subscribeSend } from './subscribe-send'

export const openApis: Readonly<Record<string, OpenApi>> = {
  '/subscribeMessage.send': subscribeSend,
  '/security.msgSecCheck': msgSecCheck,
}
