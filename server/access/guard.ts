import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Team } from '../database/entities.ts';
import type { UserError } from '../resolvers.generated.ts';
import { type Context, requireRole } from './context.ts';
import { memberFields, policy } from './policy.ts';
import { type Args, asError, type Rule } from './rules.ts';
import { watched } from './watched.ts';

/**
 * Puts every rule of policy.ts before its resolver.
 * @throws when a field of Query, Mutation or Subscription has no rule, or a rule no field
 */
export function guard(schema: GraphQLSchema): GraphQLSchema {
  const guarded = new Set<string>();
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of fieldsOf(root)) {
      const name = `${root!.name}.${field.name}`;
      const rule = policy[name];
      if (!rule) throw new Error(`${name} has no access rule: add one to server/access/policy.ts`);
      guarded.add(name);
      if (root === schema.getSubscriptionType()) guardStream(field, rule);
      else guardField(field, rule, root === schema.getMutationType());
    }
  }
  for (const name of Object.keys(policy))
    if (!guarded.has(name)) throw new Error(`policy.ts has a rule for ${name}, which the schema has not`);
  guardMemberFields(schema);
  return schema;
}

function guardField(field: GraphQLField<unknown, Context>, rule: Rule, changes: boolean): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (parent, args: Args, context, info) => {
    const refused = await rule(context, args);
    if (refused) return answer(field.type, refused);
    const result = await resolve(parent, args, context, info);
    // what this request read before may have changed
    if (changes) context.loaders.clear();
    return result;
  };
}

function guardStream(field: GraphQLField<unknown, Context>, rule: Rule): void {
  const subscribe = field.subscribe;
  if (!subscribe) return;
  field.subscribe = async (parent, args: Args, context, info) => {
    const refused = await rule(context, args);
    if (refused) throw asError(refused);
    return watched(
      context,
      (current) => rule(current, args),
      (own) => subscribe(parent, args, own, info) as AsyncIterable<unknown> | Promise<AsyncIterable<unknown>>,
    );
  };
}

function guardMemberFields(schema: GraphQLSchema): void {
  for (const [name, least] of Object.entries(memberFields)) {
    const [type, fieldName] = name.split('.') as [string, string];
    const field = (schema.getType(type) as GraphQLObjectType | undefined)?.getFields()[fieldName];
    if (!field) throw new Error(`policy.ts has a rule for ${name}, which the schema has not`);
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (team: Team, args, context: Context, info) => {
      requireRole(context, team.id, least);
      return resolve(team, args, context, info);
    };
  }
}

function fieldsOf(type: GraphQLObjectType | null | undefined): GraphQLField<unknown, Context>[] {
  return type ? Object.values(type.getFields()) : [];
}

/** How a refusal looks in a field of that type: a payload's `userErrors`, a null for what seems not to exist, else a top-level error. */
function answer(type: GraphQLOutputType, refused: UserError): unknown {
  const named = getNullableType(type);
  if (isObjectType(named) && 'userErrors' in named.getFields()) return refusedPayload(named, refused);
  if (!isNonNullType(type) && refused.code === 'UNKNOWN') return null;
  throw asError(refused);
}

/** The payload of a mutation that did nothing: all null, and false where a payload must say yes or no. */
function refusedPayload(type: GraphQLObjectType, refused: UserError): Record<string, unknown> {
  const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) && field.name !== 'userErrors');
  return { ...Object.fromEntries(required.map((field) => [field.name, false])), userErrors: [refused] };
}
