import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberFields, policy } from '../../../server/access/policy.ts';
import { queries } from '../../../server/database/transaction.ts';
import { globalId, type NodeType } from '../../../server/ids.ts';
import { resolvers } from '../../../server/resolvers.ts';
import { makeSchema } from '../../../server/schema.ts';
import type { Caller } from '../../kit/client.ts';
import { fillTeam } from '../../kit/fill-team.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { createFirstUser, createOutsider, createToken, createUser, type User } from '../../kit/stories.ts';

const schema = makeSchema();
const roots = [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!];
const entryPoints = roots.flatMap((root) =>
  Object.values(root.getFields()).map((field) => ({ name: `${root.name}.${field.name}`, root, field })),
);

describe('every entry point', () => {
  it.each(entryPoints.map(({ name }) => name))('%s has a rule', (name) => {
    expect(policy[name]).toBeTypeOf('function');
  });

  it('and no rule is left over', () => {
    const fields = new Set(entryPoints.map(({ name }) => name));
    expect(Object.keys(policy).filter((name) => !fields.has(name))).toEqual([]);
    for (const name of Object.keys(memberFields)) {
      const [type, field] = name.split('.') as [string, string];
      expect((schema.getType(type) as GraphQLObjectType).getFields()[field]).toBeDefined();
    }
  });

  it('has a resolver of its own', () => {
    const written = new Set(
      resolvers.flatMap((part) =>
        ['Query', 'Mutation', 'Subscription'].flatMap((root) =>
          Object.keys(part[root as 'Query'] ?? {}).map((field) => `${root}.${field}`),
        ),
      ),
    );
    expect(entryPoints.map(({ name }) => name).filter((name) => !written.has(name))).toEqual([]);
  });
});

/** Entry points that say nothing about anybody's things. */
const OPEN = new Set(['Query.viewer', 'Query.invitation', 'Query.presets', 'Mutation.acceptInvitation', 'Mutation.createTeam']);
/** For WORKER tokens; they name no object, and work for the token's own team. */
const OF_A_TOKEN = new Set(['Mutation.registerWorker', 'Mutation.createUpload']);

