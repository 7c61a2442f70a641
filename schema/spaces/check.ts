import { ACTIVATIONS } from '../networks/architecture.ts';
import type {
  AutoencoderLimits,
  ChainLimits,
  DataShape,
  GeneratorLimits,
  MacroLimits,
  MicroLimits,
  NasLimits,
  Problem,
  PyramidLimits,
  RecurrentLimits,
  SpaceLimits,
  VariationalLimits,
} from './limits.ts';

/** Bounds that keep a table and a network of any machine's size: no list of the thesis comes near them. */
const MOST_CHOICES = 64;
const LARGEST_NUMBER = 65536;
const MOST_LAYERS = 64;
const MOST_HEAD = 4;
const MOST_LEVELS = 6;
const MOST_NODES = 32;
/** Of a cell with sums: a table of which nodes are read has to stay small. */
const MOST_SUMS = 8;
const KINDS = ['CHAIN', 'PYRAMID', 'AUTOENCODER', 'VARIATIONAL', 'GENERATOR', 'RECURRENT', 'NAS', 'MACRO', 'MICRO'];

/** Everything that is wrong with a space's limits for data of this shape, at once; empty when a space can be made. */
export function checkLimits(limits: SpaceLimits, data: DataShape): Problem[] {
  const problems = checkFamily(limits, data);
  if (KINDS.includes(limits.kind) && (limits.kind === 'RECURRENT') !== (data.text ?? false)) {
    const what = data.text ? 'pictures, and this is text; allowed: RECURRENT' : 'text, and these are pictures';
    return [{ field: 'kind', message: `${limits.kind}, whose networks take ${what}`, code: 'NOT_ALLOWED' }];
  }
  if (!data.manySizes || limits.kind === 'PYRAMID' || !KINDS.includes(limits.kind)) return problems;
  const message = `${limits.kind}, whose networks take pictures of one size, and these have many; allowed: PYRAMID`;
  return [{ field: 'kind', message, code: 'NOT_ALLOWED' }, ...problems];
}

function checkFamily(limits: SpaceLimits, data: DataShape): Problem[] {
  switch (limits.kind) {
    case 'CHAIN':
      return checkChain(limits, data);
    case 'VARIATIONAL':
      return checkVariational(limits, data);
    case 'PYRAMID':
      return checkPyramid(limits, data);
    case 'AUTOENCODER':
      return checkAutoencoder(limits, data);
    case 'GENERATOR':
      return checkGenerator(limits, data);
    case 'RECURRENT':
      return checkRecurrent(limits);
    case 'NAS':
      return checkNas(limits, data);
    case 'MACRO':
      return checkMacro(limits, data);
    case 'MICRO':
      return checkMicro(limits, data);
    default:
      return [unknown('kind', (limits as { kind: unknown }).kind, KINDS)];
  }
}

function checkChain(limits: ChainLimits, data: DataShape): Problem[] {
  const side = smallerSide(data);
  const problems = [
    ...(limits.rules === 'METAQNN' || limits.rules === 'THESIS' ? [] : [unknown('rules', limits.rules, ['METAQNN', 'THESIS'])]),
    ...checkList('filters', limits.filters, 1, LARGEST_NUMBER),
    ...checkList('kernels', limits.kernels, 1, side - 1, `smaller than the image, ${side} pixels`),
    ...checkPools(limits.pools, side),
    ...checkList('units', limits.units, 1, LARGEST_NUMBER, '', true),
    ...checkNumber('maxLayers', limits.maxLayers, 1, MOST_LAYERS),
    ...checkImage(data),
    ...checkNumber('data.classes', data.classes, 2, LARGEST_NUMBER, 'a classifier needs at least two classes'),
  ];
  if (limits.head !== undefined && limits.head !== null) problems.push(...checkHead(limits.head), ...checkOnlyHead(limits));
  if (typeof limits.globalAveragePool !== 'boolean') {
    problems.push({
      field: 'globalAveragePool',
      message: `${show(limits.globalAveragePool)}; allowed: true or false`,
      code: 'NOT_ALLOWED',
    });
  }
  return problems;
}

function checkVariational(limits: VariationalLimits, data: DataShape): Problem[] {
  const side = smallerSide(data);
  const strides = checkNumber('stride', limits.stride, 1, side);
  const least = strides.length === 0 ? limits.stride : 1;
  return [
    ...checkList('latent', limits.latent, 1, LARGEST_NUMBER),
    ...checkList('filters', limits.filters, 1, LARGEST_NUMBER),
    // A transposed convolution with a kernel smaller than its stride leaves pixels that nothing reaches.
    ...checkList('kernels', limits.kernels, least, side, `at least the stride, at most the image, ${side} pixels`),
    ...strides,
    ...checkNumber('maxEncoderLayers', limits.maxEncoderLayers, 1, MOST_LAYERS),
    ...checkNumber('maxDecoderLayers', limits.maxDecoderLayers, 1, MOST_LAYERS),
    ...checkImage(data),
  ];
}

