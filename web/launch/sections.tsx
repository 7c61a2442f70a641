'use client';
import { Select } from '@mantine/core';
import { lossesFor, scopesFor } from '../../schema/plans/check.ts';
import type { LossPlan, OptimizerPlan, Scope } from '../../schema/plans/plan.ts';
import type { SpaceLimits } from '../../schema/spaces/limits.ts';
import { useLaunchForm } from './context.ts';
import { CheckField, type Choice, ChoiceField, Fields, NumberField, Section, TextField } from './fields.tsx';
import { MacroFields, MicroFields, NasFields } from './GraphFields.tsx';
import { fitsForm, type KnownDataset, type KnownSpace } from './input.ts';
import { LossHelp } from './LossHelp.tsx';
import { limitsValues, withFamily } from './values.ts';

export function DatasetSection({ datasets }: { datasets: readonly KnownDataset[] }) {
  const form = useLaunchForm();
  const chosen = datasets.find(({ id }) => id === form.values.datasetId);
  const unit = chosen?.kind === 'TEXT' ? 'tokens' : 'images';
  return (
    <Section title="Dataset" id="launch-dataset">
      <Fields>
        <TextField path="name" label="Name of the search" doc="search.name" />
        <Select
          label="Data"
          data={datasets.map(({ id, name }) => ({ value: id, label: name }))}
          allowDeselect={false}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          description={
            chosen &&
            `${contentOf(chosen)}, ${chosen.trainCount.toLocaleString('en')} to train, ${chosen.validationCount.toLocaleString('en')} held out.`
          }
          {...form.getInputProps('datasetId')}
        />
        <NumberField path="plan.training.trainImages" label={`Training ${unit}`} doc="training.trainImages" empty="all" />
        <NumberField path="plan.training.validationImages" label={`Validation ${unit}`} doc="training.validationImages" empty="all" />
      </Fields>
    </Section>
  );
}

const contentOf = ({ kind, height, width, channels, classes, vocabularySize }: KnownDataset) =>
  kind === 'TEXT'
    ? `Text, ${vocabularySize?.toLocaleString('en')} different tokens`
    : `${height} × ${width} × ${channels}, ${classes.length} classes`;

/** `space`: the kept space that the limits are, null for limits of one's own. */
export function SpaceSection({
  spaces,
  space,
  multiLabel,
}: {
  spaces: readonly KnownSpace[];
  space: KnownSpace | null;
  multiLabel: boolean;
}) {
  const form = useLaunchForm();
  const { kind } = form.values.limits;
  const kept = spaces.filter(({ limits }) => (limits as SpaceLimits).kind === kind && fitsForm(limits as SpaceLimits));
  return (
    <Section title="Space" id="launch-space">
      <Fields>
        <ChoiceField
          path="limits.kind"
          label="Family of networks"
          doc="spaceKind"
          choices={FAMILIES}
          onPick={(value) => value !== kind && form.setValues(withFamily(form.values, value as SpaceLimits['kind'], multiLabel))}
        />
        <Select
          label="Start from"
          placeholder="your own limits"
          description={space ? 'A kept space, as it is.' : 'Limits of its own, for this search only.'}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          data={kept.map(({ id, name }) => ({ value: id, label: name }))}
          value={space?.id ?? null}
          onChange={(id) => {
            const taken = kept.find((each) => each.id === id);
            if (taken) form.setFieldValue('limits', limitsValues(taken.limits as SpaceLimits));
          }}
          error={form.errors.limits ?? form.errors.spaceId}
        />
        <FamilyFields kind={kind} />
      </Fields>
    </Section>
  );
}

function FamilyFields({ kind }: { kind: SpaceLimits['kind'] }) {
  switch (kind) {
    case 'CHAIN':
      return <ChainFields />;
    case 'RECURRENT':
      return <RecurrentFields />;
    case 'NAS':
      return <NasFields />;
    case 'MACRO':
      return <MacroFields />;
    case 'MICRO':
      return <MicroFields />;
    default:
      return <OtherFields kind={kind} />;
  }
}

const FAMILIES: Choice[] = [
  { value: 'CHAIN', label: 'Classifiers', doc: 'spaceKind.CHAIN' },
  { value: 'PYRAMID', label: 'Classifiers with a spatial pyramid', doc: 'spaceKind.PYRAMID' },
  { value: 'AUTOENCODER', label: 'Symmetric autoencoders', doc: 'spaceKind.AUTOENCODER' },
  { value: 'VARIATIONAL', label: 'Variational autoencoders', doc: 'spaceKind.VARIATIONAL' },
  { value: 'GENERATOR', label: 'Generators', doc: 'spaceKind.GENERATOR' },
  { value: 'RECURRENT', label: 'Recurrent cells', doc: 'spaceKind.RECURRENT' },
  { value: 'NAS', label: 'Classifiers of NAS, with skip connections', doc: 'spaceKind.NAS' },
  { value: 'MACRO', label: 'Classifiers of ENAS, macro search', doc: 'spaceKind.MACRO' },
  { value: 'MICRO', label: 'Classifiers of ENAS, cells', doc: 'spaceKind.MICRO' },
];

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
      <TextField path="limits.head" label="Fully connected layers of all" doc="chain.head" mono />
    </>
  );
}

