import { capital } from './capital.ts';

/** What the schema calls by a code name, in the words of the forms; what is a name in the field stays (NAS, ENAS, PPO, REINFORCE, SGD). */
const WORDS: Record<string, string> = {
  // controllers
  Q_LEARNING: 'Q-learning',
  FITTED_Q: 'fitted Q iteration',
  DQN: 'deep Q-learning',
  EVOLUTION: 'regularized evolution',
  LOCAL_SEARCH: 'local search',
  TPE: 'the Parzen estimator',
  RANDOM: 'random search',
  SUCCESSIVE_HALVING: 'successive halving',
  HYPERBAND: 'Hyperband',
  ASHA: 'asynchronous halving',
  LIST: 'a list',
  // tasks and what is trained
  CLASSIFICATION: 'classification',
  RECONSTRUCTION: 'reconstruction',
  ADVERSARIAL: 'adversarial training',
  LANGUAGE_MODELLING: 'language modelling',
  CLASSIFIER_ONLY: 'training the classifier alone',
  DECODER_ONLY: 'training the decoder alone',
  // families of networks
  CHAIN: 'chains',
  PYRAMID: 'chains with a spatial pyramid',
  AUTOENCODER: 'symmetric autoencoders',
  VARIATIONAL: 'variational autoencoders',
  GENERATOR: 'generators',
  RECURRENT: 'recurrent cells',
  MACRO: 'the macro search of ENAS',
  MICRO: 'the cells of ENAS',
  // optimizers and their schedules
  ADAM: 'Adam',
  RMSPROP: 'RMSProp',
  CONSTANT: 'a constant rate',
  STEP: 'decay in steps',
  COSINE: 'cosine decay',
  // losses and rewards
  CROSS_ENTROPY: 'cross entropy',
  BINARY_CROSS_ENTROPY: 'binary cross entropy',
  MEAN_SQUARED_ERROR: 'mean squared error',
  MINIMAX: 'the minimax loss',
  NON_SATURATING: 'the non-saturating loss',
  VANILLA: 'the vanilla loss',
  REFORMULATED: 'the reformulated loss',
  TIMEOUT: 'time-out',
  // fields
  'policy.batch': 'a batch of',
  decay: 'the decay',
  decayEvery: 'so many',
  restartEvery: 'restarts',
  normalise: 'scaled advantages',
  tanhConstant: 'the bound of logits',
  clipNorm: 'the bound of gradients',
  limits: 'limits of its own',
};

const CODE = new RegExp(`\`?\\b(${Object.keys(WORDS).join('|')})\\b\`?`, 'g');

/** A description or refusal of the API as people read it in a form. */
export function inWords(text: string): string {
  // a word of the language that is a field's name too is meant only where it is marked as code
  return text
    .replace(CODE, (found, name: string) => (PLAIN.has(name) && !found.startsWith('`') ? found : WORDS[name]!))
    .replaceAll('`', '');
}

const PLAIN: ReadonlySet<string> = new Set(['decay', 'limits']);

/** `Training: optimizer, decay every` for `plan.training.optimizer.decayEvery`. */
export function pathInWords(field: string): string {
  const [first, ...rest] = field
    .replace(/^(plan|limits)\./, '')
    .split('.')
    .map((name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
  const head = capital(first!);
  return rest.length === 0 ? head : `${head}: ${rest.join(', ')}`;
}
