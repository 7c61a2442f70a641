/** Text as words: how it is cut, which words are known, and how words become text again. */

/** Stands for every word that is not in the vocabulary, and is so written in many corpora. */
export const UNKNOWN = '<unk>';
/** The end of a paragraph. */
export const END = '<eos>';

/** What tokens of a text are. */
export const TEXT_UNITS = ['WORDS', 'CHARACTERS'] as const;
export type TextUnit = (typeof TEXT_UNITS)[number];

/** Words of a vocabulary, `<unk>` and `<eos>` among them: as of the Penn Treebank (Mikolov et al. 2010), and what 16 bits can count. */
export const VOCABULARY_SIZE = { usual: 10_000, least: 10, most: 2 ** 16 } as const;

const WORD = /<unk>|<eos>|[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*|-{2,}|\S/gu;

/**
 * The words of a text in small letters, numbers and signs among them, with `<eos>` at the end of each paragraph. Paragraphs lie between empty
 * lines; in a text without any, each line is one (so are the sentences of Penn Treebank files). Quotes and apostrophes become straight.
 * Languages that set no spaces are not cut: for them there are characters.
 */
export function* wordsOf(text: string): Generator<string, void, undefined> {
  const plain = text.trim().replaceAll('\r\n', '\n').toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  for (const paragraph of plain.split(/\n[^\S\n]*\n/.test(plain) ? /\n\s*\n/ : '\n')) {
    let any = false;
    for (const [word] of paragraph.matchAll(WORD)) {
      yield word;
      any = true;
    }
    if (any) yield END;
  }
}

export interface WordTokens {
  /** `<unk>`, `<eos>`, then the most frequent words of what is trained on; of words as frequent, in the order of their code points. */
  vocabulary: string[];
  /** Places in the vocabulary; 0 for words that are not in it. */
  tokens: Uint16Array;
}

/**
 * The words of texts, one after the other, as tokens.
 * @param size words of the vocabulary at most; rarer ones are `<unk>`
 * @param trainEnd of so many tokens, how many are trained on: those at the beginning. Words that only come later are not known.
 */
export function tokeniseWords(texts: Iterable<string>, size: number, trainEnd: (count: number) => number): WordTokens {
  const kinds = new Map<string, number>([
    [UNKNOWN, 0],
    [END, 1],
  ]);
  let seen = new Uint32Array(1 << 16);
  let count = 0;
  for (const text of texts)
    for (const word of wordsOf(text)) {
      let kind = kinds.get(word);
      if (kind === undefined) {
        kind = kinds.size;
        kinds.set(word, kind);
      }
      if (count === seen.length) {
        const longer = new Uint32Array(2 * count);
        longer.set(seen);
        seen = longer;
      }
      seen[count++] = kind;
    }
  const frequencies = new Uint32Array(kinds.size);
  const end = trainEnd(count);
  for (let i = 0; i < end; i++) frequencies[seen[i]!]!++;
  const words = [...kinds.keys()];
  const known = words
    .map((word, kind) => ({ word, kind }))
    .filter(({ kind }) => kind > 1 && frequencies[kind]! > 0)
    .sort((a, b) => frequencies[b.kind]! - frequencies[a.kind]! || (a.word < b.word ? -1 : 1))
    .slice(0, size - 2);
  const places = new Uint16Array(kinds.size);
  places[1] = 1;
  known.forEach(({ kind }, i) => {
    places[kind] = i + 2;
  });
  const tokens = new Uint16Array(count);
  for (let i = 0; i < count; i++) tokens[i] = places[seen[i]!]!;
  return { vocabulary: [UNKNOWN, END, ...known.map(({ word }) => word)], tokens };
}

/** Words as a person reads them: a new line for `<eos>`, no space before a sign that closes something. */
export function joinWords(words: readonly string[]): string {
  let text = '';
  for (const word of words) {
    if (word === END) text += '\n';
    else text += text === '' || text.endsWith('\n') || text.endsWith('(') || /^[.,;:!?)]/.test(word) ? word : ` ${word}`;
  }
  return text;
}
