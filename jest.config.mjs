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
      // TDesign's own copies, as WeChat resolves them
      moduleNameMapper: {
        '^(tslib|dayjs)(/.*)?$': `<rootDir>/miniprogram/miniprogram_npm/tdesign-miniprogram/miniprogram_npm/$1$2`,
      },
    }),
    room('story'),
  ],
  testTimeout: 60000,
  testSequencer: '<rootDir>/test/longest-first.cjs',
}
