// docs/settings.md from the table of miniprogram/domain/company/settings.ts: a row a setting, by subject.
import { articles } from '../../miniprogram/domain/company/articles'
import {
  defaults,
  effectWords,
  settingGroups,
  settingWords,
  type SettingName,
  type SettingRow,
  type Settings,
} from '../../miniprogram/domain/company/settings'
import { agreements } from '../../miniprogram/domain/company/settings/agreements'
import { row, table } from './markdown'

const head = ['name', 'label', 'default', 'unit', 'from', 'to', 'article', 'what it changes', 'holds', '◇']

function rowOf(name: SettingName, setting: SettingRow, value: number): string {
  return row(
    `\`${name}\``,
    setting.label,
    settingWords(name, value),
    setting.unit,
    settingWords(name, setting.min),
    settingWords(name, setting.max),
    setting.article ? articles[setting.article].cite : '—',
    effectWords(name, value),
    setting.holds,
    setting.basis === 'ours' ? '◇' : '',
  )
}

/** The whole page, with these values for the defaults. */
export function settingsPage(values: Settings = defaults): string {
  return [
    '# Settings',
    '',
    'Made by `npm run docs` from `miniprogram/domain/company/settings.ts`: do not edit.',
    '',
    'What a company may choose. ◇: our default, to be confirmed by the company; without it the rules name the number. *holds* `ticket`: a ticket keeps the value that it was made under; `now`: the newest counts, for old tickets too.',
    '',
    'Each change is a version in the collection `settings` (`cloudfunctions/service/company/settings.ts`), whole and never rewritten; version 0 are the defaults. A ticket and an 8D name theirs in `rules`.',
    ...settingGroups.flatMap(({ label, rows }) => [
      `\n## ${label}\n`,
      table(
        head,
        Object.entries(rows).map(([name, setting]) =>
          rowOf(name as SettingName, setting, values[name as SettingName]),
        ),
      ),
    ]),
    '\n## What must agree\n',
    table(
      ['settings', 'what is said when they do not'],
      agreements.map(({ of, words }) => row(of.map((name) => `\`${name}\``).join(', '), words)),
    ),
  ].join('\n')
}
