/**
 * Figures of the thesis "Neural Architecture Meta-learning via Reinforcement" (2018), as its tables print them. null: no figure is given.
 * A power of ten stands for "about".
 */

/** Tables 9.2 and 9.3: after these epochs, training and validation. */
export interface EpochFigures {
  epoch: number;
  split: 'TRAIN' | 'VALIDATION';
  reconstruction: number | null;
  bce: number;
  kl: number;
}

const reformulated: readonly (readonly [epoch: number, split: EpochFigures['split'], reconstruction: number, bce: number, kl: number])[] = [
  [1, 'TRAIN', 380.058, 0.471, 3.36],
  [1, 'VALIDATION', 262.645, 0.221, 2.34],
  [5, 'TRAIN', 127.006, 0.146, 4.027],
  [5, 'VALIDATION', 124.518, 0.143, 4.128],
  [10, 'TRAIN', 111.456, 0.135, 3.212],
  [10, 'VALIDATION', 111.097, 0.134, 3.155],
  [15, 'TRAIN', 103.72, 0.13, 3.006],
  [15, 'VALIDATION', 105.758, 0.13, 3.028],
  [20, 'TRAIN', 99.188, 0.127, 2.983],
  [20, 'VALIDATION', 103.134, 0.129, 3.101],
];
const vanilla: readonly (readonly [epoch: number, split: EpochFigures['split'], bce: number, kl: number])[] = [
  [1, 'TRAIN', 0.293, 0.073],
  [1, 'VALIDATION', 0.263, 1e-4],
  [5, 'TRAIN', 0.263, 1e-6],
  [5, 'VALIDATION', 0.263, 1e-6],
  [10, 'TRAIN', 0.263, 1e-7],
  [10, 'VALIDATION', 0.263, 1e-7],
  [15, 'TRAIN', 0.263, 1e-7],
  [15, 'VALIDATION', 0.263, 1e-7],
  [20, 'TRAIN', 0.263, 1e-7],
  [20, 'VALIDATION', 0.263, 1e-7],
];

export const chapter9: { loss: 'reformulated' | 'vanilla'; table: string; rows: EpochFigures[] }[] = [
  {
    loss: 'reformulated',
    table: '9.2',
    rows: reformulated.map(([epoch, split, reconstruction, bce, kl]) => ({ epoch, split, reconstruction, bce, kl })),
  },
  { loss: 'vanilla', table: '9.3', rows: vanilla.map(([epoch, split, bce, kl]) => ({ epoch, split, reconstruction: null, bce, kl })) },
];

/** The best networks of a search, best first, each with figures by the names of our metrics and rewards. */
export interface TopTable {
  table: string;
  rows: { network: string; figures: Record<string, number> }[];
}

const top = (table: string, figure: string, rows: readonly (readonly [value: number, network: string])[]): TopTable => ({
  table,
  rows: rows.map(([value, network]) => ({ network, figures: { [figure]: value } })),
});

/** Accuracies as shares, where the thesis prints per cent. */
export const table44 = top('4.4', 'accuracy', [
  [
    0.997,
    'C(64,5,1), C(256,3,1), D(1,6), C(128,3,1), P(5,3), D(2,6), C(512,5,1), P(5,2), D(3,6), C(128,1,1), FC(128), D(4,6), FC(128), D(5,6), SM(10)',
  ],
  [0.9969, 'C(256,3,1), C(128,3,1), D(1,5), C(128,3,1), P(5,3), D(2,5), C(128,5,1), C(128,1,1), D(3,5), P(5,2), FC(256), D(4,5), SM(10)'],
  [
    0.9967,
    'C(256,5,1), C(64,5,1), D(1,6), C(128,5,1), P(5,2), D(2,6), C(64,5,1), P(5,2), D(3,6), FC(128), D(4,6), FC(128), D(5,6), SM(10)',
  ],
  [
    0.9967,
    'C(64,5,1), C(512,5,1), D(1,6), P(2,2), C(256,5,1), D(2,6), P(2,2), C(512,3,1), D(3,6), C(64,1,1), C(512,5,1), D(4,6), P(3,2), C(128,1,1), D(5,6), C(512,1,1), P(2,2), D(6,6), SM(10)',
  ],
  [0.9966, 'C(512,5,1), C(64,1,1), D(1,5), P(2,2), C(128,5,1), D(2,5), C(256,5,1), C(256,5,1), D(3,5), P(5,3), FC(128), D(4,5), SM(10)'],
]);

