import {
  ACTIVATIONS,
  type Architecture,
  type CellNode,
  type Convolution,
  type ImageShape,
  type Layer,
  mirror,
  type Padding,
  type Recurrent,
} from './architecture.ts';
import { isGraphNotation, parseGraph, printGraph } from './graph-notation.ts';
import { NotationError, Reader } from './reader.ts';
import { printNode } from './recurrent.ts';

export { NotationError } from './reader.ts';

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
    case 'spatialPyramidPool':
      return `SPP(${layer.levels})`;
    case 'softmax':
      return `SM(${layer.classes})`;
  }
}

const printList = (layers: readonly Layer[]) => layers.map(printLayer).join(', ');

/**
 * A chain: `C(64,5,1), P(2,2), FC(128), SM(10)`. A variational autoencoder: encoder, latent size and decoder,
 * `C(64,6,2), C(128,4,2) | Z(5) | C(128,8,2), C(512,4,2)`. A symmetric autoencoder: encoder and decoder,
 * `C(64,3,1), C(256,7,1) | C(256,7,1), C(64,3,1)`. A generator: `Z(5) | C(128,8,2), C(512,4,2)`. A recurrent cell: its
 * units and nodes, `R(64) | tanh(0), ReLU(1), identity(1)`. Networks of NAS and ENAS: see graph-notation.ts. Input shape and padding are not part of it.
 */
export function printNotation(architecture: Architecture): string {
  switch (architecture.family) {
    case 'chain':
      return printList(architecture.layers);
    case 'variational':
      return `${printList(architecture.encoder)} | Z(${architecture.latent}) | ${printList(architecture.decoder)}`;
    case 'autoencoder':
      return `${printList(architecture.encoder)} | ${printList(mirror(architecture.encoder))}`;
    case 'generator':
      return `Z(${architecture.latent}) | ${printList(architecture.decoder)}`;
    case 'recurrent':
      return `R(${architecture.units}) | ${architecture.nodes.map(printNode).join(', ')}`;
    case 'dag':
    case 'macro':
    case 'cell':
      return printGraph(architecture);
  }
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
  SPP: { form: 'SPP(levels)', count: 1, make: ([levels]) => ({ type: 'spatialPyramidPool', levels }) as Layer },
  SM: { form: 'SM(classes)', count: 1, make: ([classes]) => ({ type: 'softmax', classes }) as Layer },
};

/**
 * Reads what `printNotation` prints, and MetaQNN's net strings: any white space, and brackets around a list of layers.
 * A text with `|` is one of the families with a decoder, whose padding is "valid" whatever is given here: a variational autoencoder with
 * a latent size between two lists, a generator with a latent size before one, a symmetric autoencoder with two lists.
 * @throws NotationError naming the character and what is allowed there.
 */
export function parseNotation(text: string, context: { input: ImageShape; padding: Padding }): Architecture {
  if (isGraphNotation(text)) return parseGraph(text, context.input);
  const reader = new Reader(text);
  if (reader.at('R')) return readRecurrent(reader, context.input);
  if (!text.includes('|') && !reader.at('Z')) {
    const layers = readList(reader, Object.keys(GRAMMAR));
    reader.expectEnd('"," or the end');
    return { family: 'chain', input: { ...context.input }, padding: context.padding, layers: checkEnding(layers) };
  }
  const input = { ...context.input };
  if (reader.at('Z')) {
    const latent = readLatent(reader);
    reader.expect('|', '"|" and the decoder');
    return { family: 'generator', input, latent, decoder: readDecoder(reader).map(convolution) };
  }
  const encoder = readList(reader, ['C']).map(convolution);
  reader.expect('|', '"," or "|" and the latent size or the decoder');
  if (reader.at('C') || reader.at('[')) {
    checkMirror(encoder, readDecoder(reader));
    return { family: 'autoencoder', input, encoder };
  }
  const latent = readLatent(reader);
  reader.expect('|', '"|" and the decoder');
  return { family: 'variational', input, encoder, latent, decoder: readDecoder(reader).map(convolution) };
}

/** `R(units) | activation(node before), ...`: node i reads one of 1 to i - 1, the first one 0. */
function readRecurrent(reader: Reader, input: ImageShape): Recurrent {
  const position = reader.position;
  if (reader.word() !== 'R') throw new NotationError('the units of a recurrent cell were expected; allowed: R(units)', position);
  const [units] = readNumbers(reader, 'R(units)', 1);
  reader.expect('|', '"|" and the nodes');
  const nodes: CellNode[] = [];
  do {
    const at = reader.position;
    const name = reader.word();
    const activation = ACTIVATIONS.find((each) => each === name);
    if (!activation) {
      const found = name === '' ? reader.found() : `"${name}"`;
      throw new NotationError(`a node was expected, found ${found}; allowed: ${ACTIVATIONS.join(', ')}`, at);
    }
    const number = nodes.length + 1;
    const allowed = number === 1 ? '0, the word and the last state' : `a node from 1 to ${number - 1}`;
    reader.expect('(', `${name}(node before)`);
    const place = reader.position;
    const digits = reader.digits();
    const previous = Number(digits);
    if (digits === '' || (number === 1 ? previous !== 0 : previous < 1 || previous >= number))
      throw new NotationError(`node ${number} reads ${digits || reader.found()}; allowed: ${allowed}`, place);
    reader.expect(')', `${name}(node before)`);
    nodes.push({ previous, activation });
  } while (reader.take(','));
  reader.expectEnd('"," or the end');
  return { family: 'recurrent', input: { ...input }, units: units!, nodes };
}

const convolution = ({ layer }: Read) => layer as Convolution;

function readDecoder(reader: Reader): Read[] {
  const decoder = readList(reader, ['C']);
  reader.expectEnd('"," or the end');
  return decoder;
}

/** A decoder without a latent size before it undoes the encoder. */
function checkMirror(encoder: readonly Convolution[], decoder: readonly Read[]): void {
  const wanted = mirror(encoder).map(printLayer);
  const wrong = decoder.find(({ layer }, i) => printLayer(layer) !== wanted[i]) ?? (decoder.length < wanted.length ? decoder.at(-1) : null);
  if (!wrong) return;
  const allowed = `the encoder backwards, ${wanted.join(', ')}, or a latent size before it`;
  throw new NotationError(`the decoder is not the encoder's mirror; allowed: ${allowed}`, wrong.position);
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
