// Another value of a setting in one place: its rule moves, its words say it, the page of settings says it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsPage } from '../../scripts/docs/settings'
import {
  checkSettings,
  defaults,
  effectWords,
  settingNames,
  settings,
  settingsFor,
  settingWords,
  type SettingName,
} from '../../miniprogram/domain/company/settings'
import { elsewhere, titlesIn } from './changes/elsewhere'
import { care } from './changes/care'
import { quality } from './changes/quality'
import { house } from './changes/house'
import type { Change } from './changes/row'
import { served } from './changes/served'
import { facts, under } from './world'

const rows = Object.entries({ ...served, ...care, ...quality, ...house }) as [SettingName, Change][]
const other = (name: SettingName, { to, with: more }: Change) => ({ ...more, [name]: to })

describe('a setting that is changed', () => {
  it('given every setting, then there is a sentence that changes it and looks', () => {
    const told = [...rows.map(([name]) => name), ...Object.keys(elsewhere)]
    expect([...told].sort()).toEqual([...settingNames].sort())
  })

  it.each(Object.entries(elsewhere))(
    'given %s, whose user is the server or the phone, then there is a sentence of it in the file that is named',
    (name, { file, title }) => {
      const titles = titlesIn(readFileSync(join(__dirname, '../..', file), 'utf8'))
      expect(title).toContain(name.replace(/^retry[2-4]$/, 'retry1 to retry5'))
      expect(titles.filter((one) => one.includes(title))).toHaveLength(1)
    },
  )

  it('given a sentence that is left out or still to be said, then it is none', () => {
    const source = ["it('given one', () => {})", "it.todo('given two')", "it.skip('given three', () => {})"]
    expect(titlesIn(source.join('\n'))).toEqual(['given one'])
  })

  it.each(rows)('given another %s, then its value is one that may be set', (name, row) => {
    expect(checkSettings(other(name, row))).toMatchObject({ ok: true })
    expect(row.to).not.toBe(defaults[name])
  })

  it.each(rows)('given another %s, then its rule moves', (name, row) => {
    expect(under({}, row.rule)).toEqual(row.was)
    expect(under(other(name, row), row.rule)).toEqual(row.is)
  })

  it.each(rows.filter(([, { words }]) => words))(
    'given another %s, then its words say the new number',
    (name, { words, said, ...row }) => {
      const expected = said ?? settingWords(name, row.to)
      expect(under(other(name, row), () => words?.())).toContain(expected)
      expect(under({}, () => words?.())).not.toContain(expected)
    },
  )

  it.each(settingNames)('given another %s, then the page of settings says it', (name) => {
    const { min, max, default: before } = settings[name]
    // what cannot be set is said all the same
    const to = max === before ? min : max
    const line = settingsPage({ ...defaults, [name]: to })
      .split('\n')
      .find((one) => one.includes(`\`${name}\``))
    expect(line).toContain(settingWords(name, to))
    expect(line).toContain(effectWords(name, to))
  })

  it.each(rows.filter(([name]) => settings[name].holds === 'ticket'))(
    'given another %s, when a ticket is of before, then it keeps what it was made under',
    (name, row) => {
      const newest = { ...defaults, ...other(name, row) }
      const kept = settingsFor(defaults, newest)
      expect(under(kept, row.rule)).toEqual(row.was)
      expect(facts.settings).toBe(defaults)
    },
  )
})
