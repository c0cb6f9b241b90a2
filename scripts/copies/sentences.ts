// The sentences of a file: string literals and comments of code, texts and attributes of pages, lines of documents.
import ts from 'typescript'

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A template with what is put in as ${…}: 「离场码不对,还可试 ${…} 次」. */
function template(node: ts.TemplateExpression): string {
  return node.head.text + node.templateSpans.map(({ literal }) => `\${…}${literal.text}`).join('')
}

function strings(source: ts.SourceFile): string[] {
  const found: string[] = []
  const walk = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text)
    if (ts.isTemplateExpression(node)) found.push(template(node))
    ts.forEachChild(node, walk)
  }
  walk(source)
  return found
}

const comments = (text: string): string[] =>
  [...text.matchAll(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/ .*$/gm)].map(([comment]) =>
    comment.replace(/^\s*(\/\/|\/\*\*?)|\*\/$/g, '').replace(/^\s*\* ?/gm, ''),
  )

/** A length of time, or a number that says what it counts. */
const counted =
  /\b\d[\d_.]* \* (MINUTE|HOUR|DAY|WEEK|MONTH|YEAR)\b|\bconst \w*(DAYS|WORKDAYS|HOURS|MINUTES|YUAN|STARS|PERCENT|TRIES|TIMES) = \d/

/** Lines whose number stands in the code itself. */
const calls = (text: string): string[] =>
  text
    .split('\n')
    .filter(
      (line) =>
        /dueAfter(Workdays|Minutes)\([^()]*(\([^()]*\))?[^()]*, *\d+\)/.test(line) || counted.test(line),
    )

/** Code that counts by a number of its own. */
export const isCounted = (sentence: string): boolean => counted.test(sentence)

const code = (text: string): string[] => [
  ...strings(ts.createSourceFile('any.ts', text, ts.ScriptTarget.Latest, true)),
  ...comments(text),
  ...calls(text),
]
const page = (text: string): string[] => [
  ...[...text.matchAll(/>([^<]+)</g)].map(([, words]) => words!),
  ...[...text.matchAll(/="([^"]*)"/g)].map(([, words]) => words!),
]

/** Every sentence of a file, by its ending. */
export function sentencesOf(file: string, text: string): string[] {
  const found = /\.(ts|wxs)$/.test(file) ? code(text) : /\.wxml$/.test(file) ? page(text) : text.split('\n')
  return [...new Set(found.map(plain).filter(Boolean))]
}
