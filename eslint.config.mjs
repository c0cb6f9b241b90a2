// The house's one-way imports (docs/architecture.md) and the rules of taste that a machine can hold.
import js from '@eslint/js'
import ts from 'typescript-eslint'

const oneDayjs = {
  regex: '^dayjs(/|$)',
  message:
    'dates go through the named functions of domain/calendar; only calendar/dayjs.ts knows the library',
}
const noImport = (files, patterns, more = [oneDayjs]) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [...patterns.map(([group, message]) => ({ group, message })), ...more] },
    ],
  },
})

const outside = [
  '**/services/*',
  '**/components/*',
  '**/pages/*',
  '**/cloudfunctions/**',
  '**/local/**',
  'node:*',
]

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
    files: ['cloudfunctions/service/**/*.ts'],
    // learners and the search for the same problem read for nobody in particular
    ignores: [
      'cloudfunctions/service/ticket/known.ts',
      'cloudfunctions/service/complaint/known.ts',
      'cloudfunctions/service/learn/**',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name="tickets"][callee.property.name=/^(find|count)$/]',
          message: 'a list for a person is asked by findFor or countFor: a complaint about him is not there',
        },
      ],
    },
  },
  noImport(['**/*.ts'], []),
  noImport(['miniprogram/domain/**'], [[outside, 'domain is pure: data and functions that both sides run']]),
  noImport(
    ['miniprogram/domain/calendar/dayjs.ts'],
    [[outside, 'domain is pure: data and functions that both sides run']],
    [],
  ),
  noImport(
    ['miniprogram/services/**'],
    [
      [
        [
          '**/components/**',
          '**/pages/**',
          '**/customer/**',
          '**/field/**',
          '**/office/**',
          '**/quality/**',
          '**/cloudfunctions/**',
        ],
        'services know only the domain',
      ],
    ],
  ),
  noImport(
    ['miniprogram/components/**', 'miniprogram/custom-tab-bar/**'],
    [
      [
        [
          '**/pages/**',
          '**/customer/**',
          '**/field/**',
          '**/office/**',
          '**/quality/**',
          '**/cloudfunctions/**',
        ],
        'components are mute: domain and services only',
      ],
    ],
  ),
  noImport(
    [
      'miniprogram/pages/**',
      'miniprogram/customer/**',
      'miniprogram/field/**',
      'miniprogram/office/**',
      'miniprogram/quality/**',
      'miniprogram/about/**',
    ],
    [
      [
        [
          '**/cloudfunctions/**',
          '**/local/**',
          '**/pages/**',
          '**/customer/**',
          '**/field/**',
          '**/office/**',
          '**/quality/**',
          '**/about/**',
        ],
        'pages never import each other, nor the server',
      ],
    ],
  ),
  noImport(
    ['cloudfunctions/**'],
    [
      [
        [
          '**/miniprogram/services/**',
          '**/miniprogram/components/**',
          '**/miniprogram/pages/**',
          '**/local/**',
          '**/demo/**',
        ],
        'functions share only miniprogram/domain with the phone',
      ],
    ],
  ),
  noImport(
    ['local/**'],
    [
      [
        ['**/miniprogram/**', '**/cloudfunctions/**', '**/demo/**'],
        'local runs any mini-program: it knows nothing of ours',
      ],
    ],
  ),
)
