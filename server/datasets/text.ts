import { open } from 'node:fs/promises';
import { cutText } from '../../schema/datasets/cut.ts';
import { SPLITS } from '../../schema/datasets/describe.ts';
import { encodeHeader, type PackedText } from '../../schema/datasets/packed.ts';
import { type TextUnit, tokeniseWords, VOCABULARY_SIZE, type WordTokens } from '../../schema/datasets/words.ts';
import type { Conversion, ConversionTools } from './convert.ts';
import type { Description } from './describe.ts';
import { decodeText } from './labels.ts';
import { LIMITS } from './limits.ts';
import { DataProblem, megabytes } from './problem.ts';
import type { Source } from './sources.ts';

/** What a language model needs to see at least, in tokens. */
const SHORTEST = 1_000;
const LARGEST_VOCABULARY = 2 ** 16;

/** How text becomes tokens. */
export interface TextOptions {
  unit: TextUnit;
  /** Of words: how many the vocabulary has at most. */
  vocabularySize: number;
}

/** What imports of earlier versions asked for. */
const CHARACTERS: TextOptions = { unit: 'CHARACTERS', vocabularySize: VOCABULARY_SIZE.usual };

/** Plain texts in UTF-8, one after the other in the order of their paths, as tokens: characters, or words. @throws DataProblem */
export async function packText(source: Source, { shares, text: options = CHARACTERS }: Conversion, out: string, tools: ConversionTools) {
  const bytes = source.files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > LIMITS.textBytes)
    throw new DataProblem(source.name, `${megabytes(bytes)} of text; at most ${megabytes(LIMITS.textBytes)} are allowed`);
  const texts: string[] = [];
  for (const [i, file] of source.files.entries()) {
    const text = decodeText(await file.read(), file.path).replaceAll('\r\n', '\n');
    const zero = text.indexOf('\0');
    if (zero >= 0) throw new DataProblem(file.path, `character ${zero} is a zero: this is no plain text`);
    texts.push(text);
    tools.progress(i + 1, source.files.length);
  }
  const { unit } = options;
  const { vocabulary, tokens } =
    unit === 'WORDS'
      ? tokeniseWords(texts, options.vocabularySize, (count) => cutText(count, shares).TRAIN[1])
      : tokeniseCharacters(texts, source.name);
  const count = tokens.length;
  if (count < SHORTEST) throw new DataProblem(source.name, `${count} ${unit.toLowerCase()}; at least ${SHORTEST} are needed`);
  const parts = cutText(count, shares);
  const header: PackedText = {
    kind: 'TEXT',
    unit,
    vocabulary,
    parts: SPLITS.map((split) => ({ split, at: 2 * parts[split][0], count: parts[split][1] - parts[split][0] })),
  };
  const file = await open(out, 'wx');
  try {
    await file.writeFile(encodeHeader(header));
    await file.writeFile(new Uint8Array(tokens.buffer, tokens.byteOffset, 2 * count));
    await file.sync();
  } finally {
    await file.close();
  }
  const counts = Object.fromEntries(header.parts.map((part) => [part.split, part.count])) as Description['counts'];
  const description: Description = {
    kind: 'TEXT',
    height: 1,
    width: 1,
    channels: 1,
    classes: [],
    multiLabel: false,
    counts,
    classCounts: [],
    sizes: [],
    normalisation: null,
    vocabulary: vocabulary.length,
    unit,
  };
  return { header, description, skipped: [] };
}

/** One token a character, in the order of their code points. */
function tokeniseCharacters(texts: readonly string[], name: string): WordTokens {
  const places = new Map<string, number>();
  for (const text of texts) for (const character of text) if (!places.has(character)) places.set(character, 0);
  if (places.size > LARGEST_VOCABULARY)
    throw new DataProblem(name, `${places.size} different characters; at most ${LARGEST_VOCABULARY} are allowed`);
  const vocabulary = [...places.keys()].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
  vocabulary.forEach((character, place) => {
    places.set(character, place);
  });
  const tokens = new Uint16Array(texts.reduce((sum, text) => sum + text.length, 0));
  let count = 0;
  for (const text of texts) for (const character of text) tokens[count++] = places.get(character)!;
  return { vocabulary, tokens: tokens.subarray(0, count) };
}
