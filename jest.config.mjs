import { readFileSync } from 'node:fs'

// How long a test waits for what must happen, in ms: a net for what never comes, never a budget. The same numbers
// everywhere, so far above any real wait that a busy machine changes nothing.
const patience = JSON.parse(readFileSync(new URL('test/patience.json', import.meta.url), 'utf8'))

// One project a room, so that a room can be tested alone: npx jest --selectProjects domain
const transform = {
  '\\.[jt]s$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
}
const room = (name, more = {}) => ({
  displayName: name,
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  transform,
  ...more,
})

export default {
  projects: [
    room('house'),
    room('domain'),
    room('local'),
    room('store'),
    room('service'),
    room('hold'),
    room('pages', {
      testEnvironment: '<rootDir>/test/pages/environment.mjs',
      transformIgnorePatterns: ['/node_modules/(?!(?:tdesign-miniprogram)/)'],
      setupFiles: ['<rootDir>/test/pages/setup.js'],
      resolver: '<rootDir>/test/pages/resolver.cjs',
    }),
    room('story'),
  ],
  testTimeout: patience.sentence,
  // what keeps the process open is told by it, not how busy the machine is
  openHandlesTimeout: 30_000,
  testSequencer: '<rootDir>/test/longest-first.cjs',
}
