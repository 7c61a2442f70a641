'use client';
import { SegmentedControl, Select } from '@mantine/core';
import { rewardsFor } from '../../schema/plans/rewards.ts';
import type { SpaceLimits } from '../../schema/spaces/limits.ts';
import { REWARD_LABELS } from '../search/filters.ts';
import { useDocs, useLaunchForm } from './context.ts';
import { CheckField, ChoiceField, Fields, NumberField, Section, TextField } from './fields.tsx';
import { fitsForm, type KnownDataset, type KnownSpace } from './input.ts';
import { LossHelp } from './LossHelp.tsx';
import { limitsValues, withFamily } from './values.ts';

export function DatasetSection({ datasets }: { datasets: readonly KnownDataset[] }) {
  const form = useLaunchForm();
  const chosen = datasets.find(({ id }) => id === form.values.datasetId);
  return (
    <Section title="Dataset" id="launch-dataset">
      <Fields>
        <TextField path="name" label="Name of the search" doc="search.name" />
        <Select
          label="Images"
          data={datasets.map(({ id, name }) => ({ value: id, label: name }))}
          allowDeselect={false}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          description={
            chosen &&
            `${chosen.height} × ${chosen.width} × ${chosen.channels}, ${chosen.classes.length} classes, ${chosen.trainCount.toLocaleString('en')} to train, ${chosen.validationCount.toLocaleString('en')} held out.`
          }
          {...form.getInputProps('datasetId')}
        />
        <NumberField path="plan.training.trainImages" label="Training images" doc="training.trainImages" empty="all" />
        <NumberField path="plan.training.validationImages" label="Validation images" doc="training.validationImages" empty="all" />
      </Fields>
    </Section>
  );
}

/** `space`: the kept space that the limits are, null for limits of one's own. */
export function SpaceSection({ spaces, space }: { spaces: readonly KnownSpace[]; space: KnownSpace | null }) {
  const form = useLaunchForm();
  const docs = useDocs();
  const { kind } = form.values.limits;
  const kept = spaces.filter(({ limits }) => (limits as SpaceLimits).kind === kind && fitsForm(limits as SpaceLimits));
  return (
    <Section
      title="Space"
      id="launch-space"
      aside={
        <SegmentedControl
          aria-label="Family of networks"
          data={[
            { value: 'CHAIN', label: 'Classifiers' },
            { value: 'VARIATIONAL', label: 'Variational autoencoders' },
          ]}
          value={kind}
          onChange={(value) => value !== kind && form.setValues(withFamily(form.values, value as SpaceLimits['kind']))}
        />
      }
    >
      <Fields>
        <Select
          label="Start from"
          placeholder="your own limits"
          description={space ? docs(`spaceKind.${kind}`) : 'Limits of its own, for this search only.'}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          data={kept.map(({ id, name }) => ({ value: id, label: name }))}
          value={space?.id ?? null}
          onChange={(id) => {
            const taken = kept.find((each) => each.id === id);
            if (taken) form.setFieldValue('limits', limitsValues(taken.limits as SpaceLimits));
          }}
          error={form.errors.limits ?? form.errors.spaceId}
        />
        {kind === 'CHAIN' ? <ChainFields /> : <VariationalFields />}
      </Fields>
    </Section>
  );
}

function ChainFields() {
  return (
    <>
      <ChoiceField
        path="limits.rules"
        label="Rules"
        doc="chain.rules"
        choices={[
          { value: 'THESIS', label: 'Thesis', doc: 'rules.THESIS' },
          { value: 'METAQNN', label: 'MetaQNN', doc: 'rules.METAQNN' },
        ]}
      />
      <TextField path="limits.filters" label="Filters" doc="chain.filters" mono />
      <TextField path="limits.kernels" label="Kernels" doc="chain.kernels" more="Pixels." mono />
      <TextField path="limits.pools" label="Pools" doc="chain.pools" more="As (size,stride)." mono />
      <TextField path="limits.units" label="Fully connected units" doc="chain.units" mono />
      <NumberField path="limits.maxLayers" label="Layers at most" doc="chain.maxLayers" />
      <CheckField path="limits.globalAveragePool" label="Global average pooling" doc="chain.globalAveragePool" />
    </>
  );
}

function VariationalFields() {
  return (
    <>
      <TextField path="limits.latent" label="Latent sizes" doc="variational.latent" mono />
      <TextField path="limits.filters" label="Filters" doc="variational.filters" mono />
      <TextField path="limits.kernels" label="Kernels" doc="variational.kernels" more="Pixels." mono />
      <NumberField path="limits.stride" label="Stride" doc="variational.stride" />
      <NumberField path="limits.maxEncoderLayers" label="Encoder layers at most" doc="variational.maxEncoderLayers" />
      <NumberField path="limits.maxDecoderLayers" label="Decoder layers at most" doc="variational.maxDecoderLayers" />
    </>
  );
}

