import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import type { Context } from './access/context.ts';
import { guard } from './access/guard.ts';
import { resolvers } from './resolvers.ts';
import { scalars } from './scalars.ts';

const SDL = new URL('../schema/graphql/', import.meta.url);

/** The SDL with all resolvers, every entry point behind its access rule. @throws when a field has no rule, or a resolver no field */
export function makeSchema(): GraphQLSchema {
  const typeDefs = readdirSync(SDL)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(new URL(file, SDL), 'utf8'));
  return guard(
    makeExecutableSchema<Context>({
      typeDefs,
      resolvers: [scalars, ...resolvers],
      resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
    }),
  );
}
