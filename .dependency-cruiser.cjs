// Who may import whom. One list decides it between the api's modules: a module may import only modules that stand before
// it; adding a module means choosing its place here, in review. test/guards plants a violation of each rule and looks
// that it is found.
const MODULES = [
  'audit',
  'units',
  'identity',
  'notices',
  'item-bank',
  'item-exchange',
  'contests',
  'attempts',
  'standings',
  'results',
  'analysis',
  'winners',
  'printed-papers',
  'practice',
  'rulebook',
  'detection',
  'cases',
  'proof',
  'views',
]
const M = '^api/src/modules'
// Specs, and what only specs use: arbitraries for properties, samples of files, comparisons.
const SPEC = '\\.(spec|arbitrary|sample|comparison)\\.tsx?$'
const packages = (names) => `(^|node_modules/)(${names})(/|$)`

const moduleOrder = MODULES.slice(0, -1).map((name, i) => ({
  name: `module-order/${name}`,
  severity: 'error',
  comment: `${name} stands before these modules in MODULES: publish an event or move the code down.`,
  from: { path: `${M}/${name}/`, pathNot: SPEC },
  to: { path: `${M}/(${MODULES.slice(i + 1).join('|')})/` },
}))

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-spec-imports', severity: 'error', from: { pathNot: SPEC }, to: { path: SPEC } },
    {
      name: 'must-resolve',
      severity: 'error',
      comment: 'A file that is not there, or a package that is not installed. What benches run is built first.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|^@thiso/api/seeding$|/dist/' },
    },

    // --- the contract ------------------------------------------------------------------------------------------------
    {
      name: 'contracts-is-a-leaf',
      severity: 'error',
      from: { path: '^api/contracts/src/', pathNot: SPEC },
      to: { pathNot: ['^api/contracts/src/', packages('zod')] },
    },
    {
      name: 'words-and-routes-have-no-zod',
      severity: 'error',
      comment: 'Both apps import these as values; a schema library would come along.',
      from: { path: '^api/contracts/src/(vocab/|rule-words/|http/routes\\.ts$)', pathNot: SPEC },
      to: { pathNot: '^api/contracts/src/(vocab/|rule-words/|http/routes?[-.])' },
    },

    // --- pure code ---------------------------------------------------------------------------------------------------
    {
      name: 'kernel-is-pure',
      severity: 'error',
      from: { path: '^api/src/kernel/', pathNot: SPEC },
      to: { pathNot: ['^api/src/kernel/', '^api/contracts/src/', '^(node:)?crypto$'] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'domain/ may use its own folder, kernel/, the word lists, hashing, the formulas of FSRS and the signatures of public randomness: no Nest, TypeORM, zod, Redis, files.',
      from: { path: `${M}/([^/]+)/domain/`, pathNot: SPEC },
      to: {
        pathNot: [
          `${M}/$1/domain/`,
          '^api/src/kernel/',
          '^api/contracts/src/',
          '^(node:)?crypto$',
          packages('ts-fsrs|@noble/curves'),
        ],
      },
    },
    {
      name: 'pure-code-takes-only-types-of-the-contract',
      severity: 'error',
      from: { path: ['^api/src/kernel/', `${M}/[^/]+/domain/`], pathNot: SPEC },
      to: { path: '^api/contracts/src/(?!vocab/|rule-words/)', dependencyTypesNot: ['type-only'] },
    },

    // --- layers inside one module ------------------------------------------------------------------------------------
    {
      name: 'app-not-to-transport',
      severity: 'error',
      from: { path: `${M}/[^/]+/app/`, pathNot: SPEC },
      to: {
        path: [
          `${M}/[^/]+/(http|ws)/`,
          packages('fastify|@fastify/[^/]+|socket\\.io|@nestjs/websockets|@nestjs/platform-[a-z.]+'),
        ],
      },
    },
    {
      name: 'infra-not-upwards',
      severity: 'error',
      from: { path: `${M}/[^/]+/infra/`, pathNot: SPEC },
      to: { path: `${M}/[^/]+/(app|http|ws)/` },
    },
    {
      name: 'transport-not-to-infra',
      severity: 'error',
      comment: 'Controllers and gateways go through app/; the types of rows they may know.',
      from: { path: `${M}/[^/]+/(http|ws)/`, pathNot: SPEC },
      to: { path: `${M}/[^/]+/infra/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'typeorm-only-at-the-database',
      severity: 'error',
      comment:
        'seeding.ts hands it to the seed, operations.ts asks whether it is up, incidents.ts counts into one table.',
      from: {
        path: '^api/src/',
        pathNot: [
          SPEC,
          `${M}/[^/]+/infra/`,
          '^api/src/platform/db/',
          '^api/src/migrations/',
          '^api/src/seeding\\.ts$',
          '^api/src/platform/http/operations\\.ts$',
          '^api/src/platform/metrics/incidents\\.ts$',
        ],
      },
      to: { path: packages('typeorm') },
    },
    {
      name: 'no-driver-around-the-database',
      severity: 'error',
      from: {
        path: '^api/src/',
        pathNot: [SPEC, `${M}/[^/]+/infra/`, '^api/src/platform/db/'],
      },
      to: { path: packages('pg') },
    },

    // --- between modules ---------------------------------------------------------------------------------------------
    {
      name: 'module-by-index-only',
      severity: 'error',
      comment:
        'Another module is imported through its index.ts; what runs in a thread takes the rules about items alone.',
      from: { path: `${M}/([^/]+)/`, pathNot: SPEC },
      to: { path: `${M}/[^/]+/`, pathNot: [`${M}/$1/`, `${M}/[^/]+/index\\.ts$`, `${M}/item-bank/rules\\.ts$`] },
    },
    {
      name: 'platform-not-to-modules',
      severity: 'error',
      from: { path: '^api/src/(platform|kernel)/', pathNot: SPEC },
      to: { path: `${M}/` },
    },
    {
      name: 'nobody-imports-the-roof',
      severity: 'error',
      comment: 'app.module, application, main, schema and seeding put everything together; nothing stands on them.',
      from: { path: '^api/src/(modules|platform|kernel|migrations)/', pathNot: SPEC },
      to: { path: '^api/src/[^/]+\\.ts$' },
    },
    ...moduleOrder,

    // --- between workspaces ------------------------------------------------------------------------------------------
    {
      name: 'front-only-contracts',
      severity: 'error',
      from: { path: '^(web|admin)/' },
      to: { path: ['^api/(?!contracts/)', '^seed/', '^test/'] },
    },
    {
      name: 'front-bundles-no-schemas',
      severity: 'error',
      comment:
        'Of the contract the pages may carry only the word lists, the rules in sentences, the routes, the sentences about items and the board patches; the rest is for types.',
      from: { path: '^(web|admin)/', pathNot: SPEC },
      to: {
        path: '^api/contracts/src/(?!vocab/|rule-words/|http/(routes|item-problem-texts)\\.ts$|ws/board-patch\\.ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'kit-stands-alone',
      severity: 'error',
      from: { path: '^web/kit/' },
      to: { path: ['^web/src/', '^admin/src/'] },
    },
    {
      name: 'web-admin-apart',
      severity: 'error',
      from: { path: '^(web|admin)/src/' },
      to: { path: '^(web|admin)/src/', pathNot: '^$1/src/' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      comment: 'What two features need stands in lib/.',
      from: { path: '^(web|admin)/src/features/([^/]+)/' },
      to: { path: '^(web|admin)/src/(features/|app/)', pathNot: '^$1/src/features/$2/' },
    },
    {
      name: 'front-lib-not-upwards',
      severity: 'error',
      from: { path: '^(web|admin)/src/lib/' },
      to: { path: '^(web|admin)/src/(features|app)/' },
    },
    {
      name: 'api-stands-alone',
      severity: 'error',
      from: { path: '^api/(src|contracts)/', pathNot: SPEC },
      to: { path: '^(web|admin|seed|test)/' },
    },
    {
      name: 'seed-uses-the-front-door',
      severity: 'error',
      from: { path: '^seed/' },
      to: { path: '^api/(?!contracts/)', pathNot: '^api/(src|dist)/seeding\\.(ts|js|d\\.ts)$' },
    },
    {
      name: 'test-is-black-box',
      severity: 'error',
      comment:
        'guards/ compares parts of the sources with each other; all others see what a client sees, and may compute it again with the pure rules.',
      from: { path: '^test/', pathNot: '^test/guards/' },
      to: {
        path: ['^api/src/', '^(web|admin)/(src|kit/src)/', '^seed/src/'],
        pathNot: ['^api/src/kernel/', '^api/src/modules/[^/]+/domain/', '^api/src/verifier/'],
      },
    },
  ],
  options: {
    // Only the products of our own workspaces: packages resolve into folders of that name too.
    doNotFollow: { path: ['node_modules', '^(api|api/contracts|web|admin|seed)/dist/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
    },
  },
}
