import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readReplayFile } from '../../schema/metaqnn/replay-file.ts';
import { makeSpace } from '../../schema/spaces/make.ts';
import { spacePresets } from '../../schema/spaces/presets.ts';
import { qRows } from '../../workers/q-values.ts';
import { MetaqnnOracle } from './controllers/metaqnn-oracle.ts';
import { mnist } from './controllers/setup.ts';

const space = makeSpace(spacePresets['metaqnn-mnist'], mnist);
const HEADER =
  'net,accuracy_best_val,iter_best_val,accuracy_last_val,iter_last_val,accuracy_best_test,accuracy_last_test,ix_q_value_update,epsilon,time_finished,machine_run_on';
const row = (net: string, accuracy: number | string, ix: number) => `"${net}",${accuracy},5,0.5,20,-1.0,-1.0,${ix},1.0,1461000000.5,host`;
/** The third row repeats the first net with another accuracy, which does not count. */
const FILE = [
  HEADER,
  row('[C(64,5,1), SM(10)]', 0.9, 1),
  row('[SM(10)]', 0.2, 2),
  row('[C(64,5,1), SM(10)]', 0.1, 3),
  row('[C(64,5,1), P(3,3), D(1,2), C(64,3,1), P(2,2), D(2,2), FC(128), D(3,3), SM(10)]', 0.99, 4),
  '',
].join('\n');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handpick-q-values-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(content: string, ...args: string[]) {
  const file = join(folder, 'replay.csv');
  writeFileSync(file, content);
  const command = ['server/commands/bootstrap.mjs', 'q-values', '--replay', file, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 60_000 });
  return { status, lines: stdout.trim().split('\n'), stderr };
}

test('the command prints the values worked out by hand', () => {
  const { status, lines, stderr } = run(FILE.split('\n').slice(0, 4).join('\n'), '--space', 'metaqnn-mnist', '--alpha', '0.1');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(lines[0]).toBe(
    'end_fc_size,end_filter_depth,end_filter_size,end_image_size,end_layer_depth,end_layer_type,end_stride,end_terminate,' +
      'start_fc_size,start_filter_depth,start_filter_size,start_image_size,start_layer_depth,start_layer_type,start_stride,start_terminate,utility',
  );
  // alpha 0.1, gamma 1, start 0.5. Row 1: Q(conv, SM) = 0.5 + 0.1 (0.9 - 0.5) = 0.54; Q(start, conv) = 0.5 + 0.1 (0.54 - 0.5) = 0.504.
  // Row 2: Q(start, SM) = 0.5 + 0.1 (0.2 - 0.5) = 0.47.
  // Row 3, again 0.9: Q(conv, SM) = 0.54 + 0.1 (0.9 - 0.54) = 0.576; Q(start, conv) = 0.504 + 0.1 (0.576 - 0.504) = 0.5112.
  const changed = lines.slice(1).filter((line) => !line.endsWith(',0.5'));
  const values = new Map(changed.map((line) => [line.slice(0, line.lastIndexOf(',')), Number(line.slice(line.lastIndexOf(',') + 1))]));
  expect(values.size).toBe(3);
  expect(values.get('0,64,5,8,2,conv,1,1,0,64,5,8,1,conv,1,0')).toBeCloseTo(0.576, 14);
  expect(values.get('0,64,5,8,1,conv,1,0,0,1,0,8,0,start,0,0')).toBeCloseTo(0.5112, 14);
  expect(values.get('0,1,0,8,1,start,0,1,0,1,0,8,0,start,0,0')).toBeCloseTo(0.47, 14);
  // one row an action of both states
  expect(lines).toHaveLength(1 + 14 + 19);
});

test('--greedy applies eq. 11.1: the largest reward of a network with the action', () => {
  const { status, lines } = run(FILE, '--space', 'metaqnn-mnist', '--greedy');
  expect(status).toBe(0);
  const value = (key: string) =>
    Number(
      lines
        .find((line) => line.startsWith(`${key},`))
        ?.split(',')
        .at(-1),
    );
  expect(value('0,64,5,8,1,conv,1,0,0,1,0,8,0,start,0,0')).toBe(0.99);
  expect(value('0,64,5,8,2,conv,1,1,0,64,5,8,1,conv,1,0')).toBe(0.9);
  expect(value('0,1,0,8,1,start,0,1,0,1,0,8,0,start,0,0')).toBe(0.2);
});

test.each([false, true])("agrees with the public program's rules, number by number (greedy: %s)", (greedy) => {
  const oracle = new MetaqnnOracle(0.5, 0.01, 1, greedy);
  for (const net of [
    '[C(64,5,1), SM(10)]',
    '[SM(10)]',
    '[C(64,5,1), SM(10)]',
    '[C(64,5,1), P(3,3), D(1,2), C(64,3,1), P(2,2), D(2,2), FC(128), D(3,3), SM(10)]',
  ])
    oracle.update(net, net.includes('P(') ? 0.99 : net === '[SM(10)]' ? 0.2 : 0.9);
  const rows = qRows(readReplayFile(FILE, space, mnist.image), space, { greedy, alpha: 0.01, gamma: 1, initial: 0.5 });
  const ours = rows.slice(1).map((cells) => cells.at(-1));
  expect(ours.sort()).toEqual([...oracle.rows().values()].map(String).sort());
});

test('wrong rows are named with line, column, value and what is allowed; the rest goes on', () => {
  const bad = [
    HEADER,
    row('[C(64,5,1), SM(10)]', 0.9, 1),
    row('[C(64,5,1), SM(10)]', 1.5, 2),
    row('[C(64,5,1), P(2,2), P(2,2), SM(10)]', 0.9, 3),
    row('[C(64,5), SM(10)]', 0.9, 4),
    'short,1',
  ].join('\r\n');
  const { status, lines, stderr } = run(bad, '--space', 'metaqnn-mnist');
  expect(status).toBe(1);
  expect(lines).toHaveLength(1 + 14 + 19);
  const told = stderr.trim().split('\n');
  expect(told).toHaveLength(4);
  expect(told[0]).toContain('line 3, column 23 (accuracy_best_val): "1.5": allowed: a number from 0 to 1');
  expect(told[1]).toContain('line 4, column 1 (net)');
  expect(told[1]).toContain('layer 3, P(2,2), is not allowed');
  expect(told[2]).toContain('line 5, column 1 (net)');
  expect(told[3]).toContain('line 6: 2 fields; allowed: 11');
});

test.each([
  ['an option that is not known', ['--space', 'metaqnn-mnist', '--nonsense'], FILE, '--nonsense'],
  ['a space without such keys', ['--space', 'thesis-variational'], FILE, '--space: "thesis-variational"; allowed: metaqnn-mnist'],
  ['a rate', ['--space', 'metaqnn-mnist', '--alpha', '2'], FILE, '--alpha: "2"; allowed is a number from 0 to 1'],
  ['a file without the columns', ['--space', 'metaqnn-mnist'], 'a,b\n1,2\n', 'line 1: no column net; found: a, b'],
  ['an empty file', ['--space', 'metaqnn-mnist'], '', 'the file is empty'],
  ['a quote that is not closed', ['--space', 'metaqnn-mnist'], `${HEADER}\n"[C(64`, 'line 2, column 1: the quote is not closed'],
])('refuses %s', (_, args, content, message) => {
  const { status, stderr, lines } = run(content, ...args);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
  expect(lines).toEqual(['']);
});
