import type { ControllerPlan, EpsilonStep } from '../../schema/plans/controller.ts';
import { numberOf, orNull } from './read-number.ts';
import type { ControllerValues } from './values.ts';

/** The controller that the form holds, with a schedule that was read already. */
export function readController(values: ControllerValues, epsilon: EpsilonStep[]): ControllerPlan {
  const { fittedQ, dqn, policy, evolution, localSearch, tpe, fidelity, enas } = values;
  return {
    kind: values.kind,
    learningRate: numberOf(values.learningRate),
    discount: numberOf(values.discount),
    initialValue: numberOf(values.initialValue),
    update: values.update,
    replay: numberOf(values.replay),
    epsilon,
    ...(values.kind === 'LIST' && { networks: readLines(values.networks) }),
    fittedQ: {
      fitEvery: numberOf(fittedQ.fitEvery),
      iterations: numberOf(fittedQ.iterations),
      trees: numberOf(fittedQ.trees),
      smallest: numberOf(fittedQ.smallest),
      buffer: numberOf(fittedQ.buffer),
    },
    dqn: {
      hidden: numberOf(dqn.hidden),
      learningRate: numberOf(dqn.learningRate),
      batch: numberOf(dqn.batch),
      updates: numberOf(dqn.updates),
      buffer: numberOf(dqn.buffer),
      targetEvery: numberOf(dqn.targetEvery),
    },
    policy: {
      batch: numberOf(policy.batch),
      learningRate: numberOf(policy.learningRate),
      baselineDecay: numberOf(policy.baselineDecay),
      normalise: policy.normalise,
      entropyWeight: numberOf(policy.entropyWeight),
      entropyDecay: numberOf(policy.entropyDecay),
      temperature: numberOf(policy.temperature),
      tanhConstant: orNull(policy.tanhConstant),
      clipNorm: orNull(policy.clipNorm),
      hidden: numberOf(policy.hidden),
      clip: numberOf(policy.clip),
      passes: numberOf(policy.passes),
      safeguards: policy.safeguards,
      growthEvery: numberOf(policy.growthEvery),
      growthLayers: numberOf(policy.growthLayers),
    },
    evolution: { population: numberOf(evolution.population), tournament: numberOf(evolution.tournament) },
    localSearch: { starts: numberOf(localSearch.starts), patience: numberOf(localSearch.patience) },
    tpe: { startup: numberOf(tpe.startup), candidates: numberOf(tpe.candidates) },
    enas: {
      epochs: numberOf(enas.epochs),
      learningRate: numberOf(enas.learningRate),
      updates: numberOf(enas.updates),
      samples: numberOf(enas.samples),
    },
    fidelity: { eta: numberOf(fidelity.eta), lowestEpochs: numberOf(fidelity.lowestEpochs) },
  };
}

/** One network on each line. */
const readLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
