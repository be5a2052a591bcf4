/** Who may import whom: `app -> adapters, web -> http and use cases -> store, artifacts -> model` (`npm run arch`). */
const useCases = '^src/(tracking|registry|tracing|evaluation|webhooks|bridge|compare|access)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or lack a third. Imports of types alone are fine.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'model-is-pure',
      comment: 'Nouns and invariants import nothing but each other.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    {
      name: 'compare-is-pure',
      comment: 'Diffs and alignment work on the model alone.',
      severity: 'error',
      from: { path: '^src/compare/' },
      to: { pathNot: '^src/(model|compare)/' },
    },
    {
      name: 'doors-only-from-app',
      comment: 'Nothing in src outside src/app knows a door: proof that one can be deleted.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app/' },
      to: { path: '^adapters/' },
    },
    {
      name: 'doors-do-not-meet',
      comment: 'A door never imports another; what two need is neutral and lives in src.',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: '^adapters/', pathNot: '^adapters/$1/' },
    },
    {
      name: 'doors-use-use-cases',
      comment: 'A door maps in, calls a use case and maps out. SQL is none of its business.',
      severity: 'error',
      from: { path: '^adapters/' },
      to: { path: '^src/(store|app|web)/' },
    },
    {
      name: 'store-is-below',
      comment: 'SQL knows the model, not who asks.',
      severity: 'error',
      from: { path: '^src/(store|artifacts)/' },
      to: { path: '^src/(tracking|registry|tracing|evaluation|webhooks|bridge|access|http|web|app)/' },
    },
    {
      name: 'use-cases-know-no-http',
      comment: 'A use case is the same whichever door it is called from.',
      severity: 'error',
      from: { path: useCases },
      to: { path: '^src/(http|web|app)/' },
    },
    {
      name: 'kernel-knows-no-domain',
      comment: 'The door kernel binds, checks and answers for any protocol.',
      severity: 'error',
      from: { path: '^src/http/' },
      to: { path: '^src/(tracking|registry|tracing|evaluation|webhooks|bridge|compare|web|app)/' },
    },
    {
      name: 'database-drivers-in-the-store',
      comment: 'The databases of other tools are read and written where their layout is known.',
      severity: 'error',
      from: { path: '^(src|adapters)/', pathNot: '^(src/(store|app)|adapters/[^/]+/transfer)/' },
      to: { path: '^node_modules/(knex|pg|pg-copy-streams|pg-query-stream|mysql2)/' },
    },
    {
      name: 'express-at-the-edge',
      severity: 'error',
      from: { path: '^(src|adapters)/', pathNot: '^src/(http|web|app)/' },
      to: { path: '^node_modules/(@types/)?(express|http-proxy-middleware)/' },
    },
    {
      name: 'wire-types-stay-outside',
      comment: 'Generated types of a protocol never reach model, store or use cases.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(web|app)/' },
      to: { path: '^openapi/' },
    },
    {
      name: 'product-imports-no-tests',
      severity: 'error',
      from: { path: '^(src|adapters|openapi)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-dev-dependencies-in-the-product',
      comment: '`npm ci --omit=dev` must run.',
      severity: 'error',
      from: { path: '^(src|adapters)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/@types/',
      },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
