import type { Step } from '../../domain/visit-steps'

Component({
  properties: {
    /** { label, done, current } of a visit. */
    steps: { type: Array, value: [] as Step[] },
  },
})
