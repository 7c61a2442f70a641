import { expect, it } from 'vitest';
import { previewReplay } from '../../../web/launch/replay.ts';
import { known } from './known.ts';

const mnist = known.datasets.find(({ name }) => name === 'MNIST')!;

const HEADER = 'ix_q_value_update,net,accuracy_best_val,epsilon';

it('says what a file would become, and sends the columns that count', () => {
  const text = [
    HEADER,
    '1,"[C(64,5,1), SM(10)]",0.9,1',
    '2,"[SM(10)]",0.2,1',
    '3,"[C(64,5,1), SM(10)]",0.1,0.9',
    '4,"[C(64,5,1), P(3,3), D(1,2), GAP(10), SM(10)]",0.97,0.8',
  ].join('\n');
  const { text: sent, ...preview } = previewReplay(text, 'metaqnn-mnist', mnist);
  expect(preview).toEqual({ rows: 4, networks: 3, best: 0.97, problems: [] });
  // a network that comes up again has the accuracy of its first row
  expect(sent.split('\n').slice(0, 2)).toEqual(['net,accuracy_best_val,epsilon', '"[C(64,5,1),SM(10)]",0.9,1']);
  expect(previewReplay(sent, 'metaqnn-mnist', mnist)).toEqual({ ...preview, text: sent });
});

it('names line, column, value and what is allowed of every row that is wrong', () => {
  const text = [HEADER, '1,"[C(63,5,1), SM(10)]",0.9,1', '2,"[SM(10)]",1.2,1', '3,"[SM(10)]",0.5,1'].join('\n');
  const { problems, rows, networks, best } = previewReplay(text, 'metaqnn-mnist', mnist);
  expect({ rows, networks, best }).toEqual({ rows: 3, networks: 1, best: 0.5 });
  expect(problems).toEqual([
    expect.stringMatching(/^line 2, column 3 \(net\): "\[C\(63,5,1\), SM\(10\)\]": /),
    'line 3, column 14 (accuracy_best_val): "1.2": allowed: a number from 0 to 1',
  ]);
});

it('refuses what is no such file, what is empty, and what is more than a page may send', () => {
  const problems = (text: string) => previewReplay(text, 'metaqnn-mnist', mnist).problems;
  expect(problems('a,b\n1,2')).toEqual(['line 1: no column net; found: a, b']);
  expect(problems('net,accuracy_best_val')).toEqual(['it has no rows; allowed: at least one network']);
  const many = ['net,accuracy_best_val', ...Array.from({ length: 40 }, () => '"[C(64,5,1), SM(10)]",0.5')].join('\n');
  expect(problems(many)).toEqual([]);
  expect(previewReplay(many, 'metaqnn-mnist', mnist, 1000).problems).toEqual([
    '2 kB of networks; allowed from the page: 1 kB. npm run import takes larger files',
  ]);
});
