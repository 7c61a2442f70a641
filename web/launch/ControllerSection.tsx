import type { ControllerKind } from '../../schema/plans/controller.ts';
import { rewardsFor } from '../../schema/plans/rewards.ts';
import { REWARD_LABELS } from '../search/filters.ts';
import { ALGORITHMS } from './algorithms.ts';
import { useLaunchForm } from './context.ts';
import { CheckField, ChoiceField, Fields, LinesField, NumberField, Section, TextField } from './fields.tsx';

/** Which algorithm proposes networks, what it learns from, and its constants. */
export function ControllerSection() {
  const { plan } = useLaunchForm().values;
  return (
    <Section title="Controller" id="launch-controller">
      <Fields>
        <ChoiceField
          path="plan.controller.kind"
          label="Algorithm"
          doc="controller.kind"
          choices={ALGORITHMS.map((choice) => ({ ...choice, doc: `controllerKind.${choice.value}` }))}
        />
        <ChoiceField
          path="plan.reward"
          label="Reward"
          doc="plan.reward"
          choices={rewardsFor(plan.training.task).map((value) => ({ value, label: REWARD_LABELS[value], doc: `reward.${value}` }))}
        />
        <Constants kind={plan.controller.kind} />
      </Fields>
    </Section>
  );
}

function Constants({ kind }: { kind: ControllerKind }) {
  switch (kind) {
    case 'Q_LEARNING':
      return <QLearningFields />;
    case 'FITTED_Q':
      return <FittedQFields />;
    case 'DQN':
      return <DqnFields />;
    case 'REINFORCE':
    case 'NAS':
    case 'PPO':
      return <PolicyFields kind={kind} />;
    case 'EVOLUTION':
      return (
        <>
          <NumberField path="plan.controller.evolution.population" label="Population" doc="evolution.population" />
          <NumberField path="plan.controller.evolution.tournament" label="Tournament" doc="evolution.tournament" />
        </>
      );
    case 'LOCAL_SEARCH':
      return (
        <>
          <NumberField path="plan.controller.localSearch.starts" label="Starts" doc="localSearch.starts" />
          <NumberField path="plan.controller.localSearch.patience" label="Patience" doc="localSearch.patience" />
        </>
      );
    case 'TPE':
      return (
        <>
          <NumberField path="plan.controller.tpe.startup" label="Random first" doc="tpe.startup" />
          <NumberField path="plan.controller.tpe.candidates" label="Walks drawn" doc="tpe.candidates" />
        </>
      );
    case 'SUCCESSIVE_HALVING':
    case 'HYPERBAND':
    case 'ASHA':
      return (
        <>
          <NumberField path="plan.controller.fidelity.eta" label="Promote one of" doc="fidelity.eta" />
          <NumberField path="plan.controller.fidelity.lowestEpochs" label="Epochs of the lowest rung" doc="fidelity.lowestEpochs" />
        </>
      );
    case 'ENAS':
      return (
        <>
          <NumberField path="plan.controller.enas.epochs" label="Epochs a round" doc="enas.epochs" />
          <NumberField path="plan.controller.enas.learningRate" label="Rate of shared weights" doc="enas.learningRate" decimal />
          <NumberField path="plan.controller.enas.updates" label="Policy updates a round" doc="enas.updates" />
          <NumberField path="plan.controller.enas.samples" label="Networks ranked" doc="enas.samples" />
          <PolicyFields kind="ENAS" />
        </>
      );
    case 'LIST':
      return <LinesField path="plan.controller.networks" label="Networks" doc="controller.networks" more="One on each line." />;
    case 'RANDOM':
      return null;
  }
}

function EpsilonField() {
  return (
    <TextField path="plan.controller.epsilon" label="Epsilon schedule" doc="controller.epsilon" more="As epsilon:candidates." mono wide />
  );
}

