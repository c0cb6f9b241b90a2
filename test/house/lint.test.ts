import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const clock = 'no-restricted-syntax: domain has no clock: now is passed in'
const dice = 'no-restricted-syntax: domain throws no dice: what is by chance is passed in'
const blind =
  'no-restricted-syntax: a cast by way of unknown hides what the types know: say it by a type, a generic or a guard'
const once =
  'no-restricted-syntax: what is changed is judged and written in service/record: change, foreseen, or rewrite'
const side = (name: string): string =>
  `no-restricted-globals: Unexpected use of '${name}'. domain is data and pure functions that both sides run`

const maker = 'no-restricted-syntax: what a constructor makes is not seen by these rules: say it by its name'
const later = 'no-restricted-syntax: domain is there at once: nothing is loaded later'
const trip = 'miniprogram/domain/trip/a.ts'

const cast = 'export const a = JSON as unknown as Date\n'

/** 「what holds」, the file, its text, what is said of it. */
type Row = [says: string, file: string, text: string, messages: string[]]

const rows: Row[] = [
  ['domain has no clock', 'miniprogram/domain/trip/a.ts', 'export const a = Date.now()\n', [clock]],
  ['nor hands one on', 'miniprogram/domain/trip/a.ts', 'export const a = Date.now\n', [clock]],
  ['nor asks for today', 'miniprogram/domain/trip/a.ts', 'export const a = new Date()\n', [clock]],
  [
    'domain reads a date',
    'miniprogram/domain/trip/a.ts',
    'export const a = (at: number) => new Date(at)\n',
    [],
  ],
  ['domain throws no dice', 'miniprogram/domain/trip/a.ts', 'export const a = Math.random()\n', [dice]],
  ['domain has no wx', 'miniprogram/domain/trip/a.ts', "wx.showToast({ title: '' })\n", [side('wx')]],
  ['domain has no Node', 'miniprogram/domain/trip/a.ts', 'export const a = process.env\n', [side('process')]],
  [
    'domain waits for nothing',
    'miniprogram/domain/trip/a.ts',
    'setTimeout(() => {}, 1)\n',
    [side('setTimeout')],
  ],
  ...(
    [
      ['a key in brackets', "export const a = Date['now']()\n"],
      ['another name', 'const D = Date\nexport const a = D\n'],
      ['what is taken out of it', 'export const { now } = Date\n'],
      ['an argument', 'export const a = (f: (d: object) => number) => f(Date)\n'],
      ['a call without new', 'export const a = Date()\n'],
      ['a heir', 'export class A extends Date {}\n'],
      ['nothing spread out', 'export const a = (none: []) => new Date(...none)\n'],
      ['dayjs', "import dayjs from 'dayjs'\nexport const a = dayjs()\n"],
      ['dayjs in UTC', "import dayjs from 'dayjs'\nexport const a = dayjs.utc()\n"],
    ] as const
  ).map(([by, text]): Row => [`nor asks for now by ${by}`, trip, text, [clock]]),
  ...(
    [
      ['a key in brackets', "export const a = Math['random']()\n"],
      ['another name', 'const M = Math\nexport const a = M\n'],
      ['what is taken out of it', 'export const { random } = Math\n'],
    ] as const
  ).map(([by, text]): Row => [`nor throws dice by ${by}`, trip, text, [dice]]),
  ...(
    [
      ['globalThis', "export const a = globalThis['wx']\n"],
      ['self', "export const a = self['wx']\n"],
      ['eval', "export const a = eval('wx')\n"],
      ['Function', "export const a = new Function('return wx')\n"],
      ['Reflect', "export const a = (x: object) => Reflect.get(x, 'now')\n"],
      ['Intl', 'export const a = new Intl.DateTimeFormat()\n'],
    ] as const
  ).map(([name, text]): Row => [`nor reaches another side by ${name}`, trip, text, [side(name)]]),
  [
    'nor reaches one by a constructor',
    trip,
    "export const a = [].constructor.constructor('return wx')()\n",
    [maker, maker],
  ],
  ['nor loads something later', trip, "export const a = import('dayjs')\n", [later]],
  [
    'domain counts, and tells a date from a word',
    trip,
    'export const a = (at: unknown) => at instanceof Date && Math.max(Date.UTC(2026, 1), Date.parse(`2026`)) > 1\n',
    [],
  ],
  [
    'services have wx, and one of them the clock',
    'miniprogram/services/door-time.ts',
    'wx.vibrateShort({ type: `light` })\nDate.now()\n',
    [],
  ],
  [
    'all others ask for the door’s time',
    'miniprogram/services/a.ts',
    'Date.now()\n',
    ["no-restricted-syntax: the door's time rules what is shown: ask doorTime() of services/door-time"],
  ],
  ['nobody casts by way of unknown', 'local/a.ts', cast, [blind]],
  ['nor does the service', 'cloudfunctions/service/a.ts', cast, [blind]],
  ['a test may', 'test/local/a.ts', cast, []],
  ['one loop compares and sets', 'cloudfunctions/service/trip/a.ts', 'tickets.swap({}, 1)\n', [once]],
  ['learners too', 'cloudfunctions/service/learn/a.ts', 'cases.swap({}, 1)\n', [once]],
  ['and nobody else judges', 'cloudfunctions/service/trip/a.ts', 'decide({}, {})\n', [once]],
  ['it stands in record', 'cloudfunctions/service/record/a.ts', 'kept.table.swap({}, 1)\n', []],
]

describe('given the house’s lint rules, when a file breaks one', () => {
  let answers: string[][] = []
  beforeAll(() => {
    const input = JSON.stringify(rows.map(([, file, text]) => ({ file: join(root, file), text })))
    const script = join(__dirname, 'lint.mjs')
    answers = JSON.parse(
      execFileSync(process.execPath, [script], { cwd: root, input, encoding: 'utf8' }),
    ) as string[][]
  })

  test.each(rows.map((row, i) => [...row, i] as const))('then %s', (_says, _file, _text, messages, i) => {
    expect(answers[i]).toEqual(messages)
  })
})
