import type { ShownStep } from '../../services/shown-steps'

Component({
  properties: {
    /** { label, done, current, waits } of a visit. */
    steps: { type: Array, value: [] as ShownStep[] },
  },
})
