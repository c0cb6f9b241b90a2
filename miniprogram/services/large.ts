/** The class of 关怀模式: 'large-type' when the person's letters are set large, else ''. */
export function largeType(): '' | 'large-type' {
  const scale = wx.getAppBaseInfo?.().fontSizeScaleFactor ?? 1
  return scale >= 1.3 ? 'large-type' : ''
}
