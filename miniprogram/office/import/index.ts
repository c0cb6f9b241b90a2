import type { Outputs } from '../../../typings/contract'
import { noMapping, type LedgerField, type LedgerMapping } from '../../domain/ledger/fields'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { noExport, openSheet } from '../../services/export'
import { largeType } from '../../services/large'
import { termWords, type TermWords } from '../../services/terms'
import { bringLedger, chooseLedger, keepMapping, lastMapping } from '../../services/ledger'
import { openPath } from '../../services/routes'
import {
  classAt,
  classNames,
  countsOf,
  fieldRows,
  leftOut,
  missingIn,
  nameRows,
  none,
  wordRows,
  type FieldRow,
} from './rows'

type Opened = Outputs['import.open']
type Checked = Outputs['import.check']

/** choose → map → checked → done. */
type Step = 'choose' | 'map' | 'checked' | 'done'

Component({
  data: {
    ...idle,
    ...noExport,
    step: 'choose' as Step,
    fileId: '',
    fileName: '',
    opened: null as Opened | null,
    mapping: noMapping,
    sheets: [] as string[],
    leftOut: '',
    names: [] as ReturnType<typeof nameRows>,
    fields: [] as FieldRow[],
    options: [] as string[],
    missing: '',
    company: '',
    checked: null as Checked | null,
    counts: [] as ReturnType<typeof countsOf>,
    words: [] as ReturnType<typeof wordRows>,
    refusals: [] as (Checked['refusals'][number] & { n: number })[],
    classNames,
    /** 「1,500 / 5,479」 while lines are written. */
    progress: '',
    percent: 0,
    written: 0,
    /** A name was confirmed since the lines were looked at. */
    recheck: false,
    terms: {} as TermWords,
    large: '',
  },
  methods: {
    onLoad() {
      this.setData({ large: largeType(), terms: termWords() })
    },
    async choose() {
      const file = await chooseLedger()
      if (!file) return
      await act(this, async () => {
        this.setData({ fileId: await bringLedger(file), fileName: file.name })
        await this.read('')
      })
    },
    /** Reads a sheet of the file, '' for the one that looks like a ledger; what is left out is named. */
    async read(sheet: string) {
      const opened = await call('import.open', { fileId: this.data.fileId, sheet })
      const mapping = { ...opened.mapping, ...lastMapping(opened.columns), sheet: opened.sheet }
      this.setData({
        ...{ step: 'map', opened, options: [none, ...opened.columns], company: mapping.fixed.company ?? '' },
        ...{
          sheets: opened.sheets.map(({ name, rows }) => `${name}（${rows} 行）`),
          leftOut: leftOut(opened),
        },
      })
      this.map(mapping)
    },
    async sheet(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      const chosen = this.data.opened?.sheets[Number(event.detail.value)]
      if (chosen) await act(this, () => this.read(chosen.name))
    },
    /** A company's name in the ledger is one of ours: confirmed by a person, never guessed. */
    confirm(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      const { name } = event.currentTarget.dataset as { name: string }
      const found = this.data.checked?.names.find((one) => one.name === name)
      const companies = { ...this.data.mapping.companies }
      delete companies[name]
      const id = found?.candidates[Number(event.detail.value) - 1]?.id
      const mapping = { ...this.data.mapping, companies: id ? { ...companies, [name]: id } : companies }
      this.setData({ mapping, names: nameRows(this.data.checked!, mapping), recheck: true })
    },
    /** A change of the mapping: what was found before holds no more. */
    map(mapping: LedgerMapping) {
      const { opened } = this.data
      if (!opened) return
      const missing = missingIn(mapping)
      this.setData({
        mapping,
        fields: fieldRows(opened, mapping),
        missing,
        step: 'map',
        checked: null,
        problem: null,
      })
    },
    pick(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      const { field } = event.currentTarget.dataset as { field: LedgerField }
      const heading = this.data.opened?.columns[Number(event.detail.value) - 1]
      const columns = { ...this.data.mapping.columns }
      delete columns[field]
      this.map({ ...this.data.mapping, columns: heading ? { ...columns, [field]: heading } : columns })
    },
    typeCompany(event: WechatMiniprogram.Input) {
      const company = event.detail.value.trim()
      this.setData({ company })
      this.map({ ...this.data.mapping, fixed: company ? { company } : {} })
    },
    turn(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
      const { flag } = event.currentTarget.dataset as { flag: 'keepUnknown' | 'byOwner' | 'othersMachines' }
      this.map({ ...this.data.mapping, [flag]: event.detail.value })
    },
    async check() {
      const { fileId, mapping, missing, opened } = this.data
      if (missing || !opened) return
      const checked = await act(this, () => call('import.check', { fileId, mapping }))
      if (!checked) return
      keepMapping(opened.columns, mapping)
      this.setData({
        step: 'checked',
        checked,
        counts: countsOf(checked),
        words: wordRows(checked, mapping),
        names: nameRows(checked, mapping),
        recheck: false,
        refusals: checked.refusals.map((one, n) => ({ ...one, n })),
      })
    },
    /** The ledger's own word is given a class; the row stays, so that it can be changed. */
    classify(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      const { word } = event.currentTarget.dataset as { word: string }
      const faults = { ...this.data.mapping.faults }
      delete faults[word]
      const code = classAt(Number(event.detail.value))
      const mapping = { ...this.data.mapping, faults: code ? { ...faults, [word]: code } : faults }
      this.setData({ mapping, words: wordRows(this.data.checked!, mapping) })
    },
    async write() {
      const { fileId, mapping, checked, opened } = this.data
      if (!checked?.taken || !opened || this.data.recheck) return
      await act(this, async () => {
        keepMapping(opened.columns, mapping)
        for (let from: number | null = 0; from !== null;) {
          this.setData({ progress: `${from} / ${checked.taken}`, percent: (from / checked.taken) * 100 })
          const { done, next }: Outputs['import.write'] = await call('import.write', {
            fileId,
            mapping,
            from,
          })
          this.setData({ written: done })
          from = next
        }
        this.setData({ step: 'done' })
      })
      this.setData({ progress: '', percent: 0 })
    },
    async report() {
      const { fileId, mapping } = this.data
      await act(this, async () => {
        const file = await call('import.report', { fileId, mapping })
        await openSheet(this, file)
        this.setData({ exported: `已存为 ${file.name},改好后可以再导入` })
      })
      this.setData({ exporting: '' })
    },
    again() {
      this.setData({ ...idle, ...noExport, step: 'choose', fileId: '', opened: null, checked: null })
    },
    remap() {
      this.setData({ step: 'map' })
    },
    archive() {
      openPath('/office/archive/index')
    },
  },
})
