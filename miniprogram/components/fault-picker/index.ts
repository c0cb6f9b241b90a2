import { faultLeaves, faultTree } from '../../domain/company/fault-tree'

interface Choice {
  code: string
  name: string
}
const MOST = 20
const classes: Choice[] = Object.entries(faultTree).map(([code, { name }]) => ({ code, name }))
const groupsOf = (code: string): Choice[] =>
  (faultTree[code]?.groups ?? []).map(([name], i) => ({ code: `${code}-${i + 1}`, name }))
const leavesOf = (group: string): Choice[] =>
  faultLeaves
    .filter((leaf) => leaf.code.startsWith(`${group}-`))
    .map(({ code, path }) => ({ code, name: path[2] }))
const found = (text: string): Choice[] =>
  faultLeaves
    .filter(({ path }) => path.join('').includes(text))
    .slice(0, MOST)
    .map(({ code, path }) => ({ code, name: path.join(' › ') }))

Component({
  properties: {
    visible: { type: Boolean, value: false },
    /** Code of the chosen third level, '' for none. */
    value: { type: String, value: '' },
  },
  data: {
    search: '',
    classes,
    groups: [] as Choice[],
    leaves: [] as Choice[],
    hits: [] as Choice[],
    l1: '',
    l2: '',
  },
  observers: {
    visible(visible: boolean) {
      if (visible) this.setData({ search: '', hits: [] })
    },
  },
  methods: {
    seek(event: WechatMiniprogram.Input) {
      const search = event.detail.value.trim()
      this.setData({ search, hits: search ? found(search) : [] })
    },
    first(event: WechatMiniprogram.TouchEvent) {
      const l1 = event.currentTarget.dataset.code as string
      this.setData({ l1, l2: '', groups: groupsOf(l1), leaves: [] })
    },
    second(event: WechatMiniprogram.TouchEvent) {
      const l2 = event.currentTarget.dataset.code as string
      this.setData({ l2, leaves: leavesOf(l2) })
    },
    third(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('change', { value: event.currentTarget.dataset.code as string })
      this.close()
    },
    close() {
      this.triggerEvent('close')
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
  },
})
