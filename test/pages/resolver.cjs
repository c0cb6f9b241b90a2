// As WeChat resolves: TDesign finds the packages that lie within it before those of the app.
const { join, sep } = require('node:path')

const tdesign = `${sep}tdesign-miniprogram${sep}`
const within = join(__dirname, '../../miniprogram/miniprogram_npm/tdesign-miniprogram/miniprogram_npm')

module.exports = (path, options) => {
  const own = /^(tslib|dayjs)(\/|$)/.test(path) && `${options.basedir}${sep}`.includes(tdesign)
  return options.defaultResolver(own ? join(within, path) : path, options)
}