/** Tables 5.1 to 5.4: before and after the retraining, and how many were retrained. Tables 5.3 and 5.4 are of STL-10. */
export const retrainings: Record<'5.1' | '5.2', { before: TopTable; after: TopTable; retrained: number; note: string }> = {
  '5.1': {
    retrained: 50,
    note: 'The thesis retrained 50 and saw no correlation: none of its first five is among the first five after the retraining.',
    before: top('5.1', 'reward', [
      [0.9771, 'C(128,5,1), P(5,2), D(1,2), C(512,1,1), P(3,3), D(2,2), SM(10)'],
      [0.9745, 'C(128,5,1), P(5,2), D(1,2), C(256,5,1), P(3,3), D(2,2), SM(10)'],
      [0.9726, 'C(128,5,1), P(5,3), D(1,2), C(256,3,1), P(2,2), D(2,2), SM(10)'],
      [0.9708, 'C(64,5,1), P(5,3), D(1,1), SM(10)'],
      [0.9694, 'C(512,5,1), P(3,3), D(1,3), C(512,3,1), C(512,1,1), D(2,3), P(3,2), SM(10)'],
    ]),
    after: top('5.2', 'reward', [
      [
        0.9947,
        'C(128,5,1), P(2,2), D(1,6), C(256,3,1), C(256,3,1), D(2,6), P(2,2), C(128,5,1), D(3,6), FC(512), D(4,6), FC(512), D(5,6), SM(10)',
      ],
      [
        0.9942,
        'C(128,5,1), C(64,1,1), D(1,6), C(256,3,1), P(5,3), D(2,6), C(512,3,1), P(3,2), D(3,6), FC(256), D(4,6), FC(256), D(5,6), SM(10)',
      ],
      [0.994, 'C(64,5,1), C(128,3,1), D(1,5), P(3,2), C(512,5,1), D(2,5), C(128,3,1), P(2,2), D(3,5), FC(128), D(4,5), SM(10)'],
      [0.9935, 'C(128,5,1), P(3,2), D(1,4), C(128,1,1), C(512,5,1), D(2,4), P(5,3), FC(128), D(3,4), SM(10)'],
      [0.9932, 'C(256,3,1), C(512,5,1), D(1,3), P(5,3), C(64,3,1), D(2,3), P(2,2), SM(10)'],
    ]),
  },
  '5.2': {
    retrained: 20,
    note: 'The thesis prints its figures for STL-10, of which 50 were retrained; of MNIST, as here, it retrained 20 and prints none.',
    before: top('5.3', 'reward', [
      [1.9207, 'C(256,1,1), C(256,3,1)'],
      [1.9127, 'C(64,3,1), C(256,3,1), C(256,7,1), C(256,1,1)'],
      [1.9103, 'C(256,3,1), C(64,7,1)'],
      [1.9086, 'C(256,7,1), C(256,5,1)'],
      [1.9063, 'C(64,3,1), C(256,3,1), C(256,3,1), C(256,1,1), C(128,7,1)'],
    ]),
    after: top('5.4', 'reward', [
      [1.9219, 'C(256,1,1), C(256,3,1)'],
      [1.9173, 'C(64,3,1), C(256,3,1), C(64,3,1), C(64,1,1), C(128,1,1), C(256,1,1)'],
      [1.916, 'C(256,3,1), C(64,7,1)'],
      [1.9159, 'C(64,1,1), C(128,3,1), C(128,1,1), C(128,3,1), C(64,7,1)'],
      [1.9156, 'C(256,1,1), C(256,7,1), C(64,1,1), C(64,1,1), C(128,1,1), C(256,1,1)'],
    ]),
  },
};

const generated = (table: string, rows: readonly (readonly [bce: number, kl: number, network: string])[]): TopTable => ({
  table,
  rows: rows.map(([bce, kl, network]) => ({ network, figures: { bce, kl } })),
});

/** Chapter 10: the top two of searches 1 to 4 on MNIST and CIFAR-10. Of searches 5 to 8 the thesis shows pictures alone. */
export const chapter10: Record<string, TopTable> = {
  '10.1': generated('10.1', [
    [0.0664, 2.0472, 'C(256,2,2), C(64,4,2) | Z(512) | C(128,8,2)'],
    [0.0663, 2.7878, 'C(128,2,2) | Z(128) | C(256,4,2)'],
  ]),
  '10.2': generated('10.2', [
    [0.1075, 0.0384, 'C(256,4,2), C(256,6,2) | Z(512) | C(512,4,2), C(512,2,2)'],
    [0.1117, 0.0368, 'C(256,6,2), C(64,6,2) | Z(512) | C(512,4,2), C(256,8,2)'],
  ]),
  '10.3': generated('10.5', [
    [3.6471, 1e-7, 'C(128,2,2), C(512,4,2), C(64,2,2), C(256,2,2) | Z(32) | C(64,6,2), C(128,8,2)'],
    [3.4801, 1e-7, 'C(512,4,2), C(128,8,2) | Z(8) | C(128,6,2), C(512,4,2)'],
  ]),
  '10.4': generated('10.6', [
    [0.2625, 1e-7, 'C(128,2,2), C(512,4,2), C(64,4,2) | Z(8) | C(512,2,2), C(512,2,2), C(256,2,2), C(128,8,2)'],
    [0.2626, 1e-7, 'C(256,2,2), C(64,6,2) | Z(2) | C(128,8,2)'],
  ]),
  '10.1-cifar': generated('10.9', [
    [0.554, 2.2444, 'C(256,2,2) | Z(512) | C(64,2,2), C(512,6,2), C(256,6,2)'],
    [0.5548, 2.238, 'C(64,8,2), C(256,2,2), C(512,2,2) | Z(512) | C(512,4,2), C(128,2,2)'],
  ]),
  '10.2-cifar': generated('10.10', [
    [0.6096, 0.0184, 'C(512,2,2), C(128,8,2), C(256,2,2), C(512,2,2) | Z(512) | C(512,4,2), C(512,2,2), C(256,6,2)'],
    [0.6103, 0.018, 'C(512,4,2), C(256,6,2), C(256,2,2) | Z(512) | C(512,6,2), C(512,2,2)'],
  ]),
  '10.3-cifar': generated('10.13', [
    [0.5714, 1.5786, 'C(512,4,2), C(128,8,2) | Z(512) | C(64,4,2)'],
    [0.5772, 1.6029, 'C(512,4,2), C(128,8,2) | Z(512) | C(512,4,2), C(512,2,2)'],
  ]),
  '10.4-cifar': generated('10.14', [
    [0.6894, 1e-7, 'C(128,8,2), C(512,2,2), C(512,4,2) | Z(8) | C(256,6,2), C(64,6,2)'],
    [0.6894, 1e-7, 'C(64,6,2), C(512,6,2), C(128,4,2) | Z(2) | C(64,2,2), C(64,6,2)'],
  ]),
};
