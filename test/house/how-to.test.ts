import { pathsOf, missing } from './docs/paths'
import { complaints, snippetsOf, type Snippet } from './docs/snippets'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const howTo = snippetsOf(read('docs/how-to.md'))
const pages = [
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'SECURITY.md'],
]

describe('given how-to.md, when its snippets stand where they say', () => {
  test('then each TypeScript snippet names its file', () => {
    expect(howTo.length).toBeGreaterThan(10)
    expect(howTo.filter(({ file }) => file === '')).toEqual([])
  })

  test('then all of them compile', () => {
    expect(complaints(howTo)).toEqual([])
  })

  const reopen = 'miniprogram/domain/wishes/reopen.ts'
  const wrong: [says: string, snippet: Snippet, complaint: string][] = [
    [
      'a schema that is none is said',
      { file: reopen, table: 'inputs', text: "  hug: v.object({ text: wordz('抱', 2) }),\n" },
      `${reopen}: Cannot find name 'wordz'. Did you mean 'words'?`,
    ],
    [
      'a table that is not there is said',
      { file: reopen, table: 'moves', text: '  hug: 1,\n' },
      `${reopen}: has no moves`,
    ],
    [
      'a file that is half of one is said',
      { file: 'miniprogram/services/hug.ts', table: '', text: 'export const hug: string = 1\n' },
      "miniprogram/services/hug.ts: Type 'number' is not assignable to type 'string'.",
    ],
    [
      'what others lack for it is said',
      { file: 'miniprogram/domain/door/inputs.ts', table: 'inputs', text: "  'company.hug': nothing,\n" },
      `cloudfunctions/api/actions.ts: Property '"company.hug"' is missing`,
    ],
  ]
  let said: string[] = []
  beforeAll(() => {
    said = complaints(wrong.map(([, snippet]) => snippet))
  })
  test.each(wrong)('then %s', (_says, _snippet, complaint) => {
    expect(said.filter((line) => line.startsWith(complaint))).toHaveLength(1)
  })
})

describe('given a page of the documents, when it names a path', () => {
  const made = howTo
    .map(({ file }) => file)
    .concat(snippetsOf(read('docs/how-to.md'), /json|html/).map(({ file }) => file))

  test.each(pages)('then what %s names is there', (page) => {
    expect(missing(pathsOf(read(page)), made)).toEqual([])
  })

  test.each([
    ['a path', 'see `miniprogram/domain/lifecycle.ts`', 'miniprogram/domain/lifecycle.ts'],
    ['a short path', 'see `service/stats/who.ts`', 'service/stats/who.ts'],
    ['a folder', 'see `domain/moves/`', 'domain/moves/'],
    ['a name alone', 'see `outline.ts`', 'outline.ts'],
    ['one of several', 'see `domain/trip/{road,rail}.ts`', 'domain/trip/rail.ts'],
    ['a link', 'see [it](gone.md)', 'docs/gone.md'],
  ])('then %s that is gone is said', (_what, text, gone) => {
    expect(missing(pathsOf(text), [])).toEqual([gone])
  })

  test('then what is no path of this repository is passed over', () => {
    expect(pathsOf('`npm run docs`, `GET /healthz`, `.data`, `@cloudbase/node-sdk`, `ticket.moves`')).toEqual(
      [],
    )
  })
})
