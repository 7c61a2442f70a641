import { describe, expect, test } from 'vitest';
import { END, joinWords, tokeniseWords, UNKNOWN, wordsOf } from '../../../schema/datasets/words.ts';

const whole = (count: number) => count;

describe('words of a text', () => {
  test('small letters, numbers and signs; hyphens and apostrophes stay within words', () => {
    expect([...wordsOf('Don’t—said the sub-sub (aged 27), “stop”.')]).toEqual([
      "don't",
      '—',
      'said',
      'the',
      'sub-sub',
      '(',
      'aged',
      '27',
      ')',
      ',',
      '"',
      'stop',
      '"',
      '.',
      END,
    ]);
  });

  test('paragraphs lie between empty lines, else each line is one', () => {
    expect([...wordsOf('a b\nc\n \nd\n\n\n')]).toEqual(['a', 'b', 'c', END, 'd', END]);
    expect([...wordsOf('a b \r\nc <unk>\r\n')]).toEqual(['a', 'b', END, 'c', UNKNOWN, END]);
    expect([...wordsOf(' \n ')]).toEqual([]);
  });

  test('the most frequent words of the part to train on are known, the others are not', () => {
    const text = 'b a a c c c'; // then <eos>
    const { vocabulary, tokens } = tokeniseWords([text, 'd d d d d'], 4, () => 7);
    expect(vocabulary).toEqual([UNKNOWN, END, 'c', 'a']);
    expect([...tokens]).toEqual([0, 3, 3, 2, 2, 2, 1, 0, 0, 0, 0, 0, 1]);
    expect(tokeniseWords(['b a'], 100, whole).vocabulary).toEqual([UNKNOWN, END, 'a', 'b']);
  });

  test('more words than the first array holds', () => {
    const words = Array.from({ length: 70_000 }, (_, i) => `w${i % 7}`);
    const { vocabulary, tokens } = tokeniseWords([words.join(' ')], 1000, whole);
    expect(tokens.length).toBe(70_001);
    expect(words.every((word, i) => vocabulary[tokens[i]!] === word)).toBe(true);
  });

  test('tokens read as text again', () => {
    expect(joinWords(['call', 'me', 'ishmael', '.', END, 'some', '(', 'few', ')', 'years'])).toBe('call me ishmael.\nsome (few) years');
  });
});
