// The rules of taste that a machine can hold. Which room may import which stands in .dependency-cruiser.mjs.
import js from '@eslint/js'
import ts from 'typescript-eslint'

/** Syntax that is refused in these files. One rule holds all of it, so a file's last block names everything. */
const refuse = (files, ignores, ...syntax) => ({
  files,
  ignores,
  rules: { 'no-restricted-syntax': ['error', ...syntax] },
})

const blind = {
  selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
  message: 'a cast by way of unknown hides what the types know: say it by a type, a generic or a guard',
}
const asks = {
  selector: 'CallExpression[callee.object.name="tickets"][callee.property.name=/^(find|count)$/]',
  message: 'a list for a person is asked by findFor or countFor: a complaint about him is not there',
}
const once = {
  selector:
    ':matches(CallExpression[callee.property.name=/^(swap|decide)$/], CallExpression[callee.name="decide"])',
  message: 'what is changed is judged and written in service/record: change, foreseen, or rewrite',
}
/** A global of which only this may be used, each by its name: no computed key, no alias, nothing taken out of it. */
const only = (name, allowed, message) => ({
  selector: `Identifier[name="${name}"]${allowed.map((one) => `:not(${one})`).join('')}`,
  message,
})
const noClock = 'domain has no clock: now is passed in'
const clock = [
  only(
    'Date',
    [
      'NewExpression[arguments.length>0] > Identifier.callee',
      'MemberExpression[computed=false][property.name=/^(UTC|parse)$/] > Identifier.object',
      'BinaryExpression[operator="instanceof"] > Identifier.right',
      'TSTypeReference > Identifier',
    ],
    noClock,
  ),
  { selector: 'NewExpression[callee.name="Date"] > SpreadElement', message: noClock },
  {
    selector:
      'CallExpression[arguments.length=0]:matches([callee.name="dayjs"], [callee.object.name="dayjs"])',
    message: noClock,
  },
  only(
    'Math',
    ['MemberExpression[computed=false][property.name!="random"] > Identifier.object'],
    'domain throws no dice: what is by chance is passed in',
  ),
  {
    selector: 'MemberExpression:matches([property.name="constructor"], [property.value="constructor"])',
    message: 'what a constructor makes is not seen by these rules: say it by its name',
  },
  { selector: 'ImportExpression', message: 'domain is there at once: nothing is loaded later' },
]
/** What only one side has: the phone, Node, a browser. */
const oneSide = [
  ...['wx', 'getApp', 'getCurrentPages', 'App', 'Page', 'Component', 'Behavior'],
  ...['process', 'Buffer', 'require', 'module', 'global', '__dirname', '__filename'],
  ...['window', 'document', 'globalThis', 'fetch', 'performance', 'crypto', 'console'],
  ...['self', 'navigator', 'localStorage', 'XMLHttpRequest', 'WebSocket', 'Worker', 'exports'],
  // they reach what has no name here, or read the machine's clock and language
  ...['eval', 'Function', 'Reflect', 'Proxy', 'Intl', 'WebAssembly'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'queueMicrotask'],
].map((name) => ({ name, message: 'domain is data and pure functions that both sides run' }))

export default ts.config(
  { ignores: ['node_modules', 'dist', '.data', 'miniprogram/miniprogram_npm'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    languageOptions: {
      globals: Object.fromEntries(
        [
          'wx',
          'App',
          'Page',
          'Component',
          'Behavior',
          'getApp',
          'getCurrentPages',
          'console',
          'process',
          'Buffer',
          'URL',
          'URLSearchParams',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'setImmediate',
          'fetch',
          'document',
          'window',
          'module',
          'require',
          'globalThis',
          'performance',
          'AbortSignal',
          'global',
          '__dirname',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: { globals: { exports: 'writable' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['**/*.ts'], rules: { 'no-undef': 'off' } },
  {
    files: ['miniprogram/domain/**'],
    rules: { 'no-restricted-globals': ['error', ...oneSide] },
  },
  refuse(['**/*.ts'], ['test/**'], blind),
  refuse(['miniprogram/domain/**'], [], blind, ...clock),
  refuse(['cloudfunctions/service/**/*.ts'], [], blind, once),
  // learners and the search for the same problem read for nobody in particular
  refuse(
    ['cloudfunctions/service/**/*.ts'],
    [
      'cloudfunctions/service/ticket/known.ts',
      'cloudfunctions/service/complaint/known.ts',
      'cloudfunctions/service/learn/**',
    ],
    blind,
    asks,
    once,
  ),
  refuse(['cloudfunctions/service/record/**'], [], blind, asks),
)
