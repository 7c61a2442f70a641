import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, getOperationAST, Kind, parse, print, separateOperations, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashDocument, readDocuments } from '../../../server/access/documents.ts';
import { LIMITS, measure } from '../../../server/access/limits.ts';
import { makeSchema } from '../../../server/schema.ts';
import type { Answer } from '../../kit/client.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { createFirstUser, createToken, type User } from '../../kit/stories.ts';

const schema = makeSchema();
const size = (text: string, variables = {}) => {
  const document = parse(text);
  return measure(schema, document, getOperationAST(document)!, variables);
};
const webDocuments = () => {
  const definitions = ['web', 'schema/fragments'].flatMap((name) => {
    const folder = new URL(`../../../${name}/`, import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.graphql') && !file.includes('node_modules'),
    );
    return files.flatMap((file) => parse(readFileSync(new URL(file, folder), 'utf8')).definitions);
  });
  const all: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  return Object.entries(separateOperations(all));
};

describe('the size of a document', () => {
  it('counts pages by their length, whether it is written or a variable', () => {
    const one = size('{ team(slug: "x") { searches(first: 1) { edges { node { id name } } } } }');
    expect(one).toEqual({ depth: 5, aliases: 0, fields: 6, cost: 1 + 1 + (1 + (1 + 2)) });
    const many = size('query ($n: Int) { team(slug: "x") { searches(first: $n) { edges { node { id name } } } } }', { n: 100 });
    expect(many.cost).toBe(1 + 1 + 100 * (1 + (1 + 2)));
  });

  it('measures fragments that unfold to a billion fields without unfolding them', () => {
    const fragments = Array.from({ length: 30 }, (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`).join(
      ' ',
    );
    const began = performance.now();
    expect(size(`{ ...F0 } ${fragments} fragment F30 on Query { viewer { name } }`).fields).toBe(2 * 2 ** 30);
    expect(performance.now() - began).toBeLessThan(200);
  });

  it.each(webDocuments())('lets %s of the page through', (_, document) => {
    const measured = measure(schema, document, getOperationAST(document)!, { first: 100, last: 100 });
    for (const [name, limit] of Object.entries(LIMITS))
      if (name !== 'tokens') expect(measured[name as keyof typeof measured], name).toBeLessThanOrEqual(limit);
    expect(() => parse(print(document), { maxTokens: LIMITS.tokens })).not.toThrow();
  });
});

describe('what Apollo Client sends', () => {
  it.each(webDocuments())('%s is in the manifest, with __typename and in any order', (_, document) => {
    const withTypenames = visit(document, {
      SelectionSet: (node) => ({
        ...node,
        selections: [...node.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
      }),
    });
    const sent = parse(print({ ...withTypenames, definitions: [...withTypenames.definitions].reverse() }));
    expect(readDocuments()).toContain(hashDocument(sent));
  });
});

describe('a platform', () => {
  let platform: TestPlatform;
  let admin: User;
  const deep = `{ viewer { teams { ${'members(first: 1) { edges { node { team { '.repeat(4)} id ${'} } } } '.repeat(4)} } } }`;
  const aliases = `{ ${Array.from({ length: 51 }, (_, index) => `a${index}: viewer { name }`).join(' ')} }`;
  const dear =
    '{ viewer { teams { searches(first: 100) { edges { node { candidates(first: 100) { edges { node { id number notation hash status reward } } } } } } } } }';
  const long = `{ ${'viewer { name } '.repeat(1_500)} }`;

  beforeAll(async () => {
    platform = await startTestPlatform();
    admin = await createFirstUser(platform);
  });
  afterAll(() => platform?.stop());

  const overSocket = async (query: string): Promise<Answer<unknown>> => {
    const stream = admin.subscribe(query);
    return stream
      .next()
      .then(
        () => ({ data: null }),
        (error: Error) => ({ data: null, errors: [{ message: error.message, extensions: { code: '' } }] }),
      )
      .finally(() => stream.close());
  };

  it.each([
    ['depth', deep],
    ['aliases', aliases],
    ['cost', dear],
  ])('refuses too much %s over HTTP and websocket, and says what is allowed', async (measure, query) => {
    const expected = new RegExp(`has ${measure} \\d+; at most ${LIMITS[measure as keyof typeof LIMITS]} are allowed`);
    const answer = await admin.request(query);
    expect(answer.errors).toMatchObject([{ message: expect.stringMatching(expected), extensions: { code: 'QUERY_TOO_LARGE' } }]);
    expect((await overSocket(query)).errors?.[0]?.message).toMatch(expected);
  });

  it('refuses a document of too many tokens before it is looked at', async () => {
    expect((await admin.request(long)).errors?.[0]?.message).toMatch(/more that 4000 tokens/);
    expect((await overSocket(long)).errors?.[0]?.message).toMatch(/more that 4000 tokens/);
  });

  it('refuses a page without, or beyond, its limits', async () => {
    const query = 'query ($id: ID!, $n: Int) { team(id: $id) { members(first: $n) { totalCount } } }';
    for (const n of [null, 0, 101]) {
      const { errors } = await admin.request(query, { id: admin.teamId, n });
      expect(errors).toMatchObject([
        { path: ['team', 'members'], message: expect.stringMatching(/^members: .*1 to 100/), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
    const { errors } = await admin.request('query ($id: ID!) { team(id: $id) { members(first: 5, after: "nonsense") { totalCount } } }', {
      id: admin.teamId,
    });
    expect(errors?.[0]?.message).toContain('members.after: "nonsense" is not a cursor of this list');
  });

  it('says what an answer cost, and shows the schema to those who are signed in alone', async () => {
    expect((await admin.request('{ viewer { name email } }')).extensions).toEqual({ cost: 3 });
    expect((await admin.request<object>('{ __schema { queryType { name } } }')).data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
  });

  it('tells no stack and no path of its own errors', async () => {
    const text = await (
      await fetch(`${platform.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query": "{' })
    ).text();
    expect(text).not.toMatch(/node_modules|\.ts:|\n *at /);
  });
});

describe('with the documents of the page alone', () => {
  let platform: TestPlatform;
  let admin: User;
  beforeAll(async () => {
    platform = await startTestPlatform();
    admin = await createFirstUser(platform);
    await platform.restart({ onlyKnownDocuments: true });
  });
  afterAll(() => platform?.stop());

  const viewer = readFileSync(new URL('../../../web/lib/viewer.graphql', import.meta.url), 'utf8');

  it('a cookie runs what ships, and nothing else', async () => {
    expect((await admin.request(viewer)).data).toMatchObject({ viewer: { name: 'Ada' } });
    expect((await admin.request('{ viewer { name } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const stream = admin.subscribe('subscription ($id: ID!) { events(teamId: $id) { cursor } }', { id: admin.teamId });
    await expect(stream.next()).rejects.toThrow(/documents that ship/);
    await stream.close();
  });

  it('a token runs anything', async () => {
    await platform.restart({ onlyKnownDocuments: false });
    const token = await createToken(admin, 'PERSONAL');
    await platform.restart({ onlyKnownDocuments: true });
    expect((await token.request('{ viewer { name } }')).data).toEqual({ viewer: { name: 'Ada' } });
  });
});
