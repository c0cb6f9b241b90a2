// What one source file is: its lines, the lines of its functions, and where it steps around the types.
import * as ts from 'typescript'

/** Counts of one file, or of several together. */
export interface Counts {
  /** Lines of each file. */
  files: number[]
  /** Lines of each function with a body, from its first to its last. */
  functions: number[]
  any: number
  /** Casts, without `as const`. */
  as: number
  /** 「!」 after what may be absent. */
  nonNull: number
  /** Casts by way of unknown; each is two of `as` as well. */
  asUnknownAs: number
}

export const nothing = (): Counts => ({
  files: [],
  functions: [],
  any: 0,
  as: 0,
  nonNull: 0,
  asUnknownAs: 0,
})

/** Both together. */
export const plus = (a: Counts, b: Counts): Counts => ({
  files: [...a.files, ...b.files],
  functions: [...a.functions, ...b.functions],
  any: a.any + b.any,
  as: a.as + b.as,
  nonNull: a.nonNull + b.nonNull,
  asUnknownAs: a.asUnknownAs + b.asUnknownAs,
})

const isConst = (node: ts.AsExpression): boolean =>
  ts.isTypeReferenceNode(node.type) && node.type.typeName.getText() === 'const'

const isBlind = (node: ts.AsExpression): boolean =>
  ts.isAsExpression(node.expression) && node.expression.type.kind === ts.SyntaxKind.UnknownKeyword

const hasBody = (node: ts.Node): boolean =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined

/** Counts one file by its syntax. */
export function countOf(name: string, text: string): Counts {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const lineOf = (at: number): number => source.getLineAndCharacterOfPosition(at).line
  const found = { ...nothing(), files: [text.replace(/\n$/, '').split('\n').length] }
  const look = (node: ts.Node): void => {
    if (hasBody(node)) found.functions.push(lineOf(node.getEnd()) - lineOf(node.getStart()) + 1)
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.any += 1
    if (ts.isNonNullExpression(node)) found.nonNull += 1
    if (ts.isAsExpression(node) && !isConst(node)) found.as += 1
    if (ts.isAsExpression(node) && isBlind(node)) found.asUnknownAs += 1
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}
