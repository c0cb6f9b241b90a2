// WeChat's open APIs that are played here; another one is another file and a line.
import type { Cloud } from '../cloud'
import { msgSecCheck } from './msg-sec-check'
import { subscribeSend } from './subscribe-send'

export type OpenApi = (cloud: Cloud, given: Record<string, unknown>) => object

export const openApis: Readonly<Record<string, OpenApi>> = {
  '/subscribeMessage.send': subscribeSend,
  '/security.msgSecCheck': msgSecCheck,
}
