// What WeChat keeps beside the mini-program: the cards of 服务通知, and the group chats that cards are forwarded to.
import { randomUUID } from 'node:crypto'
import { tellAll } from './events'
import { body, callerOf, json, param, type Route } from './http'

/** Cards of a person, or of everybody when nobody is named. */
export const chat: Route = ({ cloud }, request, response) => {
  const openid = param(request, 'openid')
  json(response, openid ? cloud.chat.of(openid) : cloud.chat.all())
}

/** Cards of every group chat. */
export const groups: Route = ({ cloud }, _request, response) => json(response, cloud.groups.all())

/** A person forwards a card: it lands in the group chat of his company. */
export const share: Route = async (context, request, response) => {
  const { cloud, options } = context
  const person = options.personas.find((one) => one.openid === callerOf(request))
  if (!person) return json(response, { error: '谁在转发?' }, 403)
  const given = JSON.parse((await body(request)).toString()) as { title?: unknown; path?: unknown }
  const card = {
    id: randomUUID(),
    at: cloud.clock.now(),
    from: person.openid,
    title: String(given.title ?? ''),
    path: String(given.path ?? ''),
  }
  const group = person.company ?? person.name
  cloud.groups.add(group, card)
  tellAll(context, 'share', { group, card })
  json(response, { group })
}