/** Fully connected layers of every network, in their order; two may be alike. */
function checkHead(head: unknown, least = 0): Problem[] {
  if (!Array.isArray(head)) return [missing('head', head, 'a list of whole numbers')];
  if (head.length < least) return [{ field: 'head', message: 'the list is empty; allowed: at least one number', code: 'EMPTY' }];
  const problems = head.flatMap((units, i) => checkNumber(`head.${i}`, units, 1, LARGEST_NUMBER));
  if (head.length > MOST_HEAD)
    problems.push({ field: 'head', message: `${head.length} layers; allowed: at most ${MOST_HEAD}`, code: 'TOO_LARGE' });
  return problems;
}

/** Beside a fixed head nothing else may end a network. */
function checkOnlyHead({ head, units, globalAveragePool }: ChainLimits): Problem[] {
  if (!Array.isArray(head) || head.length === 0) return [];
  const refused = (field: string, value: unknown, allowed: string): Problem => ({
    field,
    message: `${show(value)} beside a fixed head; allowed: ${allowed}`,
    code: 'NOT_ALLOWED',
  });
  return [
    ...(Array.isArray(units) && units.length > 0 ? [refused('units', units, 'an empty list')] : []),
    ...(globalAveragePool === true ? [refused('globalAveragePool', globalAveragePool, 'false')] : []),
  ];
}

function checkPyramid(limits: PyramidLimits, data: DataShape): Problem[] {
  const side = smallerSide(data);
  const most = Math.min(MOST_LEVELS, Math.floor(Math.log2(Math.max(side, 1))) + 1);
  return [
    ...checkList('filters', limits.filters, 1, LARGEST_NUMBER),
    ...checkList('kernels', limits.kernels, 1, side, `at most the smallest picture, ${side} pixels`),
    ...checkNumber('maxLayers', limits.maxLayers, 1, MOST_LAYERS),
    ...checkNumber('levels', limits.levels, 1, most, `the last level divides the smallest picture, ${side} pixels, by 2^(levels - 1)`),
    ...checkHead(limits.head),
    ...checkImage(data),
    ...checkNumber('data.classes', data.classes, 2, LARGEST_NUMBER, 'a classifier needs at least two classes'),
  ];
}

function checkAutoencoder(limits: AutoencoderLimits, data: DataShape): Problem[] {
  const side = smallerSide(data);
  const strides = checkNumber('stride', limits.stride, 1, side);
  const least = strides.length === 0 ? limits.stride : 1;
  return [
    ...checkList('filters', limits.filters, 1, LARGEST_NUMBER),
    ...checkList('kernels', limits.kernels, least, side, `at least the stride, at most the image, ${side} pixels`),
    ...strides,
    ...checkNumber('maxLayers', limits.maxLayers, 1, MOST_LAYERS),
    ...checkImage(data),
  ];
}

function checkGenerator({ latent, maxLayers, ...limits }: GeneratorLimits, data: DataShape): Problem[] {
  return [...checkList('latent', latent, 1, LARGEST_NUMBER), ...checkAutoencoder({ ...limits, kind: 'AUTOENCODER', maxLayers }, data)];
}

function checkRecurrent({ units, nodes, activations }: RecurrentLimits): Problem[] {
  return [
    ...checkNumber('units', units, 1, LARGEST_NUMBER),
    ...checkNumber('nodes', nodes, 1, MOST_NODES),
    ...checkActivations(activations),
  ];
}

function checkNas(limits: NasLimits, data: DataShape): Problem[] {
  const side = smallerSide(data);
  const least = checkNumber('minLayers', limits.minLayers, 1, MOST_NODES);
  const problems = [
    ...checkList('heights', limits.heights, 1, side, `at most the image, ${side} pixels`),
    ...checkList('widths', limits.widths, 1, side, `at most the image, ${side} pixels`),
    ...checkList('filters', limits.filters, 1, LARGEST_NUMBER),
    ...checkList('strides', limits.strides, 1, side, `at most the image, ${side} pixels`),
    ...least,
    ...checkNumber('maxLayers', limits.maxLayers, least.length === 0 ? limits.minLayers : 1, MOST_NODES, 'not below minLayers'),
    ...checkClassifier(data),
  ];
  if (typeof limits.skips === 'boolean') return problems;
  return [...problems, { field: 'skips', message: `${show(limits.skips)}; allowed: true or false`, code: 'NOT_ALLOWED' }];
}

function checkMacro({ layers, filters }: MacroLimits, data: DataShape): Problem[] {
  return [...checkNumber('layers', layers, 1, MOST_NODES), ...checkNumber('filters', filters, 1, LARGEST_NUMBER), ...checkClassifier(data)];
}

