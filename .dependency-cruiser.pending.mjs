// The arrows while domain is still being cut: the same, but inside domain everything goes. Goes away with the circle.
import strict from './.dependency-cruiser.mjs'

const domain = '^miniprogram/domain/'

export default {
  ...strict,
  forbidden: strict.forbidden.map((rule) => ({ ...rule, from: { pathNot: domain } })),
  allowed: [
    ...strict.allowed,
    { from: { path: domain }, to: { path: domain } },
    { from: { path: `${domain}statistics/` }, to: { path: '^typings/quality-views' } },
  ],
}
