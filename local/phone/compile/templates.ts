// WXML and WXS by WeChat's own template compiler (glass-easel). Gives one JavaScript expression: path → template.
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { templates as elements } from '../elements/templates'
import type { Project } from './project'

interface Warning {
  message?: string
  level?: number
  startLine?: number
  start_line?: number
}

export interface Templates {
  code: string
  problems: string[]
  files: string[]
}

/** The runtime that wxs needs around it: WeChat's globals, and listeners that get an owner instance. */
const wxsRuntime =
  'var getRegExp=globalThis.__wxs.getRegExp,getDate=globalThis.__wxs.getDate;Q.A=globalThis.__wxs.change;Q.C=globalThis.__wxs.listener;'

/** Compiles every template that the parts reach. */
export function compileTemplates(project: Project): Templates {
  const group = new TmplGroup()
  const out: Templates = { code: '', problems: [], files: [] }
  group.setExtraRuntimeScript(wxsRuntime)
  const seen = new Set<string>()
  for (const id of project.parts.keys()) addTemplate(project, group, id, seen, out)
  for (const [name, text] of Object.entries(elements))
    note(out, `element ${name}`, group.addTmpl(`builtin/${name}`, text))
  out.code = group.getTmplGenObjectGroups()
  group.free()
  return out
}

function addTemplate(
  project: Project,
  group: TmplGroup,
  id: string,
  seen: Set<string>,
  out: Templates,
): void {
  if (seen.has(id)) return
  seen.add(id)
  const file = join(project.root, `${id}.wxml`)
  if (!existsSync(file)) return void out.problems.push(`${id}.wxml: 没有这个文件`)
  out.files.push(file)
  note(out, `${id}.wxml`, group.addTmpl(id, readFileSync(file, 'utf8')))
  for (const name of group.getInlineScriptModuleNames(id) as string[])
    group.setInlineScript(id, name, wxsToJs(group.getInlineScript(id, name)))
  for (const script of group.getScriptDependencies(id) as string[])
    addScript(project, group, script, seen, out)
  for (const other of group.getDirectDependencies(id) as string[])
    addTemplate(project, group, other, seen, out)
}

function addScript(project: Project, group: TmplGroup, id: string, seen: Set<string>, out: Templates): void {
  const mark = `${id}.wxs`
  if (seen.has(mark)) return
  seen.add(mark)
  const file = join(project.root, mark)
  if (!existsSync(file)) return void out.problems.push(`${mark}: 没有这个文件`)
  out.files.push(file)
  const text = readFileSync(file, 'utf8')
  group.addScript(id, wxsToJs(text))
  for (const [, path = ''] of text.matchAll(/require\(\s*['"](.+?)(?:\.wxs)?['"]\s*\)/g)) {
    const other = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(id), path)
    addScript(project, group, other, seen, out)
  }
}

/** In wxs a constructor is a string, a regular expression keeps its backslashes, a script is required with its ending. */
function wxsToJs(text: string): string {
  return text
    .replace(/\.constructor\b/g, '.constructor.name')
    .replace(
      /getRegExp\(\s*(['"])((?:(?!\1).)*)\1/g,
      (_all, quote: string, source: string) =>
        `getRegExp(${quote}${source.replace(/\\(?!\\)/g, '\\\\')}${quote}`,
    )
    .replace(/require\(\s*(['"])(.*?)\.wxs\1\s*\)/g, 'require($1$2$1)')
}

function note(out: Templates, where: string, warnings: unknown): void {
  for (const warning of (warnings as Warning[] | undefined) ?? []) {
    const line = warning.startLine ?? warning.start_line
    out.problems.push(`${where}${line === undefined ? '' : `:${line + 1}`} ${warning.message ?? ''}`)
  }
}