function QLearningFields() {
  return (
    <>
      <ChoiceField
        path="plan.controller.update"
        label="Update"
        doc="controller.update"
        choices={[
          { value: 'ORIGINAL', label: 'Original', doc: 'update.ORIGINAL' },
          { value: 'GREEDY', label: 'Greedy', doc: 'update.GREEDY' },
        ]}
      />
      <NumberField path="plan.controller.learningRate" label="Learning rate" doc="controller.learningRate" decimal />
      <NumberField path="plan.controller.discount" label="Discount" doc="controller.discount" decimal />
      <NumberField path="plan.controller.initialValue" label="Initial value" doc="controller.initialValue" decimal />
      <NumberField path="plan.controller.replay" label="Replay" doc="controller.replay" />
      <EpsilonField />
    </>
  );
}

function FittedQFields() {
  return (
    <>
      <NumberField path="plan.controller.fittedQ.fitEvery" label="Fitted every" doc="fittedQ.fitEvery" />
      <NumberField path="plan.controller.fittedQ.iterations" label="Iterations a fit" doc="fittedQ.iterations" />
      <NumberField path="plan.controller.discount" label="Discount" doc="controller.discount" decimal />
      <NumberField path="plan.controller.fittedQ.trees" label="Trees" doc="fittedQ.trees" />
      <NumberField path="plan.controller.fittedQ.smallest" label="Split from" doc="fittedQ.smallest" />
      <NumberField path="plan.controller.fittedQ.buffer" label="Transitions learned from" doc="fittedQ.buffer" />
      <EpsilonField />
    </>
  );
}

function DqnFields() {
  return (
    <>
      <NumberField path="plan.controller.dqn.hidden" label="Hidden units" doc="dqn.hidden" />
      <NumberField path="plan.controller.dqn.learningRate" label="Learning rate" doc="dqn.learningRate" decimal />
      <NumberField path="plan.controller.discount" label="Discount" doc="controller.discount" decimal />
      <NumberField path="plan.controller.dqn.batch" label="Transitions an update" doc="dqn.batch" />
      <NumberField path="plan.controller.dqn.updates" label="Updates a result" doc="dqn.updates" />
      <NumberField path="plan.controller.dqn.buffer" label="Replay buffer" doc="dqn.buffer" />
      <NumberField path="plan.controller.dqn.targetEvery" label="Target network every" doc="dqn.targetEvery" />
      <EpsilonField />
    </>
  );
}

function PolicyFields({ kind }: { kind: 'REINFORCE' | 'NAS' | 'PPO' | 'ENAS' }) {
  const { kind: space } = useLaunchForm().values.limits;
  return (
    <>
      <NumberField path="plan.controller.policy.batch" label="Walks an update" doc="policy.batch" />
      <NumberField path="plan.controller.policy.learningRate" label="Learning rate" doc="policy.learningRate" decimal />
      {kind !== 'REINFORCE' && <NumberField path="plan.controller.policy.hidden" label="LSTM size" doc="policy.hidden" />}
      <NumberField path="plan.controller.policy.entropyWeight" label="Entropy weight" doc="policy.entropyWeight" decimal />
      <NumberField path="plan.controller.policy.entropyDecay" label="Entropy decay" doc="policy.entropyDecay" decimal />
      <NumberField path="plan.controller.policy.baselineDecay" label="Baseline decay" doc="policy.baselineDecay" decimal />
      <NumberField path="plan.controller.policy.temperature" label="Temperature" doc="policy.temperature" decimal />
      <NumberField path="plan.controller.policy.tanhConstant" label="Logits within" doc="policy.tanhConstant" decimal empty="no bound" />
      <NumberField path="plan.controller.policy.clipNorm" label="Gradient norm at most" doc="policy.clipNorm" decimal empty="no limit" />
      {space === 'NAS' && (
        <>
          <NumberField path="plan.controller.policy.growthEvery" label="Deeper after candidates" doc="policy.growthEvery" />
          <NumberField path="plan.controller.policy.growthLayers" label="Layers deeper" doc="policy.growthLayers" />
        </>
      )}
      {kind === 'PPO' && (
        <>
          <NumberField path="plan.controller.policy.clip" label="Clip" doc="policy.clip" decimal />
          <NumberField path="plan.controller.policy.passes" label="Passes a batch" doc="policy.passes" />
        </>
      )}
      <CheckField path="plan.controller.policy.normalise" label="Scale advantages" doc="policy.normalise" />
      <CheckField path="plan.controller.policy.safeguards" label="Safeguards against settling early" doc="policy.safeguards" />
    </>
  );
}