export function ControllerSection() {
  const { plan } = useLaunchForm().values;
  return (
    <Section title="Controller" id="launch-controller">
      <Fields>
        <ChoiceField
          path="plan.controller.kind"
          label="Algorithm"
          doc="controller.kind"
          choices={[
            { value: 'Q_LEARNING', label: 'Q-learning (MetaQNN)', doc: 'controllerKind.Q_LEARNING' },
            { value: 'RANDOM', label: 'Random search', doc: 'controllerKind.RANDOM' },
          ]}
        />
        <ChoiceField
          path="plan.reward"
          label="Reward"
          doc="plan.reward"
          choices={rewardsFor(plan.training.task).map((value) => ({ value, label: REWARD_LABELS[value], doc: `reward.${value}` }))}
        />
        {plan.controller.kind === 'Q_LEARNING' && (
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
            <TextField
              path="plan.controller.epsilon"
              label="Epsilon schedule"
              doc="controller.epsilon"
              more="As epsilon:candidates."
              mono
              wide
            />
          </>
        )}
      </Fields>
    </Section>
  );
}

/** `pixels`: of an image, all channels. `latent`: sizes in the space. */
export function TrainingSection({ pixels, latent }: { pixels: number; latent: readonly number[] }) {
  const { training } = useLaunchForm().values.plan;
  const { kind, errorDeviation, beta } = training.loss;
  return (
    <Section title="Training" id="launch-training">
      <Fields>
        <NumberField path="plan.training.epochs" label="Epochs" doc="training.epochs" />
        <NumberField path="plan.training.batchSize" label="Batch size" doc="training.batchSize" />
        <ChoiceField
          path="plan.training.optimizer.kind"
          label="Optimizer"
          doc="optimizer.kind"
          choices={[
            { value: 'ADAM', label: 'Adam', doc: 'optimizerKind.ADAM' },
            { value: 'SGD', label: 'SGD', doc: 'optimizerKind.SGD' },
          ]}
        />
        <NumberField
          path="plan.training.optimizer.learningRate"
          label="Learning rate of the weights"
          doc="optimizer.learningRate"
          decimal
        />
        <NumberField path="plan.training.optimizer.decay" label="Decay" doc="optimizer.decay" decimal />
        <NumberField path="plan.training.optimizer.decayEvery" label="Decay every" doc="optimizer.decayEvery" empty="never" />
        <NumberField path="plan.training.optimizer.weightDecay" label="Weight decay" doc="optimizer.weightDecay" decimal />
        <NumberField path="plan.training.timeoutSeconds" label="Time-out" doc="training.timeoutSeconds" more="Seconds." />
        {training.task === 'CLASSIFICATION' && (
          <NumberField path="plan.training.chanceRetries" label="New starts at chance" doc="training.chanceRetries" />
        )}
        {training.task === 'VARIATIONAL' && (
          <>
            <ChoiceField
              path="plan.training.loss.kind"
              label="Loss"
              doc="loss.kind"
              choices={[
                { value: 'REFORMULATED', label: 'Reformulated (eq. 8.1)', doc: 'lossKind.REFORMULATED' },
                { value: 'VANILLA', label: 'Vanilla (eq. 7.13)', doc: 'lossKind.VANILLA' },
              ]}
            />
            {kind === 'REFORMULATED' && (
              <NumberField path="plan.training.loss.errorDeviation" label="E" doc="loss.errorDeviation" decimal />
            )}
            <NumberField path="plan.training.loss.beta" label="beta" doc="loss.beta" decimal />
          </>
        )}
      </Fields>
      <LossHelp loss={{ kind, errorDeviation: Number(errorDeviation), beta: Number(beta) }} pixels={pixels} latent={latent} />
    </Section>
  );
}

export function BudgetSection() {
  return (
    <Section title="Budget" id="launch-budget">
      <Fields>
        <NumberField path="plan.budget.candidates" label="Networks" doc="budget.candidates" />
        <NumberField path="plan.budget.seconds" label="Seconds" doc="budget.seconds" empty="no limit" />
        <NumberField path="plan.parallelism" label="In flight at once" doc="plan.parallelism" />
        <NumberField path="plan.seed" label="Seed" doc="plan.seed" />
      </Fields>
    </Section>
  );
}
