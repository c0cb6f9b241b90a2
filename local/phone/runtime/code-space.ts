// App, Page, Component and Behavior, on WeChat's own component framework.
import './settings'
import './wxs'
import * as ge from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { elements } from '../elements/index'
import { trouble } from './trouble'
import type { Given } from './types'

type Environment = Parameters<Parameters<typeof space.componentEnv>[1]>[0]
type Definition = Parameters<Environment['Component']>[0]
type PageDefinition = Parameters<Environment['Page']>[0]

export const env = new MiniProgramEnv()
export const space = env.createCodeSpace('', true)

/** What the compiler told; filled by `register`. */
export const given: Given = {
  app: { pages: [] },
  configs: {},
  scopes: {},
  pageStyles: {},
  tags: [],
  absentTags: [],
}

let path = ''
let app: Record<string, unknown> = {}

const quiet = /is not a valid property|received type-incompatible|keys are not unique/
ge.addGlobalWarningListener(
  (message: unknown) => !quiet.test(String((message as { message?: string }).message ?? message)),
)
ge.addGlobalErrorListener((error: unknown) => {
  trouble(error)
  return false
})

// `ready` does not fire by itself: one task after `attached`, children first.
let waiting: ge.GeneralComponent[] | null = null
function soonReady(component: ge.GeneralComponent): void {
  if (!waiting) {
    waiting = []
    setTimeout(() => {
      const all = waiting ?? []
      waiting = null
      for (const one of all.reverse()) if (ge.Element.isAttached(one)) one.triggerLifetime('ready', [])
    })
  }
  waiting.push(component)
}
space.setOverallBehavior(
  space.getComponentSpace().defineBehavior({
    lifetimes: {
      attached(this: unknown) {
        soonReady((this as { _$?: ge.GeneralComponent })._$ ?? (this as ge.GeneralComponent))
      },
    },
  } as never) as never,
)

// wx://form-field and its like are built in here: the elements know them.
const cleaned = <T extends { behaviors?: unknown[] }>(definition: T): T =>
  definition.behaviors
    ? { ...definition, behaviors: definition.behaviors.filter((one) => typeof one !== 'string') }
    : definition

function within<T>(at: string, work: (environment: Environment) => T): T {
  let result: T | undefined
  space.componentEnv(at, (environment) => {
    result = work(environment)
  })
  return result as T
}

Object.assign(globalThis, {
  __phone: { at: (id: string) => (path = id) },
  Component: (definition: Definition) => within(path, ({ Component }) => Component(cleaned(definition))),
  Page: (definition: PageDefinition) => within(path, ({ Page }) => Page(cleaned(definition))),
  Behavior: (definition: Definition) => within('', ({ Behavior }) => Behavior(cleaned(definition))),
  App: (definition: Record<string, unknown>) => (app = definition),
  getApp: () => app,
})

/** The app's own object. */
export const appObject = (): Record<string, unknown> => app

/** Takes the compiler's output: templates, configs, style scopes; defines the built-in elements first. */
export function register(templates: Record<string, unknown>, told: Given): void {
  Object.assign(given, told)
  const template = (id: string) =>
    ({ groupList: templates, content: templates[id], fallbackListenerOnNativeNode: true }) as never
  for (const [name, definition] of Object.entries(elements)) {
    const id = `builtin/${name}`
    space.addComponentStaticConfig(id, { component: true, styleIsolation: 'shared' } as never)
    space.addCompiledTemplate(id, template(id))
    within(id, ({ Component }) => Component(definition as Definition))
    const made = space.getComponentSpace().getComponentByUrl(id, '')
    space.getComponentSpace().setGlobalUsingComponent(name, made as never)
  }
  for (const [id, config] of Object.entries(told.configs)) {
    space.addComponentStaticConfig(id, config as never)
    space.addStyleSheet(id, undefined, told.scopes[id])
    space.addCompiledTemplate(id, template(id))
  }
}
