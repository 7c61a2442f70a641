import { describe, expect, test } from 'vitest';
import { CsvError, readCsv } from '../../../schema/metaqnn/csv.ts';
import { readReplayFile } from '../../../schema/metaqnn/replay-file.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';

const image = { height: 28, width: 28, channels: 1 };
const space = makeSpace(spacePresets['metaqnn-mnist'], { image, classes: 10 });

describe('CSV', () => {
  test('quotes, empty fields, both line ends, places', () => {
    expect(readCsv('a,"b ""x"", \n2",\r\n\n,"",c').map((row) => row.map(({ text, line, column }) => [text, line, column]))).toEqual([
      [
        ['a', 1, 1],
        ['b "x", \n2', 1, 3],
        ['', 2, 4],
      ],
      [
        ['', 4, 1],
        ['', 4, 2],
        ['c', 4, 5],
      ],
    ]);
  });

  test('a comma at the end is an empty field', () => {
    expect(readCsv('a,').map((row) => row.map(({ text }) => text))).toEqual([['a', '']]);
  });

  test('what is not CSV is refused with its place', () => {
    expect(() => readCsv('a\n"b')).toThrow(new CsvError('line 2, column 1: the quote is not closed'));
    expect(() => readCsv('a\n"b"c')).toThrow('line 2, column 4: "c" after a field; allowed: a comma or the end of the line');
  });
});

describe('a replay file', () => {
  test('columns stand in any order; a network that comes again has the accuracy of its first row', () => {
    const text =
      '\uFEFFepsilon,accuracy_best_val,other,net\n1.0,0.5,x,"[C(64,5,1), SM(10)]"\n0.9,0.7,x,"[C(64,5,1),SM(10)]"\n,0.2,x,[SM(10)]\n';
    const { rows, problems } = readReplayFile(text, space, image);
    expect(problems).toEqual([]);
    expect(rows.map(({ line, net, accuracy, epsilon }) => [line, net, accuracy, epsilon])).toEqual([
      [2, '[C(64,5,1),SM(10)]', 0.5, 1],
      [3, '[C(64,5,1),SM(10)]', 0.5, 0.9],
      [4, '[SM(10)]', 0.2, null],
    ]);
  });

  test('a wrong first row does not decide the accuracy', () => {
    const { rows, problems } = readReplayFile('net,accuracy_best_val\n[SM(10)],nan\n[SM(10)],0.3\n', space, image);
    expect(problems).toEqual(['line 2, column 10 (accuracy_best_val): "nan": allowed: a number from 0 to 1']);
    expect(rows.map(({ accuracy }) => accuracy)).toEqual([0.3]);
  });
});