function checkMicro({ nodes, repetitions, filters }: MicroLimits, data: DataShape): Problem[] {
  return [
    ...checkNumber('nodes', nodes, 1, MOST_SUMS),
    ...checkNumber('repetitions', repetitions, 1, MOST_NODES),
    ...checkNumber('filters', filters, 1, LARGEST_NUMBER),
    ...checkClassifier(data),
  ];
}

function checkClassifier(data: DataShape): Problem[] {
  return [...checkImage(data), ...checkNumber('data.classes', data.classes, 2, LARGEST_NUMBER, 'a classifier needs at least two classes')];
}

function checkActivations(list: unknown): Problem[] {
  const field = 'activations';
  const allowed = ACTIVATIONS.join(', ');
  if (!Array.isArray(list)) return [missing(field, list, `a list of ${allowed}`)];
  if (list.length === 0) return [{ field, message: `the list is empty; allowed: at least one of ${allowed}`, code: 'EMPTY' }];
  return list.flatMap((value, i) => {
    if (!ACTIVATIONS.includes(value)) return [unknown(`${field}.${i}`, value, [...ACTIVATIONS])];
    return list.indexOf(value) < i ? [twice(`${field}.${i}`, show(value))] : [];
  });
}

function checkPools(pools: unknown, side: number): Problem[] {
  if (!Array.isArray(pools)) return [missing('pools', pools, 'a list of sizes and strides')];
  const problems = pools.length > MOST_CHOICES ? [tooMany('pools', pools.length)] : [];
  const seen = new Set<string>();
  for (const [i, pool] of pools.entries()) {
    if (typeof pool !== 'object' || pool === null) {
      problems.push(missing(`pools.${i}`, pool, 'a size and a stride'));
      continue;
    }
    const sizes = checkNumber(`pools.${i}.size`, pool.size, 2, side - 1, `smaller than the image, ${side} pixels`);
    // A stride larger than the size would skip pixels.
    problems.push(...sizes, ...checkNumber(`pools.${i}.stride`, pool.stride, 1, sizes.length === 0 ? pool.size : side, 'at most the size'));
    if (seen.has(`${pool.size},${pool.stride}`)) problems.push(twice(`pools.${i}`, `(${pool.size},${pool.stride})`));
    seen.add(`${pool.size},${pool.stride}`);
  }
  return problems;
}

/** A list of different whole numbers from `low` to `high`. */
function checkList(field: string, list: unknown, low: number, high: number, reason = '', mayBeEmpty = false): Problem[] {
  if (!Array.isArray(list)) return [missing(field, list, 'a list of whole numbers')];
  if (list.length === 0 && !mayBeEmpty) return [{ field, message: 'the list is empty; allowed: at least one number', code: 'EMPTY' }];
  const problems = list.length > MOST_CHOICES ? [tooMany(field, list.length)] : [];
  for (const [i, value] of list.entries()) {
    problems.push(...checkNumber(`${field}.${i}`, value, low, high, reason));
    if (list.indexOf(value) < i) problems.push(twice(`${field}.${i}`, show(value)));
  }
  return problems;
}

function checkNumber(field: string, value: unknown, low: number, high: number, reason = ''): Problem[] {
  if (value === undefined || value === null) return [missing(field, value, 'a whole number')];
  if (Number.isInteger(value) && (value as number) >= low && (value as number) <= high) return [];
  const range = high < low ? 'no number' : `a whole number from ${low} to ${high}`;
  const message = `${show(value)}; allowed: ${range}${reason && ` (${reason})`}`;
  return [{ field, message, code: Number.isInteger(value) ? 'OUT_OF_RANGE' : 'NOT_ALLOWED' }];
}

function checkImage({ image }: DataShape): Problem[] {
  return (['height', 'width', 'channels'] as const).flatMap((name) => checkNumber(`data.image.${name}`, image[name], 1, LARGEST_NUMBER));
}

const smallerSide = ({ image }: DataShape) => Math.min(image.height, image.width);
const show = (value: unknown) => JSON.stringify(value) ?? String(value);
const missing = (field: string, value: unknown, allowed: string): Problem => ({
  field,
  message: `${show(value)}; allowed: ${allowed}`,
  code: value === undefined || value === null ? 'REQUIRED' : 'NOT_ALLOWED',
});
const twice = (field: string, value: string): Problem => ({ field, message: `${value} is in the list twice`, code: 'NOT_ALLOWED' });
const tooMany = (field: string, count: number): Problem => ({
  field,
  message: `${count} choices; allowed: at most ${MOST_CHOICES}`,
  code: 'TOO_LARGE',
});
const unknown = (field: string, value: unknown, allowed: string[]): Problem => ({
  field,
  message: `${show(value)}; allowed: ${allowed.join(', ')}`,
  code: 'UNKNOWN',
});
