// WXSS → CSS: rpx, element names, style isolation by a class prefix, :host by an attribute, imports inlined.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import postcss, { type Plugin } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { tags } from '../elements/templates'
import type { Part, Project } from './project'

export interface Styles {
  app: string
  components: string
  pages: Record<string, string>
  /** Part → class prefix of its own styles. */
  scopes: Record<string, string>
  files: string[]
}

/** Compiles app.wxss, the components' and the pages' sheets. */
export function compileStyles(project: Project): Styles {
  const out: Styles = { app: '', components: '', pages: {}, scopes: {}, files: [] }
  const read = (file: string): string => inlined(project.root, file, new Set(), out.files)
  out.app = css(read(join(project.root, 'app.wxss')), '')
  let number = 0
  for (const part of project.parts.values()) {
    const scope = isShared(part) ? '' : `s${number++}`
    if (scope) out.scopes[part.id] = scope
    const text = read(join(project.root, `${part.id}.wxss`))
    if (text === '') continue
    if (part.kind === 'page') out.pages[part.id] = css(text, scope)
    else out.components += `${css(text, scope)}\n`
  }
  return out
}

// A page shares the app's sheet; a component is isolated unless its JSON says otherwise.
function isShared({ kind, json }: Part): boolean {
  const isolation = json.styleIsolation ?? (kind === 'page' ? 'shared' : 'isolated')
  return isolation.endsWith('shared') && !isolation.startsWith('apply')
}

function inlined(root: string, file: string, seen: Set<string>, files: string[]): string {
  if (seen.has(file) || !existsSync(file)) return ''
  seen.add(file)
  files.push(file)
  return readFileSync(file, 'utf8').replace(
    /@import\s+(?:url\()?['"](.*?)['"]\)?\s*;?/g,
    (_all, path: string) =>
      inlined(root, path.startsWith('/') ? join(root, path) : resolve(dirname(file), path), seen, files),
  )
}

/** 750rpx are the width of the screen. */
export const rpxToVw = (text: string): string =>
  text.replace(
    /(-?\d*\.?\d+)rpx/gi,
    (_all, number: string) => `${Number((Number(number) / 7.5).toFixed(4))}vw`,
  )

// A browser's window has no bar of the phone's own at its foot: the phone around it says how high it is.
const safeArea = (text: string): string =>
  text.replace(/env\(\s*safe-area-inset-bottom\s*(?:,[^()]*)?\)/g, 'var(--wx-safe-bottom, 0px)')

function css(text: string, scope: string): string {
  return text === '' ? '' : postcss([wxss(scope)]).process(text, { from: undefined }).css
}

function wxss(scope: string): Plugin {
  return {
    postcssPlugin: 'wxss',
    Once(root) {
      root.walkRules((rule) => {
        if (
          rule.parent?.type === 'atrule' &&
          /keyframes$/.test((rule.parent as { name?: string }).name ?? '')
        )
          return
        rule.selector = selector(rule.selector, scope)
      })
      root.walkDecls((declaration) => {
        if (declaration.value.includes('rpx')) declaration.value = rpxToVw(declaration.value)
        if (declaration.value.includes('env(')) declaration.value = safeArea(declaration.value)
      })
      root.walkAtRules('media', (rule) => {
        rule.params = rpxToVw(rule.params)
      })
    },
  }
}

function selector(text: string, scope: string): string {
  return selectorParser((root) => {
    root.walkTags((tag) => {
      if (tags.has(tag.value)) tag.value = `wx-${tag.value}`
    })
    if (!scope) return
    root.walkClasses((one) => {
      one.value = `${scope}--${one.value}`
    })
    root.walkPseudos((one) => {
      if (one.value === ':host')
        one.replaceWith(
          selectorParser.attribute({
            attribute: 'wx-host',
            operator: '=',
            value: scope,
            quoteMark: '"',
            raws: {},
          }),
        )
    })
  }).processSync(text)
}
