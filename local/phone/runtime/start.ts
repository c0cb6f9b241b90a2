// The one backend of this phone, made when the tags are known.
import * as ge from 'glass-easel'
import type { AssociatedBackend } from 'glass-easel-miniprogram-adapter'
import { Backend } from './backend'
import { env, given } from './code-space'

let made: AssociatedBackend | null = null

/** Where roots are created. */
export function backend(): AssociatedBackend {
  if (made) return made
  const context = new Backend(new Set(given.tags), new Set(given.absentTags))
  // Events stay dead until they are dispatched as glass-easel's own.
  context.onEvent((target, type, detail, options) => {
    const event = new ge.Event(type, detail, options)
    ge.Event.dispatchEvent(target, event as never)
    return event.getEventBubbleStatus()
  })
  made = env.associateBackend(context as never)
  return made
}
