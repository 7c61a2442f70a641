import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPLAY_SPACE, replaySearch } from '../../../schema/metaqnn/replay-search.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { previewReplay } from '../../../web/launch/replay.ts';
import { killAll, run } from '../../kit/processes.ts';
import { createOutsider } from '../../kit/stories.ts';
import { known } from '../../web/launch/known.ts';
import { MetaqnnOracle } from '../../workers/controllers/metaqnn-oracle.ts';
import { type Answer, type Rig, startRig } from '../rig.ts';
import { look, startWorker, stepOf, workOnce } from '../script.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => {
  await killAll();
  await rig?.stop();
});

const ROWS: [net: string, accuracy: number, epsilon: number][] = [
  ['[C(64,5,1), SM(10)]', 0.9, 1],
  ['[SM(10)]', 0.2, 1],
  ['[C(64,5,1), SM(10)]', 0.1, 0.9],
  ['[C(64,5,1), P(3,3), D(1,2), GAP(10), SM(10)]', 0.97, 0.8],
];
const file = (rows: readonly (readonly [string, unknown, unknown])[] = ROWS) =>
  ['net,accuracy_best_val,epsilon', ...rows.map(([net, accuracy, epsilon]) => `"${net}",${accuracy},${epsilon}`)].join('\n');

const controller = { kind: 'Q_LEARNING', learningRate: 0.1, discount: 1, initialValue: 0.5, update: 'ORIGINAL', replay: 0 };
const input = (change: object = {}, replay = file()) => {
  const { rules, filters, kernels, pools, units, globalAveragePool, maxLayers } = spacePresets['metaqnn-mnist'];
  return {
    search: {
      teamId: rig.teamId,
      name: 'Old results',
      preset: 'tour',
      limits: { chain: { rules, filters, kernels, pools, units, globalAveragePool, maxLayers } },
      plan: {
        seed: 1,
        budget: { candidates: 5 },
        parallelism: 2,
        controller,
        training: { task: 'CLASSIFICATION', epochs: 1, optimizer: {}, loss: { kind: 'CROSS_ENTROPY' }, trainImages: 1000 },
        reward: 'ACCURACY',
        ...change,
      },
    },
    replay,
  };
};

describe('a replay file', () => {
  it('becomes a search whose candidates have their rewards', async () => {
    const { search } = await rig.member.mutate('importSearch', input(), 'search { id }');
    const { counts, best, candidates, status } = await look(rig, search.id);
    const marked = 'query ($id: ID!) { search(id: $id) { candidate(number: 1) { imported trials { id } } } }';
    expect((await rig.member.ask<Answer>(marked, { id: search.id })).search.candidate).toEqual({ imported: true, trials: [] });
    expect(status).toBe('QUEUED');
    expect(counts).toMatchObject({ proposed: 3, done: 3, reused: 1, queued: 0 });
    expect(best).toEqual({ number: 3, reward: 0.97 });
    expect(candidates.map(({ notation, reward, trial, rewards }: Answer) => [notation, reward, trial, rewards])).toEqual(
      [
        ['C(64,5,1), SM(10)', 0.9],
        ['SM(10)', 0.2],
        ['C(64,5,1), P(3,3), D(1,1), GAP(10), SM(10)', 0.97],
      ].map(([notation, reward]) => [notation, reward, null, [{ kind: 'ACCURACY', value: reward }]]),
    );
    await rig.member.mutate('stopSearch', { searchId: search.id }, 'search { id }');
  });

  it('is the same search by the page, which reads it before and sends the columns that count', async () => {
    const mnist = known.datasets.find(({ name }) => name === 'MNIST')!;
    const { text, ...preview } = previewReplay(file(), REPLAY_SPACE, mnist);
    const search = { teamId: rig.teamId, name: 'By the page', ...replaySearch(REPLAY_SPACE, { candidates: 5, seed: 1 }) };
    const made = await rig.member.mutate('importSearch', { search, replay: text }, 'search { id }');
    const { counts, best, candidates } = await look(rig, made.search.id);
    expect(preview).toEqual({ rows: counts.proposed + counts.reused, networks: counts.proposed, best: best.reward, problems: [] });
    expect(candidates.map(({ notation, reward }: Answer) => [notation, reward])).toEqual([
      ['C(64,5,1), SM(10)', 0.9],
      ['SM(10)', 0.2],
      ['C(64,5,1), P(3,3), D(1,1), GAP(10), SM(10)', 0.97],
    ]);
    await rig.member.mutate('stopSearch', { searchId: made.search.id }, 'search { id }');
  });

  it('is where the controller goes on: its Q-table is that of the rows, and it proposes other networks', async () => {
    const { search } = await rig.member.mutate('importSearch', input(), 'search { id }');
    const worker = await startWorker(rig);
    const lease = await worker.lease(0, ['STEP']);
    expect(lease.work.history.map(({ number }: Answer) => number)).toEqual([1, 2, 1, 3]);
    const step = stepOf(lease);
    const oracle = new MetaqnnOracle(0.5, 0.1, 1, false);
    for (const [net] of ROWS) oracle.update(net, ROWS.find(([other]) => other === net)![1]);
    const values = [...oracle.rows().values()].map(String).sort();
    const rows: number[][] = step.state.table.values;
    // the step has touched further states since, whose values are all at the start
    const ours = rows.flat().map(String).sort();
    expect(ours.filter((value) => value !== '0.5')).toEqual(values.filter((value) => value !== '0.5'));
    expect(step.proposals).toHaveLength(2);
    await worker.mutate('commitStep', step, 'search { id }');
    for (let i = 0; i < 4; i++) await workOnce(worker);
    const { counts, candidates, status } = await look(rig, search.id);
    expect(status).toBe('FINISHED');
    expect(counts).toMatchObject({ proposed: 5, done: 5 });
    expect(new Set(candidates.map(({ notation }: Answer) => notation)).size).toBe(5);
  });
});

