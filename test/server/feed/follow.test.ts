import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { queries, transaction } from '../../../server/database/transaction.ts';
import { appendEvents, FEED_CHANNEL, type NewEvent, WORK_CHANNEL } from '../../../server/feed/append.ts';
import { parseId } from '../../../server/ids.ts';
import { fillTeam } from '../../kit/fill-team.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { createFirstUser, createOutsider, type User } from '../../kit/stories.ts';

const EVENTS =
  'subscription ($id: ID!, $after: Cursor, $search: ID, $kinds: [EventKind!]) { events(teamId: $id, after: $after, searchId: $search, kinds: $kinds) { cursor kind worker { id } } }';
const LATEST = 'query ($id: ID!) { team(id: $id) { latestCursor } }';
type Received = { events: { cursor: string; kind: string } };

describe('the feed', () => {
  let platform: TestPlatform;
  let user: User;
  let team: string;
  beforeAll(async () => {
    platform = await startTestPlatform();
    user = await createFirstUser(platform);
    team = parseId('Team', user.teamId)!;
  });
  afterAll(() => platform?.stop());

  const append = (events: NewEvent[]) => transaction(platform.database, (tx) => appendEvents(tx, team, events));
  const latest = async () => (await user.ask<{ team: { latestCursor: string } }>(LATEST, { id: user.teamId })).team.latestCursor;
  const sequenceOf = (cursor: string) => Number((JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[])[0]);
  const quiet = { kind: 'WORKER_CHANGED' } as const;

  let start: string;
  beforeEach(async () => {
    start = await latest();
  });

  it('numbers events without gaps, in the order of their commits, whoever writes', async () => {
    const before = sequenceOf(start);
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        transaction(platform.database, async (tx) => {
          await appendEvents(tx, team, index % 3 === 0 ? [quiet, quiet] : [quiet]);
          if (index % 5 === 0) throw new Error('rolled back');
        }).catch((error: Error) => expect(error.message).toBe('rolled back')),
      ),
    );
    const rows = await queries(platform.database).query<{ sequence: string }>(
      'SELECT sequence FROM event WHERE team_id = $1 AND sequence > $2 ORDER BY sequence',
      [team, before],
    );
    const committed = Array.from({ length: 40 }, (_, index) => index)
      .filter((index) => index % 5 !== 0)
      .reduce((sum, index) => sum + (index % 3 === 0 ? 2 : 1), 0);
    expect(rows.map((row) => Number(row.sequence))).toEqual(Array.from({ length: committed }, (_, index) => before + 1 + index));
  });

  it('workers that wait are woken by what may give them something to do, not by every epoch of the others', async () => {
    const heard: string[] = [];
    const client = new pg.Client({ connectionString: platform.databaseUrl });
    await client.connect();
    client.on('notification', ({ channel, payload }) => heard.push(`${channel} ${payload}`));
    for (const channel of [FEED_CHANNEL, WORK_CHANNEL]) await client.query(`LISTEN ${channel}`);
    const heardBy = async (events: NewEvent[]) => {
      heard.length = 0;
      await append(events);
      await client.query('SELECT'); // an answer comes after all notifications before it
      return heard.filter((each) => each.endsWith(team)).map((each) => each.split(' ')[0]);
    };
    expect(await heardBy([{ kind: 'TRIAL_STARTED' }, { kind: 'METRICS_REPORTED' }, { kind: 'SAMPLES_REPORTED' }])).toEqual([FEED_CHANNEL]);
    expect((await heardBy([{ kind: 'METRICS_REPORTED' }, { kind: 'TRIAL_FINISHED' }])).sort()).toEqual([FEED_CHANNEL, WORK_CHANNEL]);
    await client.end();
  });

  it('a subscription that is cut again and again misses nothing and repeats nothing while others write', async () => {
    const total = 300;
    let written = 0;
    const writers = Promise.all(
      [1, 2, 3].map(async () => {
        while (written < total) {
          written++;
          await append([quiet]);
        }
      }),
    );
    const received: number[] = [];
    let after = start;
    while (received.length < total) {
      const stream = user.subscribe<Received>(EVENTS, { id: user.teamId, after });
      const until = received.length + 1 + Math.floor(Math.random() * 40);
      for await (const { events } of stream) {
        received.push(sequenceOf(events.cursor));
        after = events.cursor;
        if (received.length >= Math.min(until, total)) break;
      }
    }
    await writers;
    expect(received).toEqual(Array.from({ length: received.length }, (_, index) => sequenceOf(start) + 1 + index));
  });

  it('catches up over many pages, then goes on live', async () => {
    await append(Array.from({ length: 450 }, () => quiet));
    const stream = user.subscribe<Received>(EVENTS, { id: user.teamId, after: start });
    for (let index = 1; index <= 450; index++)
      expect(sequenceOf((await stream.next()).value.events.cursor)).toBe(sequenceOf(start) + index);
    const next = stream.next();
    await append([quiet]);
    expect(sequenceOf((await next).value.events.cursor)).toBe(sequenceOf(start) + 451);
    await stream.close();
  });

  it('a lost connection for notifications loses no event', async () => {
    const stream = user.subscribe<Received>(EVENTS, { id: user.teamId, after: start });
    const first = stream.next();
    await append([quiet]);
    await first;
    const killed = await queries(platform.database).query<{ killed: boolean }>(
      `SELECT pg_terminate_backend(pid) AS killed FROM pg_stat_activity WHERE application_name = 'handpick listen' AND datname = current_database()`,
    );
    expect(killed).toEqual([{ killed: true }]);
    await append([quiet]); // nobody listens now
    const next = await stream.next();
    expect(sequenceOf(next.value.events.cursor)).toBe(sequenceOf(start) + 2);
    // and it listens again
    const live = stream.next();
    await append([quiet]);
    expect(sequenceOf((await live).value.events.cursor)).toBe(sequenceOf(start) + 3);
    await stream.close();
  });

  it('an event is there a moment after its commit', async () => {
    const stream = user.subscribe<Received>(EVENTS, { id: user.teamId, after: start });
    const delays: number[] = [];
    for (let round = 0; round < 20; round++) {
      const next = stream.next();
      await append([quiet]);
      const committed = performance.now();
      await next;
      delays.push(performance.now() - committed);
    }
    await stream.close();
    // far below the poll of 5 s, on a busy machine too: it was NOTIFY that woke it
    expect(delays.sort((one, other) => one - other)[10]).toBeLessThan(500);
  });

  it('is filtered by search and kind, and a page of it can be read either way', async () => {
    const ids = await fillTeam(platform.database, user);
    const search = parseId('Search', ids.Search)!;
    await append([
      quiet,
      { kind: 'SEARCH_CHANGED', searchId: search },
      quiet,
      { kind: 'TRIAL_STARTED', searchId: search, trialId: parseId('Trial', ids.Trial)! },
    ]);
    const stream = user.subscribe<Received>(EVENTS, { id: user.teamId, after: start, search: ids.Search, kinds: ['TRIAL_STARTED'] });
    expect((await stream.next()).value.events.kind).toBe('TRIAL_STARTED');
    await stream.close();
    const query =
      'query ($id: ID!, $search: ID, $first: Int, $last: Int, $before: Cursor) { team(id: $id) { events(first: $first, last: $last, before: $before, searchId: $search) { edges { cursor node { kind search { name } trial { id } } } pageInfo { hasNextPage hasPreviousPage startCursor } } } }';
    const { team: page } = await user.ask<{ team: { events: object } }>(query, { id: user.teamId, search: ids.Search, first: 10 });
    expect(page.events).toMatchObject({
      edges: [
        { node: { kind: 'SEARCH_CHANGED', search: { name: 'Own' }, trial: null } },
        { node: { kind: 'TRIAL_STARTED', trial: { id: ids.Trial } } },
      ],
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
    const { team: last } = await user.ask<{ team: { events: { pageInfo: { startCursor: string } } } }>(query, { id: user.teamId, last: 1 });
    expect(last.events).toMatchObject({
      edges: [{ node: { kind: 'TRIAL_STARTED' } }],
      pageInfo: { hasPreviousPage: true, hasNextPage: false },
    });
    const { team: before } = await user.ask<{ team: object }>(query, {
      id: user.teamId,
      last: 2,
      before: last.events.pageInfo.startCursor,
    });
    expect(before).toMatchObject({
      events: { edges: [{ node: { kind: 'SEARCH_CHANGED' } }, { node: { kind: 'WORKER_CHANGED' } }], pageInfo: { hasNextPage: true } },
    });
  });

  it('refuses a cursor that it did not give', async () => {
    for (const after of ['nonsense', Buffer.from('["x"]').toString('base64url')]) {
      const stream = user.subscribe(EVENTS, { id: user.teamId, after });
      await expect(stream.next()).rejects.toThrow(/after: .*is not a cursor/);
      await stream.close();
    }
  });

  it('tells of progress at most once a second for each trial, to those who watch the search', async () => {
    const watcher = await createOutsider(user);
    const ids = await fillTeam(platform.database, watcher);
    const [search, trial] = [parseId('Search', ids.Search)!, parseId('Trial', ids.Trial)!];
    const stream = watcher.subscribe<{ trialProgress: { id: string } }>('subscription ($id: ID!) { trialProgress(searchId: $id) { id } }', {
      id: ids.Search,
    });
    const first = stream.next();
    const publish = () => queries(platform.database).query(`SELECT pg_notify('handpick_progress', $1)`, [`${search}:${trial}`]);
    const beat = setInterval(() => void publish(), 50);
    expect((await first).value).toEqual({ trialProgress: { id: ids.Trial } });
    const at = performance.now();
    expect((await stream.next()).value).toEqual({ trialProgress: { id: ids.Trial } });
    expect(performance.now() - at).toBeGreaterThan(800);
    clearInterval(beat);
    await stream.close();
  });
});

describe('stopping', () => {
  it('ends subscriptions and takes less than two seconds', async () => {
    const platform = await startTestPlatform();
    const user = await createFirstUser(platform);
    const stream = user.subscribe('subscription ($id: ID!) { events(teamId: $id) { kind } }', { id: user.teamId });
    const next = stream.next().catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    await platform.stop();
    expect(performance.now() - began).toBeLessThan(2_000);
    await next;
  });
});
