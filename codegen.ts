import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types from the schema: of resolvers for the server, of operations for its clients. All results are committed; `npm run check` compares. */
const scalars = { DateTime: 'string', JSON: 'unknown', Cursor: 'string', PositiveInt: 'number', BigInt: 'string', ID: 'string' };
/** What clients share. */
const fragments = 'schema/fragments/*.graphql';
const operations = {
  plugins: ['typescript-operations', 'typed-document-node'],
  config: { scalars, enumsAsTypes: true, useTypeImports: true, documentMode: 'documentNode' as const, avoidOptionals: false },
};

/** What a resolver gets as its parent: the row, not the finished object. */
const rows = [
  'Annotation',
  'ApiToken',
  'Candidate',
  'Choice',
  'ComparedSearch',
  'ControllerPlan',
  'Dataset',
  'DatasetImport',
  'Event',
  'Invitation',
  'Lease',
  'Member',
  'Metric',
  'QValues',
  'RankedCandidate',
  'RankingComparison',
  'Reward',
  'RungResult',
  'Sample',
  'Search',
  'SearchChange',
  'SearchSpace',
  'Team',
  'Trial',
  'Worker',
  'Viewer',
];
const pages = ['Candidate', 'Choice', 'Event', 'Member', 'Search'];
const mappers = Object.fromEntries([
  ...rows.map((type) => [type, `./parents.ts#${type} as ${type}Parent`]),
  ...pages.map((type) => [`${type}Connection`, `./parents.ts#${type}Page`]),
]);

const config: CodegenConfig = {
  schema: 'schema/graphql/*.graphql',
  // the manifest of the page's documents belongs to what is generated
  hooks: { afterAllFileWrite: 'node --import tsx server/access/write-documents.ts' },
  generates: {
    'schema/schema.graphql': { plugins: ['schema-ast'], config: { includeDirectives: true } },
    'server/resolvers.generated.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        scalars: { ...scalars, DateTime: 'Date | string' },
        enumsAsTypes: true,
        useTypeImports: true,
        contextType: './access/context.ts#Context',
        useIndexSignature: true,
        mappers,
      },
    },
    'server/commands/operations.generated.ts': { documents: ['server/commands/**/*.graphql', fragments], ...operations },
    'workers/operations.generated.ts': { documents: ['workers/*.graphql', fragments], ...operations },
    'web/lib/operations.generated.ts': { documents: ['web/**/*.graphql', fragments], ...operations },
  },
};

export default config;