function RecurrentFields() {
  return (
    <>
      <NumberField path="limits.nodes" label="Nodes" doc="recurrent.nodes" />
      <NumberField path="limits.cellUnits" label="Units" doc="recurrent.units" />
      <TextField path="limits.activations" label="Activations" doc="recurrent.activations" mono />
    </>
  );
}

/** Families whose networks are stacks of convolutions. */
function OtherFields({ kind }: { kind: Exclude<SpaceLimits['kind'], 'CHAIN' | 'RECURRENT' | 'NAS' | 'MACRO' | 'MICRO'> }) {
  const doc = (field: string) => `${kind.toLowerCase()}.${field}`;
  const hasLatent = kind === 'VARIATIONAL' || kind === 'GENERATOR';
  return (
    <>
      {hasLatent && <TextField path="limits.latent" label="Latent sizes" doc={doc('latent')} mono />}
      <TextField path="limits.filters" label="Filters" doc={doc('filters')} mono />
      <TextField path="limits.kernels" label="Kernels" doc={doc('kernels')} more="Pixels." mono />
      {kind !== 'PYRAMID' && <NumberField path="limits.stride" label="Stride" doc={doc('stride')} />}
      {kind === 'VARIATIONAL' ? (
        <>
          <NumberField path="limits.maxEncoderLayers" label="Encoder layers at most" doc={doc('maxEncoderLayers')} />
          <NumberField path="limits.maxDecoderLayers" label="Decoder layers at most" doc={doc('maxDecoderLayers')} />
        </>
      ) : (
        <NumberField path="limits.maxLayers" label="Layers at most" doc={doc('maxLayers')} />
      )}
      {kind === 'PYRAMID' && (
        <>
          <NumberField path="limits.levels" label="Levels of the pyramid" doc={doc('levels')} />
          <TextField path="limits.head" label="Fully connected layers of all" doc={doc('head')} mono />
        </>
      )}
    </>
  );
}

/** `pixels`: of an image, all channels. `latent`: sizes in the space. `multiLabel`: whether pictures may have several classes. */
export function TrainingSection({ pixels, latent, multiLabel }: { pixels: number; latent: readonly number[]; multiLabel: boolean }) {
  const { training } = useLaunchForm().values.plan;
  const { task, optimizer } = training;
  const { kind, errorDeviation, beta, warmUpEpochs } = training.loss;
  const losses = lossesFor(task, multiLabel);
  const scopes = scopesFor(task);
  return (
    <Section title="Training" id="launch-training">
      <Fields>
        <NumberField path="plan.training.epochs" label="Epochs" doc="training.epochs" />
        <NumberField path="plan.training.batchSize" label="Batch size" doc="training.batchSize" />
        <ChoiceField
          path="plan.training.loss.kind"
          label="Loss"
          doc="loss.kind"
          choices={losses.map((value) => ({ value, label: LOSS_NAMES[value], doc: `lossKind.${value}` }))}
        />
        {kind === 'REFORMULATED' && <NumberField path="plan.training.loss.errorDeviation" label="E" doc="loss.errorDeviation" decimal />}
        {task === 'VARIATIONAL' && (
          <>
            <NumberField path="plan.training.loss.beta" label="beta" doc="loss.beta" decimal />
            <NumberField path="plan.training.loss.warmUpEpochs" label="Warm-up of beta" doc="loss.warmUpEpochs" more="Epochs." />
          </>
        )}
        {scopes.length > 1 && (
          <ChoiceField
            path="plan.training.scope"
            label="What learns"
            doc="training.scope"
            choices={scopes.map((value) => ({ value, label: SCOPE_NAMES[value], doc: `scope.${value}` }))}
          />
        )}
        <NumberField path="plan.training.initialisations" label="First weights" doc="training.initialisations" />
        {task === 'CLASSIFICATION' && (
          <NumberField path="plan.training.chanceRetries" label="New starts at chance" doc="training.chanceRetries" />
        )}
        {task === 'ADVERSARIAL' && (
          <TextField path="plan.training.discriminator" label="Discriminator" doc="training.discriminator" mono wide />
        )}
        {task === 'LANGUAGE_MODELLING' ? (
          <>
            <NumberField path="plan.training.language.sequenceLength" label="Sequence length" doc="language.sequenceLength" />
            <NumberField path="plan.training.language.dropout" label="Dropout" doc="language.dropout" decimal />
          </>
        ) : (
          <CheckField path="plan.training.batchNormalisation" label="Batch normalisation" doc="training.batchNormalisation" />
        )}
        <NumberField path="plan.training.patience" label="Patience" doc="training.patience" empty="never ends early" />
        <NumberField path="plan.training.timeoutSeconds" label="Time-out" doc="training.timeoutSeconds" more="Seconds." />
      </Fields>
      <OptimizerFields kind={optimizer.kind} schedule={optimizer.schedule} />
      <LossHelp
        loss={{ kind, errorDeviation: Number(errorDeviation), beta: Number(beta), warmUpEpochs: Number(warmUpEpochs) }}
        pixels={pixels}
        latent={latent}
      />
    </Section>
  );
}

