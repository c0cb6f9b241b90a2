import type { OfflineState } from '../../services/offline'

/** What of this ticket is on this phone: moves that wait, and what was saved for the cellar. Emits `save`. */
Component({
  properties: {
    state: { type: null, value: null as OfflineState | null },
    loading: { type: Boolean, value: false },
  },
  methods: {
    save() {
      if (!this.data.loading) this.triggerEvent('save')
    },
  },
})