describe('refused whole, and nothing is written:', () => {
  it.each<[string, object, string, string, RegExp]>([
    [
      'a network that is not in the space',
      {},
      file([['[P(2,2), SM(10)]', 0.5, 1]]),
      'replay',
      /^line 2, column 1 \(net\): .* layer 1, P\(2,2\)/,
    ],
    ['an accuracy above 1', {}, file([...ROWS, ['[SM(10)]', 7, 1]]), 'replay', /^line 6, column 12 \(accuracy_best_val\): "7"/],
    ['a file of something else', {}, 'a,b\n1,2', 'replay', /^line 1: no column net/],
    ['no rows', {}, 'net,accuracy_best_val', 'replay', /^it has no rows/],
    ['too small a budget', { budget: { candidates: 2 } }, file(), 'search.plan.budget.candidates', /^2 candidates; allowed: at least 3/],
    [
      'a controller that learns nothing',
      { controller: { ...controller, kind: 'RANDOM' } },
      file(),
      'search.plan.controller.kind',
      /^RANDOM; allowed/,
    ],
    ['a reward that the file lacks', { reward: 'MACRO_F1' }, file(), 'search.plan.reward', /^MACRO_F1; allowed/],
    ['a plan that cannot be', { controller: { ...controller, learningRate: 7 } }, file(), 'search.plan.controller.learningRate', /^7/],
  ])('%s', async (_, change, replay, field, message) => {
    const before = await rig.counts();
    const errors = await rig.member.refused('importSearch', input(change, replay));
    expect(errors[0]!.field).toBe(field);
    expect(errors[0]!.message).toMatch(message);
    expect(await rig.counts()).toEqual(before);
  });

  it('for another team', async () => {
    const outsider = await createOutsider(rig.member);
    const document = 'mutation ($input: ImportSearchInput!) { importSearch(input: $input) { userErrors { code } } }';
    expect((await outsider.ask<Answer>(document, { input: input() })).importSearch.userErrors).toEqual([{ code: 'UNKNOWN' }]);
  });
});

describe('npm run import', () => {
  it('starts the search on a running platform', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'handpick-import-'));
    try {
      const replay = join(folder, 'replay.csv');
      writeFileSync(replay, file());
      const token = { teamId: rig.teamId, kind: 'PERSONAL', name: 'import' };
      const { secret } = await rig.member.mutate('createApiToken', token, 'secret');
      const args = ['import', '--replay', replay, '--server', rig.platform.url, '--candidates', '4'];
      const command = run('server/commands/bootstrap.mjs', args, { HANDPICK_TOKEN: secret });
      const line = await command.says(/^replay\.csv: 3 networks from 4 rows; the search is http/);
      expect((await command.ended).code).toBe(0);
      const { counts, candidates } = await look(rig, line.split('/').at(-1)!);
      expect(counts).toMatchObject({ proposed: 3, done: 3 });
      expect(candidates).toHaveLength(3);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each<[string[], RegExp]>([
    [[], /^--replay: missing/],
    [['--replay', '/nowhere.csv', '--data', '.'], /^--replay: \/nowhere\.csv cannot be read \(ENOENT\)$/],
    [['--replay', 'x', '--space', 'nonsense'], /^--space: "nonsense"; allowed: metaqnn-mnist/],
    [['--replay', 'package.json'], /^--data, --server: give one of them/],
  ])('refuses %j', async (args, message) => {
    const command = run('server/commands/bootstrap.mjs', ['import', ...args]);
    await command.says(message);
    expect((await command.ended).code).toBe(1);
  });
});