describe("another team's objects", () => {
  let platform: TestPlatform;
  let admin: User;
  let outsider: User;
  let outsidersWorker: Caller;
  /** A real object of the first team for each type. */
  let ids: Record<NodeType, string>;

  beforeAll(async () => {
    platform = await startTestPlatform();
    admin = await createFirstUser(platform);
    outsider = await createOutsider(admin);
    outsidersWorker = await createToken(outsider, 'WORKER');
    ids = await fillTeam(platform.database, admin);
  });
  afterAll(() => platform?.stop());

  const closed = entryPoints.filter(({ name, root }) => !OPEN.has(name) && !OF_A_TOKEN.has(name) && root.name !== 'Subscription');

  it.each(closed.map(({ name }) => name))('%s: nobody is told to sign in, an outsider sees what is not there', async (name) => {
    const { root, field } = closed.find((entry) => entry.name === name)!;
    const caller = [
      'leaseWork',
      'retireWorker',
      'renewLease',
      'releaseLease',
      'commitStep',
      'reportTrial',
      'finishTrial',
      'finishTrials',
    ].includes(field.name)
      ? outsidersWorker
      : outsider;
    const real = documentFor(root, field, (type) => ids[type]);
    const missing = documentFor(root, field, (type) => globalId(type, '01900000-0000-7000-8000-000000000000'));
    expect(real.types.length, 'names at least one object').toBeGreaterThan(0);

    const anonymous = await makeAnonymous(caller).request(real.query, real.variables);
    expect(anonymous.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);

    const before = await fingerprint(platform);
    type Errors = { userErrors?: { code: string; message: string }[] };
    const answer = await caller.request<Record<string, (Errors & { refused?: Errors[] }) | null>>(real.query, real.variables);
    const nothing = await caller.request<Record<string, unknown>>(missing.query, missing.variables);
    expect(answer.errors).toBeUndefined();
    const value = answer.data[field.name];
    if (value) expect(value.refused?.[0]?.userErrors ?? value.userErrors).toMatchObject([{ code: 'UNKNOWN' }]);
    // the same but for the id
    const withoutIds = (data: unknown) => JSON.stringify(data).replace(/[a-z]{2}_[A-Za-z0-9_-]{22}/g, 'ID');
    expect(withoutIds(answer.data)).toBe(withoutIds(nothing.data));
    expect(await fingerprint(platform)).toEqual(before);
  });

  it('node(id) gives what the own team has, and nothing of others', async () => {
    for (const [type, id] of Object.entries(ids)) {
      const query = 'query ($id: ID!) { node(id: $id) { __typename id } }';
      const expected = type === 'File' ? null : { __typename: type, id };
      expect(await admin.ask(query, { id })).toEqual({ node: expected });
      expect((await outsider.request(query, { id })).data).toEqual({ node: null });
    }
    expect(await admin.ask('{ node(id: "nonsense") { id } }')).toEqual({ node: null });
  });

  it('cannot be named within what is the own', async () => {
    const candidate = 'mutation ($input: AnnotateCandidateInput!) { annotateCandidate(input: $input) { userErrors { field code } } }';
    const mine = await fillTeam(platform.database, outsider);
    const plain = { latent: [2], filters: [8], kernels: [3], stride: 2, maxEncoderLayers: 1, maxDecoderLayers: 1 };
    const search = { teamId: outsider.teamId, name: 'Spy', preset: 'tour-vae' };
    const create = 'mutation ($input: CreateSearchInput!) { createSearch(input: $input) { search { id } userErrors { field code } } }';
    expect(await outsider.ask(create, { input: { ...search, datasetId: ids.Dataset, limits: { variational: plain } } })).toMatchObject({
      createSearch: { search: null, userErrors: [{ field: 'datasetId', code: 'UNKNOWN' }] },
    });
    expect(await outsider.ask(create, { input: { ...search, spaceId: ids.SearchSpace } })).toMatchObject({
      createSearch: { search: null, userErrors: [{ field: 'spaceId', code: 'UNKNOWN' }] },
    });
    expect(
      await outsider.ask(candidate, { input: { candidateId: mine.Candidate, verdict: 'PICKED', alternatives: [ids.Candidate] } }),
    ).toMatchObject({ annotateCandidate: { userErrors: [{ code: 'UNKNOWN' }] } });
    const choose = 'mutation ($input: RecordChoiceInput!) { recordChoice(input: $input) { choice { id } userErrors { code } } }';
    expect(
      await outsider.ask(choose, { input: { searchId: mine.Search, preferredId: mine.Candidate, overIds: [ids.Candidate] } }),
    ).toMatchObject({ recordChoice: { choice: null, userErrors: [{ code: 'UNKNOWN' }] } });
    const report = 'mutation ($input: ReportTrialInput!) { reportTrial(input: $input) { userErrors { field code } } }';
    const sample = { kind: 'GENERATED', epoch: 1, fileId: ids.File, tileWidth: 1, tileHeight: 1, columns: 1, count: 1 };
    const lease = { leaseId: mine.Lease, fence: 1, sequence: 1 };
    for (const part of [{ samples: [sample] }, { checkpointFileId: ids.File }]) {
      const { reportTrial } = await outsidersWorker.ask<{ reportTrial: { userErrors: object[] } }>(report, {
        input: { ...lease, ...part },
      });
      expect(reportTrial.userErrors, JSON.stringify(part)).toMatchObject([{ code: 'UNKNOWN' }]);
    }
  });

  it('subscriptions are closed to outsiders and workers', async () => {
    const streams = [
      outsider.subscribe('subscription ($id: ID!) { events(teamId: $id) { kind } }', { id: ids.Team }),
      outsidersWorker.subscribe('subscription ($id: ID!) { events(teamId: $id) { kind } }', { id: outsider.teamId }),
      outsider.subscribe('subscription ($id: ID!, $search: ID!) { events(teamId: $id, searchId: $search) { kind } }', {
        id: outsider.teamId,
        search: ids.Search,
      }),
      outsider.subscribe('subscription ($id: ID!) { trialProgress(searchId: $id) { id } }', { id: ids.Search }),
    ];
    for (const stream of streams) {
      await expect(stream.next()).rejects.toThrow(/does not exist|needs the role/);
      await stream.close();
    }
  });

  it('a worker reads what it trains on, and nothing else of its team', async () => {
    const own = await createToken(admin, 'WORKER');
    for (const [name, field] of Object.entries(memberFields).map(([key]) => [key, key.split('.')[1]!] as const)) {
      const selection =
        {
          members: 'members(first: 1) { totalCount }',
          searches: 'searches(first: 1) { totalCount }',
          events: 'events(first: 1) { edges { cursor } }',
        }[field] ?? (field === 'latestCursor' ? field : `${field} { id }`);
      const answer = await own.request(`{ viewer { teams { ${selection} } } }`);
      expect(answer.errors?.[0]?.extensions.code, name).toBe('FORBIDDEN');
    }
    expect((await own.request('query ($id: ID!) { search(id: $id) { id } }', { id: ids.Search })).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });

  it('within a team each role may do its part', async () => {
    const callers = {
      VIEWER: await createUser(admin, 'Vera', 'VIEWER'),
      MEMBER: await createUser(admin, 'Mia', 'MEMBER'),
      ADMIN: await createUser(admin, 'Alan', 'ADMIN'),
    };
    const table: [string, Record<string, unknown>, (keyof typeof callers)[]][] = [
      ['inviteMember', { teamId: ids.Team, role: 'VIEWER' }, ['ADMIN']],
      [
        'createSearchSpace',
        {
          teamId: ids.Team,
          name: '',
          limits: { variational: { latent: [2], filters: [8], kernels: [3], stride: 2, maxEncoderLayers: 1, maxDecoderLayers: 1 } },
        },
        ['MEMBER', 'ADMIN'],
      ],
      ['renameSearch', { searchId: ids.Search, name: '' }, ['MEMBER', 'ADMIN']],
      ['annotateCandidate', { candidateId: ids.Candidate, rating: 4 }, ['MEMBER', 'ADMIN']],
      ['createApiToken', { teamId: ids.Team, kind: 'PERSONAL', name: 'mine' }, ['VIEWER', 'MEMBER', 'ADMIN']],
      ['createApiToken', { teamId: ids.Team, kind: 'WORKER', name: 'its' }, ['ADMIN']],
      ['leaseWork', { workerId: ids.Worker }, []],
    ];
    for (const [field, input, allowed] of table) {
      const type = getNamedType(schema.getMutationType()!.getFields()[field]!.args[0]!.type).name;
      for (const [role, caller] of Object.entries(callers)) {
        const { data } = await caller.request<Record<string, { userErrors: { code: string }[] }>>(
          `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code } } }`,
          { input },
        );
        const forbidden = data[field]!.userErrors.some((error) => error.code === 'FORBIDDEN');
        expect(forbidden, `${field} ${JSON.stringify(input)} as ${role}`).toBe(!allowed.includes(role as keyof typeof callers));
      }
    }
  });
});

function makeAnonymous(caller: Caller): Caller {
  return {
    ...caller,
    request: async (query, variables) =>
      (
        await fetch(`${caller.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables }),
        })
      ).json(),
  };
}

/** A document that calls one field with every required argument and every id it takes. */
function documentFor(root: GraphQLObjectType, field: GraphQLField<unknown, unknown>, idOf: (type: NodeType) => string) {
  const types: NodeType[] = [];
  const ids = (path: string): string => {
    const type = typeAt(path, field.name);
    types.push(type);
    return idOf(type);
  };
  const value = (type: GraphQLInputType, path: string): unknown => {
    if (isNonNullType(type)) return value(type.ofType, path);
    if (isListType(type)) return [value(type.ofType, path)];
    if (isInputObjectType(type)) {
      const given = Object.values(type.getFields());
      // @oneOf: the last alternative alone
      const fields = type.isOneOf
        ? given.slice(-1)
        : given.filter((each) => (isNonNullType(each.type) && each.defaultValue === undefined) || getNamedType(each.type).name === 'ID');
      return Object.fromEntries(fields.map((each) => [each.name, value(each.type, each.name)]));
    }
    if (isEnumType(type)) return type.getValues()[0]!.name;
    const plain: Record<string, () => unknown> = {
      ID: () => ids(path),
      String: () => 'a'.repeat(12),
      Int: () => 1,
      PositiveInt: () => 1,
      Float: () => 1,
      Boolean: () => true,
      BigInt: () => '1',
      JSON: () => ({}),
    };
    return plain[type.name]!();
  };
  const args = field.args.filter((arg) => isNonNullType(arg.type) || getNamedType(arg.type).name === 'ID');
  const variables = Object.fromEntries(args.map((arg) => [arg.name, value(arg.type, arg.name)]));
  const type = getNamedType(field.type);
  const errors = 'userErrors { code field message }';
  // where each of several is answered by itself, so it is refused
  const each = isObjectType(type) && type.getFields().refused ? `refused { ${errors} }` : '';
  const selection = isObjectType(type) && type.getFields().userErrors ? `{ ${errors} ${each} }` : '{ __typename }';
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return { query: `${root.name.toLowerCase()} (${declared}) { ${field.name}(${passed}) ${selection} }`, variables, types };
}

/** `searchId` -> Search, `overIds` -> Candidate, `id` of `candidate` -> Candidate. */
function typeAt(path: string, field: string): NodeType {
  const special: Record<string, NodeType> = {
    alternatives: 'Candidate',
    overIds: 'Candidate',
    searchIds: 'Search',
    preferredId: 'Candidate',
    spaceId: 'SearchSpace',
    checkpointFileId: 'File',
    fileId: 'File',
    id: field === 'node' ? 'Search' : ((field[0]!.toUpperCase() + field.slice(1)) as NodeType),
  };
  return special[path] ?? ((path[0]!.toUpperCase() + path.slice(1).replace(/Id$/, '')) as NodeType);
}

/** How many rows there are, and when tokens and leases end: what a refused mutation leaves alone. */
async function fingerprint({ database }: TestPlatform): Promise<unknown> {
  return queries(database).query(`
    SELECT (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM search) AS searches, (SELECT count(*) FROM invitation WHERE revoked_at IS NULL) AS invitations,
      (SELECT count(*) FROM api_token WHERE revoked_at IS NULL) AS tokens, (SELECT count(*) FROM member WHERE removed_at IS NULL) AS members,
      (SELECT count(*) FROM annotation) AS annotations, (SELECT count(*) FROM choice) AS choices, (SELECT max(expires_at) FROM lease) AS expiry`);
}
