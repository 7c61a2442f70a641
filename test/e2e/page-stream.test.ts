import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { StreamLink } from '../../web/lib/stream.ts';
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts';
import { createFirstUser, signIn, type User } from '../kit/stories.ts';

/** The page's link to the platform, in the place of a browser: an address, a websocket that sends the session, and window events. */
let platform: TestPlatform;
let ada: User;

beforeAll(async () => {
  platform = await startTestPlatform();
  ada = await createFirstUser(platform);
  const cookie = await signIn(platform.url, ada.email);
  class Socket extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, origin: platform.url } });
    }
  }
  const { host, protocol } = new URL(platform.url);
  Object.assign(globalThis, { WebSocket: Socket, location: { host, protocol }, addEventListener: () => {}, removeEventListener: () => {} });
});

afterAll(() => platform.stop());

const EVENTS = gql`
  subscription ($teamId: ID!, $after: Cursor) {
    events(teamId: $teamId, after: $after) {
      cursor
      kind
    }
  }
`;

const launch = (name: string) =>
  ada.ask('mutation ($input: CreateSearchInput!) { createSearch(input: $input) { search { id } userErrors { message } } }', {
    input: { teamId: ada.teamId, name, preset: 'tour' },
  });

async function allCursors(): Promise<string[]> {
  const { team } = await ada.ask<{ team: { events: { edges: { node: { cursor: string } }[] } } }>(
    'query ($id: ID!) { team(id: $id) { events(first: 100) { edges { node { cursor } } } } }',
    { id: ada.teamId },
  );
  return team.events.edges.map(({ node }) => node.cursor);
}

test('a page whose server goes away and comes back sees every event once, in order', async () => {
  const before = await allCursors();
  const client = new ApolloClient({ cache: new InMemoryCache(), link: new StreamLink() });
  const seen: string[] = [];
  const refusals: unknown[] = [];
  const subscription = client
    .subscribe<{ events: { cursor: string } }>({
      query: EVENTS,
      variables: { teamId: ada.teamId, after: before.at(-1) },
      fetchPolicy: 'no-cache',
    })
    .subscribe({ next: ({ data, error }) => (error ? refusals.push(error) : seen.push(data!.events.cursor)) });
  try {
    await launch('before');
    await expect.poll(() => seen.length, { timeout: 5000 }).toBe(1);
    await platform.restart();
    // The page is still waiting for its next attempt.
    for (const name of ['while away 1', 'while away 2', 'while away 3']) await launch(name);
    await expect.poll(() => seen.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(4);
    await launch('after');
    const expected = (await allCursors()).slice(before.length);
    expect(expected.length).toBeGreaterThanOrEqual(5);
    await expect.poll(() => seen, { timeout: 5000 }).toEqual(expected);
    expect(refusals).toEqual([]);
  } finally {
    subscription.unsubscribe();
  }
});

test('what the server refuses is an error, and is not tried again and again', async () => {
  const client = new ApolloClient({ cache: new InMemoryCache(), link: new StreamLink() });
  const errors: string[] = [];
  await new Promise<void>((resolve) => {
    client.subscribe({ query: EVENTS, variables: { teamId: 'nonsense' }, fetchPolicy: 'no-cache' }).subscribe({
      next: ({ error }) => error && errors.push(error.message),
      error: (error: Error) => {
        errors.push(error.message);
        resolve();
      },
      complete: resolve,
    });
  });
  expect(errors).toHaveLength(1);
});
