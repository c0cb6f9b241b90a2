import type { VisitView } from '../../../typings/contract'
import { dial } from '../../services/phone'

type Engineer = VisitView['engineer']

Component({
  properties: {
    engineer: { type: Object, value: {} as Engineer },
    /** A small line above the name: 服务工程师. */
    title: { type: String, value: '服务工程师' },
  },
  data: { initial: '', skills: '' },
  observers: {
    engineer({ name, skills }: Engineer) {
      this.setData({ initial: (name ?? '').slice(0, 1), skills: (skills ?? []).join('·') })
    },
  },
  methods: {
    dial() {
      dial(this.data.engineer.phone ?? undefined)
    },
  },
})
