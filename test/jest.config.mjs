// One jest configuration with a project for each kind of test; test/run.mjs runs them one after the other.
// Everything is turned into CommonJS, packages included: several of ours are ES modules only, and jest's own module mode
// cannot load the ones that require() them.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const swc = (/** @type {boolean} */ tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      target: 'es2023',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
]

const common = {
  rootDir: root,
  testEnvironment: 'node',
  cacheDirectory: path.join(root, 'node_modules/.cache/jest'),
  // js first: within packages './x.js' must stay the .js file, in our sources there is none beside the .ts one.
  moduleFileExtensions: ['js', 'ts', 'tsx', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    '^@thiso/contracts$': '<rootDir>/api/contracts/src/index.ts',
    '^@thiso/contracts/vocab$': '<rootDir>/api/contracts/src/vocab/index.ts',
    '^@thiso/contracts/rule-words$': '<rootDir>/api/contracts/src/rule-words/index.ts',
    '^@thiso/contracts/routes$': '<rootDir>/api/contracts/src/http/routes.ts',
    '^@thiso/contracts/item-problems$': '<rootDir>/api/contracts/src/http/item-problem-texts.ts',
    '^@thiso/contracts/board-patch$': '<rootDir>/api/contracts/src/ws/board-patch.ts',
    '^@thiso/kit$': '<rootDir>/web/kit/src/index.ts',
    '^@thiso/kit/(.*)$': '<rootDir>/web/kit/src/$1',
    '\\.css$': '<rootDir>/test/support/no-style.cjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '\\.tsx$': swc(true), '\\.[cm]?[jt]s$': swc(false) },
  transformIgnorePatterns: [],
  modulePathIgnorePatterns: ['<rootDir>/[^/]+/dist/', '<rootDir>/data/', '<rootDir>/test/\\.out/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/test/\\.out/'],
  watchPathIgnorePatterns: ['/dist/', '<rootDir>/data/', '<rootDir>/test/\\.out/'],
}

/** Projects that need PostgreSQL and Redis; started once a jest run, or by test/run.mjs for several of them. */
const withServers = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
}

const beside = ['api/src', 'api/contracts/src', 'web/src', 'web/kit', 'admin/src', 'seed/src']

/** @param {string} displayName @param {object} own */
const project = (displayName, own) => ({ ...common, displayName, ...own })

export default {
  rootDir: root,
  cacheDirectory: common.cacheDirectory,
  projects: [
    project('unit', {
      testMatch: beside.map((folder) => `<rootDir>/${folder}/**/*.spec.{ts,tsx}`),
      testPathIgnorePatterns: [...common.testPathIgnorePatterns, '\\.medium\\.spec\\.'],
    }),
    project('medium', {
      ...withServers,
      testMatch: beside.map((folder) => `<rootDir>/${folder}/**/*.medium.spec.ts`),
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
    }),
    project('guards', {
      ...withServers,
      testMatch: ['<rootDir>/test/guards/**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
    }),
    project('api', {
      ...withServers,
      testMatch: ['<rootDir>/test/api/**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
    }),
    project('ui', {
      ...withServers,
      testMatch: ['<rootDir>/test/ui/**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
    }),
    project('faults', {
      ...withServers,
      testMatch: ['<rootDir>/test/faults/**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
    }),
  ],
}
