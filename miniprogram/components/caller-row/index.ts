import { dial } from '../../services/phone'

Component({
  properties: {
    name: { type: String, value: '' },
    phone: { type: String, value: '' },
  },
  methods: {
    dial() {
      dial(this.data.phone || undefined)
    },
  },
})
