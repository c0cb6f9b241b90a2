/** Tells a tab page's own bar under which tab it stands; a page calls it in onShow. */
export function markTab(page: object): void {
  const bar = (page as { getTabBar?: () => { mark?: () => void } | undefined }).getTabBar?.()
  bar?.mark?.()
}
