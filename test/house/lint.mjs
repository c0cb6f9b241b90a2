// Lints texts as if they lay in these files, with the house's own configuration: [{ file, text }] in, messages out.
import { ESLint } from 'eslint'
import { text } from 'node:stream/consumers'

const eslint = new ESLint()
const answers = []
for (const one of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(one.text, { filePath: one.file })
  answers.push((result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`))
}
console.log(JSON.stringify(answers))
