import { expect, it } from 'vitest';
import { remember } from '../../../schema/values/remember.ts';
import { copyBlocks, descend, emptyBlocks, openBlocks, storeBlocks } from '../../../workers/controllers/blocks.ts';

const numbers = (...values: number[]) => Float64Array.from(values);

it('a copy that is updated leaves what it was made of as it was', () => {
  const first = openBlocks(emptyBlocks());
  first.values.set('w', numbers(1, 2)).set('v', numbers(3));
  descend(first, new Map([['w', numbers(1, -1)]]), 0.1, null);
  const before = storeBlocks(first);
  const text = JSON.stringify(before);

  const second = copyBlocks(openBlocks(before));
  for (let update = 0; update < 3; update++)
    descend(
      second,
      new Map([
        ['w', numbers(1, 1)],
        ['v', numbers(-1)],
      ]),
      0.1,
      null,
    );
  const after = storeBlocks(second);
  expect(JSON.stringify(before)).toBe(text);
  expect(openBlocks(JSON.parse(text)).values.get('w')).toEqual(first.values.get('w'));
  expect(after.steps).toEqual({ w: 4, v: 3 });
  expect(after.values.w).not.toBe(before.values.w);
});

it('remembers the latest texts, and works out the others anew', () => {
  const worked: string[] = [];
  const length = remember(3, (text) => {
    worked.push(text);
    return text.length;
  });
  const ask = (...texts: string[]) => texts.map(length);
  expect(ask('a', 'bb', 'a', 'ccc', 'bb')).toEqual([1, 2, 1, 3, 2]);
  expect(worked).toEqual(['a', 'bb', 'ccc']);
  for (let i = 0; i < 10; i++) ask(`text ${i}`);
  expect(ask('a')).toEqual([1]);
  expect(worked.filter((text) => text === 'a')).toHaveLength(2);
});
