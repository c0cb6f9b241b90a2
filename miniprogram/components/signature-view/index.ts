import { strokesSvg } from '../../services/strokes'

Component({
  properties: {
    /** "x,y x,y;…" in a 600×300 box; '' when the name was typed. */
    signature: { type: String, value: '' },
    /** Who signed, for those who cannot see it and for a typed name. */
    name: { type: String, value: '' },
  },
  data: { picture: '' },
  observers: {
    signature(signature: string) {
      this.setData({ picture: signature ? strokesSvg(signature) : '' })
    },
  },
})
