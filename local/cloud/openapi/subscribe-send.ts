// subscribeMessage.send: takes a credit and puts a card into the person's chat, or refuses as WeChat does.
import { randomUUID } from 'node:crypto'
import type { MessageTemplate } from '../../options'
import type { OpenApi } from './open-api'

interface Given {
  touser?: string
  templateId?: string
  template_id?: string
  page?: string
  data?: Record<string, { value?: unknown }>
}

const limits: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/su,
  phrase: /^[\u4e00-\u9fff]{1,5}$/u,
  name: /^.{1,10}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/u,
  number: /^-?[\d.]{1,32}$/u,
  phone_number: /^[\d+-]{1,17}$/u,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日( \d{2}:\d{2})?|\d{2}:\d{2}|\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?)$/u,
}

export const subscribeSend: OpenApi = (cloud, raw) => {
  const given = raw as Given
  const openid = given.touser ?? ''
  const templateId = given.templateId ?? given.template_id ?? ''
  const template = cloud.templates[templateId]
  if (!cloud.personas.some((one) => one.openid === openid))
    return { errCode: 40003, errMsg: 'invalid openid' }
  if (!template) return { errCode: 40037, errMsg: 'invalid template_id' }
  const wrong = wrongField(template, given.data ?? {})
  if (wrong) return { errCode: 47003, errMsg: `argument invalid! data.${wrong}.value invalid` }
  const fields = Object.entries(template.fields).map(([key, label]) => ({
    label,
    value: String(given.data![key]!.value),
  }))
  const delivered = cloud.consents.take(openid, templateId)
  const card = {
    id: randomUUID(),
    at: cloud.clock.now(),
    templateId,
    title: template.title,
    fields,
    page: given.page ?? '',
  }
  cloud.chat.add(openid, delivered ? { ...card, delivered } : { ...card, delivered, reason: '43101' })
  return delivered
    ? { errCode: 0, errMsg: 'ok' }
    : { errCode: 43101, errMsg: 'user refuse to accept the msg' }
}

/** The first field that is missing or breaks WeChat's limits, '' when all are well. */
function wrongField(template: MessageTemplate, data: Record<string, { value?: unknown }>): string {
  const bad = Object.keys(template.fields).find((key) => {
    const value = data[key]?.value
    const limit = limits[key.replace(/\d+$/, '')]
    return value === undefined || !limit || !limit.test(String(value))
  })
  return bad ?? Object.keys(data).find((key) => !(key in template.fields)) ?? ''
}
