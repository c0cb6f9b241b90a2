import type { Outputs, ReceiptCheck } from '../../../typings/contract'
import { dayTime } from '../../domain/calendar/format'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { goBack } from '../../services/routes'

type Row = Pick<ReceiptCheck, 'no' | 'ok' | 'problems'> & {
  title: string
  tail: string
  pairs: { label: string; value: string }[]
}
const forms = { phone: '手机签署', paper: '纸质回执' } as const
const tail = (hash: string): string => hash.slice(-4).toUpperCase()

function rowOf(check: ReceiptCheck, i: number): Row {
  const { no, ok, problems, form, signer, at, hash, previous, photos, awaited } = check
  return {
    no,
    ok,
    problems,
    title: `第 ${i + 1} 张回执`,
    tail: tail(hash),
    pairs: [
      { label: '编号', value: no },
      { label: '签收', value: `${signer} · ${forms[form]}` },
      { label: '时间', value: dayTime(at) },
      {
        label: '照片',
        value: photos > 0 ? `${photos} 项一并存证${awaited > 0 ? `,${awaited} 项还在上传` : ''}` : '没有',
      },
      { label: '上一张', value: previous ? `尾号 ${tail(previous)}` : '这是第一张' },
    ],
  }
}

Component({
  data: {
    ...blank,
    id: '',
    view: null as Outputs['receipt.verify'] | null,
    rows: [] as Row[],
    at: '',
    large: '',
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.setData({ id: query.id ?? '', large: largeType() })
      void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      const fresh = await load(this, () => call('receipt.verify', { id }), { cache: `receipts-${id}` })
      const { view, cachedAt } = this.data
      if (view) this.setData({ rows: view.receipts.map(rowOf), at: fresh ? dayTime(doorTime()) : cachedAt })
    },
    back() {
      goBack()
    },
  },
})
