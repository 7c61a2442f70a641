import type * as tfjs from '@tensorflow/tfjs-core';
import { Random } from '../../schema/random.ts';
import type { TF } from '../backends/backend.ts';

/**
 * First values of a kernel: HE, before a ReLU, is normal with standard deviation sqrt(2 / fanIn) (He et al. 2015); GLOROT is uniform
 * with limit sqrt(6 / (fanIn + fanOut)) (Glorot & Bengio 2010). `fanIn` and `fanOut` count the connections of one output and one input.
 */
export interface Initialiser {
  kind: 'HE' | 'GLOROT';
  fanIn: number;
  fanOut: number;
}

/** Uniform within plus and minus a limit. */
export interface Uniform {
  kind: 'UNIFORM';
  limit: number;
}

/** Every number the same. */
export interface Filled {
  kind: 'FILLED';
  value: number;
}

/** What a search may keep from learning: the FEATURES are convolutions of a classifier, or an encoder; the HEAD is all the rest. */
export type Part = 'FEATURES' | 'HEAD';

/** One trainable array of a network. */
export interface Parameter {
  name: string;
  part: Part;
  variable: tfjs.Variable;
  /** Kernels take part in weight decay, biases do not. */
  kernel: boolean;
  /** Moving averages are no weights: the step assigns them, no gradient does. */
  moving?: boolean;
  /** null for zeros. */
  initialiser: Initialiser | Uniform | Filled | null;
}

/** Collects a network's parameters in the order of its layers. */
export class Parameters {
  readonly all: Parameter[] = [];
  /** Of the layers that are made next. */
  part: Part = 'HEAD';

  /** @param shared variables of other networks, by name and shape: a parameter that is among them has its variable, a new one is added */
  constructor(
    private readonly tf: TF,
    private readonly shared?: Map<string, Parameter>,
  ) {}

  /** Kernel and bias of one layer. */
  layer(name: string, shape: number[], units: number, initialiser: Initialiser): { weights: tfjs.Variable; bias: tfjs.Variable } {
    return {
      weights: this.add({ name: `${name}.kernel`, kernel: true, initialiser }, shape),
      bias: this.add({ name: `${name}.bias`, kernel: false, initialiser: null }, [units]),
    };
  }

  /** A kernel without a bias. */
  kernel(name: string, shape: number[], initialiser: Initialiser | Uniform): tfjs.Variable {
    return this.add({ name: `${name}.kernel`, kernel: true, initialiser }, shape);
  }

  /** A bias of its own. */
  bias(name: string, units: number): tfjs.Variable {
    return this.add({ name: `${name}.bias`, kernel: false, initialiser: null }, [units]);
  }

  /** What a step assigns from call to call, and no gradient changes: zeros at first. */
  carried(name: string, shape: number[]): tfjs.Variable {
    return this.add({ name, kernel: false, moving: true, initialiser: null }, shape);
  }

  /** Scale and moving averages of a batch normalisation; its shift is the bias of the layer. */
  normalisation(name: string, channels: number): { gamma: tfjs.Variable; mean: tfjs.Variable; variance: tfjs.Variable } {
    const one: Filled = { kind: 'FILLED', value: 1 };
    return {
      gamma: this.add({ name: `${name}.gamma`, kernel: false, initialiser: one }, [channels]),
      mean: this.add({ name: `${name}.movingMean`, kernel: false, moving: true, initialiser: null }, [channels]),
      variance: this.add({ name: `${name}.movingVariance`, kernel: false, moving: true, initialiser: one }, [channels]),
    };
  }

  private add(parameter: Omit<Parameter, 'variable' | 'part'>, shape: number[]): tfjs.Variable {
    const key = `${parameter.name} ${shape.join(' ')}`;
    const known = this.shared?.get(key);
    if (known) {
      this.all.push(known);
      return known.variable;
    }
    // The variable shares the data of the tensor it is made from; the tidy frees that tensor and leaves the data to the variable.
    const { tf } = this;
    const variable = tf.tidy(() => tf.variable(tf.zeros(shape)));
    const made = { ...parameter, part: this.part, variable };
    this.shared?.set(key, made);
    this.all.push(made);
    return variable;
  }
}

/** First values in the order of the parameters: a function of seed, attempt, run (which of several trainings), and each parameter's name and size. */
export function initialValues(parameters: readonly Parameter[], seed: number, attempt: number, run = 0): Float32Array[] {
  return parameters.map(({ name, variable, initialiser }) => {
    const values = new Float32Array(variable.size);
    const labels = run === 0 ? [attempt, name] : [attempt, name, run];
    if (initialiser?.kind === 'FILLED') values.fill(initialiser.value);
    else if (initialiser) fill(values, initialiser, Random.of(seed, 'weights', ...labels));
    return values;
  });
}

function fill(values: Float32Array, initialiser: Initialiser | Uniform, random: Random): void {
  if (initialiser.kind === 'HE') {
    const deviation = Math.sqrt(2 / initialiser.fanIn);
    for (let i = 0; i < values.length; i++) values[i] = deviation * random.normal();
  } else {
    const limit = initialiser.kind === 'UNIFORM' ? initialiser.limit : Math.sqrt(6 / (initialiser.fanIn + initialiser.fanOut));
    for (let i = 0; i < values.length; i++) values[i] = limit * (2 * random.uniform() - 1);
  }
}
