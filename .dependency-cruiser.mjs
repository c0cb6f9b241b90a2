// Which room may import which (docs/architecture.md), types included. It is an allow-list: an arrow that is not named
// here is refused. test/house/arrows.test.ts tries what must be refused.
const ts = String.raw`\.ts$`
const base = '^miniprogram/domain/(calendar|company|engine|form)/|^miniprogram/domain/sight/kinds\\.ts$'
const ticket = '^miniprogram/domain/ticket/'
const visit = '^miniprogram/domain/visit/'
const subject = '^miniprogram/domain/(?!(calendar|company|engine|form|ticket|visit|door)/)[^/]+/'
const parts = '^miniprogram/domain/[^/]+/parts\\.ts$'
const subjects = '^miniprogram/domain/subjects\\.ts$'
const door = '^miniprogram/domain/door/'

const domain = '^miniprogram/domain/'
const typings = '^typings/'
const services = '^miniprogram/services/'
const components = '^miniprogram/(components|custom-tab-bar)/'
const pageRoots = '(pages|customer|field|office|quality|about)'

const store = '^cloudfunctions/store/'
const platform = '^cloudfunctions/platform/'
const service = '^cloudfunctions/service/'
const sdk = '^node_modules/@cloudbase/node-sdk/'
const valibot = '^node_modules/valibot/'
const dayjs = '^node_modules/dayjs/'
const phones = '^node_modules/libphonenumber-js/'

/** From these files to those and to no others; an object says more than a path. */
const arrow = (from, ...to) =>
  to.map((one) => ({
    from: typeof from === 'string' ? { path: from } : from,
    to: typeof one === 'string' ? { path: one } : one,
  }))

const node = { dependencyTypes: ['core'] }
/** What package.json declares for those who run it. */
const declared = { dependencyTypes: ['npm'] }
/** What package.json declares, tools included. */
const tools = { dependencyTypes: ['npm', 'npm-dev'] }

const insideDomain = [
  ...arrow({ path: base, pathNot: parts }, base, valibot),
  ...arrow('^miniprogram/domain/calendar/', dayjs),
  ...arrow('^miniprogram/domain/form/phone\\.ts$', phones),
  ...arrow(parts, base, parts, valibot),
  ...arrow({ path: ticket, pathNot: parts }, base, ticket, parts, valibot),
  ...arrow({ path: visit, pathNot: parts }, base, ticket, visit, parts, valibot),
  ...arrow({ path: subject, pathNot: parts }, base, ticket, visit, subject, valibot),
  ...arrow(subjects, base, ticket, visit, subject, valibot),
  // what is read of all rooms together: their states and rows
  ...arrow('^miniprogram/domain/(statistics|archive)/', subjects),
  ...arrow(door, base, ticket, visit, subject, subjects, door, valibot),
]

const miniprogram = [
  ...arrow(services, domain, typings, services, valibot),
  ...arrow(components, domain, typings, services, components),
  ...arrow(`^miniprogram/${pageRoots}/`, domain, typings, services, components),
  // a page its own folder, and a file that its subpackage shares
  ...arrow(`^miniprogram/${pageRoots}/([^/]+)/`, '^miniprogram/$1/$2/', '^miniprogram/$1/[^/]+\\.ts$'),
  ...arrow(`^miniprogram/app${ts}`, domain, typings, services),
]

const cloudfunctions = [
  ...arrow(store, domain, store, sdk, node),
  ...arrow(platform, domain, store, platform, sdk, { ...declared, pathNot: sdk }),
  // a workbook is unpacked piece by piece, to be refused before anything of it is kept
  ...arrow('^cloudfunctions/platform/zip-size\\.ts$', node),
  ...arrow(service, domain, typings, store, platform, service, valibot, node),
  ...arrow(
    '^cloudfunctions/(api|clock)/',
    ...[domain, typings, store, platform, service, '^cloudfunctions/$1/', sdk, valibot, node],
  ),
]

const aroundIt = [
  ...arrow(typings, domain, typings),
  ...arrow('^local/', '^local/', tools, node),
  ...arrow('^demo/', domain, '^demo/', store, '^local/[^/]+\\.ts$', node),
  ...arrow(
    '^scripts/',
    '^test/model/shares\\.ts$',
    domain,
    '^cloudfunctions/',
    '^demo/',
    '^local/',
    '^scripts/',
    tools,
    node,
  ),
  ...arrow('^test/', '^(miniprogram|typings|cloudfunctions|local|demo|scripts|test)/', tools, node),
]

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'whoever imports this is, in the end, imported by it: take out what both need',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  allowed: [...insideDomain, ...miniprogram, ...cloudfunctions, ...aroundIt],
  allowedSeverity: 'error',
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^(node_modules|miniprogram/miniprogram_npm)' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.d.ts', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
