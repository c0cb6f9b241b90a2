// The TypeScript snippets of a document, put into the real code and compiled together. A snippet's info string names
// its file and the table in it that it stands in, so: ts miniprogram/domain/wishes/reopen.ts inputs.
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

const root = join(__dirname, '../../..')

export interface Snippet {
  /** '' when it does not say. */
  file: string
  /** The const, its member or the interface at whose beginning it stands; '' for a whole file, or for imports. */
  table: string
  text: string
}

/** The blocks of a document in this language. */
export const snippetsOf = (markdown: string, language = /ts/): Snippet[] =>
  [...markdown.matchAll(/^( *)```(\w+) ?(\S*) ?(\S*)\n([\s\S]*?)^ *```/gm)]
    .filter(([, , of]) => new RegExp(`^(${language.source})$`).test(of!))
    .map(([, indent, , file, table, text]) => ({
      ...{ file: file!, table: table! },
      text: text!.replace(new RegExp(`^${indent!}`, 'gm'), ''),
    }))

interface Configuration {
  config: string
  /** Files that are compiled under it. */
  of: RegExp
  /** Files beside the snippets' own that may not compile any more. */
  beside: readonly string[]
  /** Read once, however often is compiled. */
  known: Map<string, ts.SourceFile | undefined>
}
const configurations: readonly Configuration[] = [
  {
    ...{ config: 'tsconfig.json', of: /^(miniprogram|typings)\//, known: new Map() },
    beside: ['miniprogram/domain/subjects.ts', 'typings/contract.d.ts'],
  },
  {
    ...{
      config: 'tsconfig.node.json',
      of: /^(cloudfunctions|miniprogram\/domain\/door)\//,
      known: new Map(),
    },
    beside: ['cloudfunctions/api/actions.ts', 'cloudfunctions/api/index.ts'],
  },
  { config: 'tsconfig.test.json', of: /^test\//, beside: [], known: new Map() },
]

/** What the compiler says of these snippets where they stand, as 「file: words」; [] when all is well. */
export function complaints(snippets: readonly Snippet[]): string[] {
  const { files, lost } = written(snippets)
  return [...lost, ...configurations.flatMap((one) => compiled(one, files))]
}

/** The changed files, whole. */
function written(snippets: readonly Snippet[]): { files: Map<string, string>; lost: string[] } {
  const files = new Map<string, string>()
  const lost: string[] = []
  for (const { file, table, text } of snippets) {
    const before =
      files.get(file) ?? (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '')
    const at = table === '' ? 0 : startOf(file, before, table.split('.'))
    if (at === null) lost.push(`${file}: has no ${table}`)
    else files.set(file, `${before.slice(0, at)}\n${text}${before.slice(at)}`)
  }
  return { files, lost }
}

/** Behind the bracket that opens a table. */
function startOf(file: string, text: string, [name, ...members]: string[]): number | null {
  let found: ts.Node | undefined
  for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === name)
      return text.indexOf('{', statement.name.end) + 1
    if (!ts.isVariableStatement(statement)) continue
    const named = statement.declarationList.declarations.find((one) => one.name.getText() === name)
    found ??= named?.initializer
  }
  for (const member of members) found = found && memberOf(bare(found), member)
  const table = found && bare(found)
  const isTable = table && (ts.isObjectLiteralExpression(table) || ts.isArrayLiteralExpression(table))
  return isTable ? table.getStart() + 1 : null
}

/** Without `as const` and `satisfies`. */
function bare(node: ts.Node): ts.Node {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? bare(node.expression) : node
}

function memberOf(node: ts.Node, name: string): ts.Node | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined
  return node.properties.filter(ts.isPropertyAssignment).find((one) => one.name.getText() === name)
    ?.initializer
}

function compiled(
  { config, of, beside, known }: Configuration,
  files: ReadonlyMap<string, string>,
): string[] {
  const own = [...files.keys()].filter((file) => of.test(file))
  if (own.length === 0) return []
  const json = ts.readConfigFile(join(root, config), ts.sys.readFile).config as object
  const { options } = ts.parseJsonConfigFileContent({ ...json, include: [], files: ['x.ts'] }, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists, getSourceFile } = host
  const changed = (path: string) => files.get(relative(root, path))
  host.readFile = (path) => changed(path) ?? readFile(path)
  host.fileExists = (path) => changed(path) !== undefined || fileExists(path)
  host.getSourceFile = (path, ...more) => {
    if (changed(path) !== undefined) return getSourceFile(path, ...more)
    if (!known.has(path)) known.set(path, getSourceFile(path, ...more))
    return known.get(path)
  }
  const looked = [...new Set([...own, ...beside])].map((file) => join(root, file))
  const program = ts.createProgram(looked, options, host)
  return looked.flatMap((path) => said(program, program.getSourceFile(path)!, relative(root, path)))
}

const said = (program: ts.Program, source: ts.SourceFile, file: string): string[] =>
  [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  )
