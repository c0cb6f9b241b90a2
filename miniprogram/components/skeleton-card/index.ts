Component({
  properties: {
    /** How many cards to stand in for. */
    count: { type: Number, value: 3 },
    /** card, or hero for a ticket's page. */
    shape: { type: String, value: 'card' },
  },
  data: { cards: [0, 1, 2] },
  observers: {
    count(count: number) {
      this.setData({ cards: Array.from({ length: count }, (_, i) => i) })
    },
  },
})
