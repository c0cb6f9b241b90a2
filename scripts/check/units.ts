// Whether a length of time is written as a number anywhere but in the two files of units. Run by npm run check.
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { filesBelow, root } from '../build/files'

const rooms = ['miniprogram', 'cloudfunctions', 'demo', 'local', 'scripts']
const units = ['miniprogram/domain/calendar/units.ts', 'local/units.ts']
/** A minute, an hour, eight hours, a day, a week in ms; a day in seconds. */
const lengths = [60_000, 3_600_000, 28_800_000, 86_400_000, 604_800_000, 86_400]

/** Lines with a length of time in numbers, however it is written: 3600_000, 864e5, 24 * 60 * 60 * 1000. */
export function copiesIn(text: string, name = 'text.ts'): number[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const found: number[] = []
  const look = (node: ts.Node): void => {
    const value = valueOf(node)
    if (value !== null && isLength(value, node))
      found.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1)
    else ts.forEachChild(node, look)
  }
  look(source)
  return found
}

/** A product that makes minutes is one too, whatever their number. */
const isLength = (value: number, node: ts.Node): boolean =>
  lengths.includes(value) || (!ts.isNumericLiteral(node) && value > 0 && value % 60_000 === 0)

/** The value of a number or of a product of numbers. */
function valueOf(node: ts.Node): number | null {
  if (ts.isParenthesizedExpression(node)) return valueOf(node.expression)
  if (ts.isNumericLiteral(node)) return Number(node.text)
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.AsteriskToken) return null
  const [left, right] = [valueOf(node.left), valueOf(node.right)]
  return left === null || right === null ? null : left * right
}

/** file:line of every copy in the project. */
export function copies(): string[] {
  const files = rooms.flatMap((room) =>
    filesBelow(join(root, room), (file) => /\.(ts|js|mjs|cjs|wxs)$/.test(file)),
  )
  return files
    .map((file) => relative(root, file))
    .filter((file) => !units.includes(file) && file !== 'scripts/check/units.ts')
    .flatMap((file) =>
      copiesIn(readFileSync(join(root, file), 'utf8'), file).map((line) => `${file}:${line}`),
    )
}

if (require.main === module) {
  const found = copies()
  for (const place of found)
    console.log(`${place} writes a length of time as a number: import it from units.ts`)
  process.exitCode = found.length === 0 ? 0 : 1
}