const LOSS_NAMES: Record<LossPlan['kind'], string> = {
  CROSS_ENTROPY: 'Negative log-likelihood',
  BINARY_CROSS_ENTROPY: 'Binary cross entropy',
  MEAN_SQUARED_ERROR: 'Mean squared error',
  VANILLA: 'Vanilla (eq. 7.13)',
  REFORMULATED: 'Reformulated (eq. 8.1)',
  MINIMAX: 'Minimax',
  NON_SATURATING: 'Non-saturating',
};
const SCOPE_NAMES: Record<Scope, string> = {
  FULL: 'The whole network',
  CLASSIFIER_ONLY: 'The classifier',
  DECODER_ONLY: 'The decoder',
};

function OptimizerFields({ kind, schedule }: Pick<OptimizerPlan, 'kind' | 'schedule'>) {
  const form = useLaunchForm();
  const at = 'plan.training.optimizer';
  return (
    <Fields>
      <ChoiceField
        path={`${at}.kind`}
        label="Optimizer"
        doc="optimizer.kind"
        choices={[
          { value: 'ADAM', label: 'Adam', doc: 'optimizerKind.ADAM' },
          { value: 'SGD', label: 'SGD', doc: 'optimizerKind.SGD' },
          { value: 'RMSPROP', label: 'RMSProp', doc: 'optimizerKind.RMSPROP' },
        ]}
        onPick={(value) => {
          form.setFieldValue(`${at}.kind`, value as OptimizerPlan['kind']);
          // what the other rule does not know
          form.setFieldValue(`${at}.momentum`, 0);
          form.setFieldValue(`${at}.nesterov`, false);
        }}
      />
      <NumberField path={`${at}.learningRate`} label="Learning rate of the weights" doc="optimizer.learningRate" decimal />
      {kind !== 'ADAM' && <NumberField path={`${at}.momentum`} label="Momentum" doc="optimizer.momentum" decimal />}
      {kind === 'SGD' && <CheckField path={`${at}.nesterov`} label="Nesterov" doc="optimizer.nesterov" />}
      <ChoiceField
        path={`${at}.schedule`}
        label="Schedule"
        doc="optimizer.schedule"
        choices={[
          { value: 'CONSTANT', label: 'Constant', doc: 'schedule.CONSTANT' },
          { value: 'STEP', label: 'Steps', doc: 'schedule.STEP' },
          { value: 'COSINE', label: 'Cosine', doc: 'schedule.COSINE' },
        ]}
        onPick={(value) => {
          form.setFieldValue(`${at}.schedule`, value as OptimizerPlan['schedule']);
          form.setFieldValue(`${at}.decayEvery`, value === 'STEP' ? 5 : '');
          if (value === 'STEP') form.setFieldValue(`${at}.decay`, 0.2);
          // what the other schedules do not know
          form.setFieldValue(`${at}.restartEvery`, '');
          form.setFieldValue(`${at}.restartFactor`, 1);
          form.setFieldValue(`${at}.lowestShare`, 0);
        }}
      />
      {schedule === 'STEP' && (
        <>
          <NumberField path={`${at}.decay`} label="Decay" doc="optimizer.decay" decimal />
          <NumberField path={`${at}.decayEvery`} label="Decay every" doc="optimizer.decayEvery" more="Epochs." />
        </>
      )}
      {schedule === 'COSINE' && (
        <>
          <NumberField path={`${at}.lowestShare`} label="Down to" doc="optimizer.lowestShare" more="Of the learning rate." decimal />
          <NumberField path={`${at}.restartEvery`} label="Restart after" doc="optimizer.restartEvery" empty="never" more="Epochs." />
          <NumberField path={`${at}.restartFactor`} label="Then longer by" doc="optimizer.restartFactor" decimal />
        </>
      )}
      <NumberField path={`${at}.warmUpEpochs`} label="Warm-up" doc="optimizer.warmUpEpochs" more="Epochs." decimal />
      <NumberField path={`${at}.weightDecay`} label="Weight decay" doc="optimizer.weightDecay" decimal />
      <NumberField path={`${at}.clipNorm`} label="Gradients at most" doc="optimizer.clipNorm" empty="no limit" decimal />
    </Fields>
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
