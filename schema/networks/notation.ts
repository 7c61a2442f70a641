import type { Architecture, Convolution, ImageShape, Layer, Padding } from './architecture.ts';

/** The text is not a network; `position` counts characters from 0 in the text as given. */
export class NotationError extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(`character ${position + 1}: ${message}`);
  }
}

/** One layer as a person writes it: `C(64,5,1)`. */
export function printLayer(layer: Layer): string {
  switch (layer.type) {
    case 'convolution':
      return `C(${layer.filters},${layer.kernel},${layer.stride})`;
    case 'pool':
      return `P(${layer.size},${layer.stride})`;
    case 'dropout':
      return `D(${layer.index},${layer.of})`;
    case 'fullyConnected':
      return `FC(${layer.units})`;
    case 'globalAveragePool':
      return `GAP(${layer.units})`;
    case 'softmax':
      return `SM(${layer.classes})`;
  }
}

const printList = (layers: readonly Layer[]) => layers.map(printLayer).join(', ');

/**
 * A chain: `C(64,5,1), P(2,2), FC(128), SM(10)`. A variational autoencoder: encoder, latent size and decoder,
 * `C(64,6,2), C(128,4,2) | Z(5) | C(128,8,2), C(512,4,2)`. Input shape and padding are not part of it.
 */
export function printNotation(architecture: Architecture): string {
  if (architecture.family === 'chain') return printList(architecture.layers);
  return `${printList(architecture.encoder)} | Z(${architecture.latent}) | ${printList(architecture.decoder)}`;
}

const GRAMMAR: Record<string, { form: string; count: number; make: (numbers: number[]) => Layer }> = {
  C: {
    form: 'C(filters,kernel,stride)',
    count: 3,
    make: ([filters, kernel, stride]) => ({ type: 'convolution', filters, kernel, stride }) as Layer,
  },
  P: { form: 'P(size,stride)', count: 2, make: ([size, stride]) => ({ type: 'pool', size, stride }) as Layer },
  D: { form: 'D(i,n)', count: 2, make: ([index, of]) => ({ type: 'dropout', index, of }) as Layer },
  FC: { form: 'FC(units)', count: 1, make: ([units]) => ({ type: 'fullyConnected', units }) as Layer },
  GAP: { form: 'GAP(classes)', count: 1, make: ([units]) => ({ type: 'globalAveragePool', units }) as Layer },
  SM: { form: 'SM(classes)', count: 1, make: ([classes]) => ({ type: 'softmax', classes }) as Layer },
};

/**
 * Reads what `printNotation` prints, and MetaQNN's net strings: any white space, and brackets around a list of layers.
 * A text with `|` is a variational autoencoder (its `padding` is fixed by the family and ignored here).
 * @throws NotationError naming the character and what is allowed there.
 */
export function parseNotation(text: string, context: { input: ImageShape; padding: Padding }): Architecture {
  const reader = new Reader(text);
  if (!text.includes('|')) {
    const layers = readList(reader, Object.keys(GRAMMAR));
    reader.expectEnd('"," or the end');
    return { family: 'chain', input: { ...context.input }, padding: context.padding, layers: checkEnding(layers) };
  }
  const encoder = readList(reader, ['C']);
  reader.expect('|', '"," or "|" and the latent size');
  const latent = readLatent(reader);
  reader.expect('|', '"|" and the decoder');
  const decoder = readList(reader, ['C']);
  reader.expectEnd('"," or the end');
  const convolutions = (list: Read[]) => list.map(({ layer }) => layer as Convolution);
  return { family: 'variational', input: { ...context.input }, encoder: convolutions(encoder), latent, decoder: convolutions(decoder) };
}

interface Read {
  layer: Layer;
  position: number;
}

/** A classifier stands once, at the end of a chain. */
function checkEnding(layers: Read[]): Layer[] {
  const early = layers.findIndex(({ layer }, i) => layer.type === 'softmax' && i < layers.length - 1);
  if (early >= 0) throw new NotationError('SM has to be the last layer', layers[early + 1]!.position);
  const last = layers.at(-1)!;
  if (last.layer.type !== 'softmax')
    throw new NotationError(`the last layer is ${printLayer(last.layer)}; allowed: SM(classes)`, last.position);
  return layers.map(({ layer }) => layer);
}

function readList(reader: Reader, allowed: string[]): Read[] {
  const bracketed = reader.take('[');
  const layers = [readLayer(reader, allowed)];
  while (reader.take(',')) layers.push(readLayer(reader, allowed));
  if (bracketed) reader.expect(']', '"," or "]"');
  return layers;
}

function readLayer(reader: Reader, allowed: string[]): Read {
  const position = reader.position;
  const name = reader.word();
  const rule = allowed.includes(name) ? GRAMMAR[name] : undefined;
  if (!rule) {
    const found = name === '' ? reader.found() : `"${name}"`;
    throw new NotationError(
      `a layer was expected, found ${found}; allowed: ${allowed.map((key) => GRAMMAR[key]!.form).join(', ')}`,
      position,
    );
  }
  const layer = rule.make(readNumbers(reader, rule.form, rule.count));
  if (layer.type === 'dropout' && layer.index > layer.of)
    throw new NotationError(`D(${layer.index},${layer.of}): i is at most n`, position);
  return { layer, position };
}

function readLatent(reader: Reader): number {
  const position = reader.position;
  if (reader.word() !== 'Z') throw new NotationError('the latent size was expected; allowed: Z(size)', position);
  return readNumbers(reader, 'Z(size)', 1)[0]!;
}

function readNumbers(reader: Reader, form: string, count: number): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < count; i++) {
    reader.expect(i === 0 ? '(' : ',', form);
    const position = reader.position;
    const digits = reader.digits();
    const number = Number(digits);
    if (digits === '' || number < 1 || !Number.isSafeInteger(number)) {
      throw new NotationError(`${digits || reader.found()} in ${form}; allowed: a whole number from 1`, position);
    }
    numbers.push(number);
  }
  reader.expect(')', form);
  return numbers;
}

/** The characters without white space, each with its place in the text. */
class Reader {
  private at = 0;
  private readonly characters: { character: string; position: number }[];

  constructor(private readonly text: string) {
    this.characters = [...text.matchAll(/\S/g)].map((match) => ({ character: match[0], position: match.index }));
  }

  private get next(): string | undefined {
    return this.characters[this.at]?.character;
  }

  get position(): number {
    return this.characters[this.at]?.position ?? this.text.length;
  }

  found(): string {
    return this.next === undefined ? 'the end' : `"${this.next}"`;
  }

  take(character: string): boolean {
    if (this.next !== character) return false;
    this.at++;
    return true;
  }

  expect(character: string, allowed: string): void {
    if (!this.take(character))
      throw new NotationError(`"${character}" was expected, found ${this.found()}; allowed: ${allowed}`, this.position);
  }

  expectEnd(allowed: string): void {
    if (this.next !== undefined) throw new NotationError(`found ${this.found()}; allowed: ${allowed}`, this.position);
  }

  word = () => this.run(/[A-Za-z]/);
  digits = () => this.run(/[0-9]/);

  private run(pattern: RegExp): string {
    let word = '';
    while (this.next !== undefined && pattern.test(this.next)) {
      word += this.next;
      this.at++;
    }
    return word;
  }
}
