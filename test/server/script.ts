import { Random } from '../../schema/random.ts';
import type { SpaceLimits } from '../../schema/spaces/limits.ts';
import { makeSpace } from '../../schema/spaces/make.ts';
import { makeController } from '../../workers/controllers/make.ts';
import type { Answer, Asker, Rig } from './rig.ts';

const DESCRIPTION = {
  name: 'scripted',
  backend: 'script',
  backendVersion: '1',
  device: 'none',
  deviceKind: 'CPU',
  memoryBytes: 16e9,
  threads: 1,
  gflops: 50,
  host: 'here',
};

export const PHASES = { data: 0.1, build: 0.2, training: 1, evaluation: 0.3, samples: 0.1 };

/** A worker that was registered, with its token. */
export interface ScriptedWorker extends Asker {
  workerId: string;
  lease(waitSeconds?: number, accepts?: string[]): Promise<Answer>;
}

let machines = 0;

/** On a machine of its own, unless told otherwise. */
export async function startWorker(rig: Pick<Rig, 'worker'>, change: object = {}): Promise<ScriptedWorker> {
  const asker = await rig.worker();
  const { worker } = await asker.mutate(
    'registerWorker',
    { ...DESCRIPTION, hostId: `machine ${++machines}`, ...change },
    'worker { id status }',
  );
  return {
    ...asker,
    workerId: worker.id,
    lease: async (waitSeconds = 0, accepts = ['STEP', 'TRIAL']) => {
      const input = { workerId: worker.id, accepts, waitSeconds };
      const { leaseWork } = await asker.ask<Answer>(LEASE, { input });
      if (leaseWork.userErrors.length > 0) throw new Error(JSON.stringify(leaseWork.userErrors));
      return leaseWork.lease;
    },
  };
}

const LEASE = `mutation ($input: LeaseWorkInput!) { leaseWork(input: $input) {
  lease { id fence work {
    __typename
    ... on StepWork { version state results { number notation reward } history { number notation reward } search { id plan { seed parallelism budget { candidates } controller {
      kind learningRate discount initialValue update replay epsilon { epsilon candidates } networks
      fittedQ { fitEvery iterations trees smallest buffer } dqn { hidden learningRate batch updates buffer targetEvery }
      policy { batch learningRate baselineDecay normalise entropyWeight entropyDecay temperature tanhConstant clipNorm hidden clip passes safeguards growthEvery growthLayers }
      evolution { population tournament } localSearch { starts patience } tpe { startup candidates } fidelity { eta lowestEpochs } } training { epochs } } space { limits }
      dataset { height width channels classes } } }
    ... on TrialWork { seed batchSize epochs checkpointUrl trial { id attempt candidate { id number notation architecture } } search { id status } }
  } }
  userErrors { field message code }
} }`;

/** What a step makes of its work: the real controller's outcome, as the input of commitStep. */
export function stepOf(lease: Answer): Answer {
  const { search, version, state, results, history } = lease.work;
  const { height, width, channels, classes } = search.dataset;
  const space = makeSpace(search.space.limits as SpaceLimits, { image: { height, width, channels }, classes: classes.length });
  const controller = makeController(search.plan.controller, space, search.plan.training.epochs);
  const { parallelism, budget, seed } = search.plan;
  const outcome = controller.step(state ?? controller.start(seed, history), results, { parallelism, budget: budget.candidates });
  return { leaseId: lease.id, fence: lease.fence, version, ...outcome };
}

/** Made-up validation accuracies of two epochs, the same for the same network. */
export function accuracies(notation: string): number[] {
  const random = Random.of(7, notation);
  return [random.uniform(), random.uniform()];
}

export const key = (lease: Answer) => ({ leaseId: lease.id, fence: lease.fence });

/** Does one piece of work to its end; null: there was none. */
export async function workOnce(worker: ScriptedWorker, waitSeconds = 0): Promise<Answer | null> {
  const lease = await worker.lease(waitSeconds);
  if (!lease) return null;
  await workOn(worker, lease);
  return lease;
}

/** Does what a lease asks for. */
export async function workOn(worker: ScriptedWorker, lease: Answer): Promise<void> {
  if (lease.work.__typename === 'StepWork') {
    await worker.mutate('commitStep', stepOf(lease), 'search { id }');
    return;
  }
  await report(worker, lease);
  await worker.mutate('finishTrial', { ...key(lease), phases: PHASES }, 'trial { id }');
}

/** One report with two epochs. */
export async function report(worker: ScriptedWorker, lease: Answer): Promise<void> {
  const metrics = accuracies(lease.work.trial.candidate.notation).flatMap((value, i) => [
    { name: 'accuracy', split: 'VALIDATION', epoch: i + 1, value },
    { name: 'loss', split: 'VALIDATION', epoch: i + 1, value: 1 - value + 0.01 },
  ]);
  await worker.mutate('reportTrial', { ...key(lease), sequence: 1, metrics }, 'wanted');
}

/** A small search that a scripted worker can do. */
export async function createSearch(
  rig: Rig,
  change: { candidates?: number; parallelism?: number; seconds?: number | null; seed?: number; controller?: object } = {},
) {
  const { candidates = 6, parallelism = 2, seconds = null, seed = 1, controller = { kind: 'Q_LEARNING', replay: 8 } } = change;
  const input = {
    teamId: rig.teamId,
    name: 'Little search',
    preset: 'tour',
    plan: {
      seed,
      budget: { candidates, seconds },
      parallelism,
      controller,
      training: { task: 'CLASSIFICATION', epochs: 2, optimizer: {}, loss: { kind: 'CROSS_ENTROPY' }, trainImages: 1000 },
      reward: 'ACCURACY',
    },
  };
  const { search } = await rig.member.mutate('createSearch', input, 'search { id status }');
  return search.id as string;
}

/** What is known of a search. */
export async function look(rig: Rig, id: string): Promise<Answer> {
  const { search } = await rig.member.ask<Answer>(
    `query ($id: ID!) { search(id: $id) {
      status statusReason seconds secondsLeft startedAt finishedAt best { number reward }
      counts { proposed queued running done failed reused picked rejected }
      candidates(first: 100) { totalCount edges { node {
        id number notation status reward seconds rewards { kind value } trial { id status attempt failure { reason message } phases { training } }
      } } }
    } }`,
    { id },
  );
  return { ...search, candidates: search.candidates.edges.map(({ node }: Answer) => node) };
}
