import type { Session } from '../../services/session'
import { openSession } from '../../services/session'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'

/** What the customer's phone opens: the usual request, with who was asked on the spot. */
const pageFor = (pid: string): string => `/customer/submit/index?met=${pid}`

Component({
  data: { ...blank, view: null as Session | null, qr: '', large: '' },
  methods: {
    onLoad() {
      this.setData({ large: largeType() })
      void this.refresh()
    },
    async refresh() {
      await load(this, () => openSession(), { cache: 'met' })
      const me = this.data.view?.me
      if (me) this.setData({ qr: pageFor(me.pid) })
    },
  },
})
