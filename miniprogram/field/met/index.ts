import { largeType } from '../../services/large'
import { cachedSession } from '../../services/session'

/** What the customer's phone opens: the usual request, with who was asked on the spot. */
const pageFor = (pid: string): string => `/customer/submit/index?met=${pid}`

Component({
  data: { qr: '', name: '', large: '' },
  methods: {
    onLoad() {
      const me = cachedSession()?.me
      this.setData({ qr: me ? pageFor(me.pid) : '', name: me?.name ?? '', large: largeType() })
    },
  },
})
