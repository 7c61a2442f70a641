import { expect, it } from 'vitest';
import { reproducibleText } from '../../../web/search/reproducible.ts';

const cpu = { device: 'Xeon', backend: 'tensorflow', threads: 2, reproducible: true };
const gpu = { device: 'H100', backend: 'tensorflow', threads: 8, reproducible: false };
const plain = { timed: false, changed: false };

it('says nothing before anything was trained', () => {
  expect(reproducibleText([], plain)).toBeNull();
});

it('promises the same search on one device that gives the same numbers, and names what it takes', () => {
  expect(reproducibleText([cpu], plain)).toBe(
    'The same seed gives the same search: it was trained on Xeon (tensorflow, 2 threads), which gives the same numbers again to the last bit.',
  );
  expect(reproducibleText([{ ...cpu, backend: 'wasm', threads: 1 }], { timed: false, changed: true })).toBe(
    'The same seed gives the same search, with the same changes at the same candidates: it was trained on Xeon (wasm, 1 thread), which gives the same numbers again to the last bit.',
  );
});

it('says what stands against it: a graphics card, a mixed fleet, a budget of seconds', () => {
  expect(reproducibleText([cpu, gpu], plain)).toBe(
    'The same seed may give another search: H100 (tensorflow, 8 threads) adds numbers in any order, so rewards differ in their last digits.',
  );
  expect(reproducibleText([cpu, { ...cpu, threads: 4 }], plain)).toMatch(
    /^The same seed may give another search: it was trained on Xeon \(tensorflow, 2 threads\) and Xeon \(tensorflow, 4 threads\), /,
  );
  expect(reproducibleText([cpu], { timed: true, changed: false })).toMatch(/^The same seed may give another search: .* budget of seconds/);
});
