import { categories, type Category } from '../../domain/company/categories'

Component({
  properties: {
    category: { type: String, value: 'us' },
    words: { type: String, value: '' },
    /** Replaces colour and icon, keeps the words. */
    overdue: { type: Boolean, value: false },
  },
  data: { icon: '', colour: '' },
  observers: {
    'category, overdue'(category: Category, overdue: boolean) {
      if (!(category in categories)) return
      this.setData({
        icon: overdue ? 'error-triangle-filled' : categories[category].icon,
        colour: `cat-${overdue ? 'overdue' : category}`,
      })
    },
  },
})
