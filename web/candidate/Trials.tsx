'use client';
import { formatBytes } from '../../schema/networks/memory.ts';
import type { CandidateDetailFragment } from '../lib/operations.generated.ts';
import { formatSeconds, formatValue } from '../plots/format.ts';
import { type Phase, Phases } from '../plots/Phases.tsx';
import classes from './candidate.module.css';
import { FAILURE_LABELS, progressText } from './words.tsx';

type Trial = CandidateDetailFragment['trials'][number];

const SCOPES: Record<Trial['scope'], string> = { FULL: '', CLASSIFIER_ONLY: ', classifier only', DECODER_ONLY: ', decoder only' };

/** Every training: its attempts, who did it, how it ended, and where its seconds went. */
export function Trials({ trials }: { trials: readonly Trial[] }) {
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.trials}>
          <thead>
            <tr>
              <th scope="col">Training</th>
              <th scope="col">Status</th>
              <th scope="col">Attempt</th>
              <th scope="col">Batch</th>
              <th scope="col">Worker</th>
              <th scope="col">Time</th>
            </tr>
          </thead>
          <tbody>
            {trials.map((trial) => (
              <tr key={trial.id}>
                <td>
                  {trial.purpose.toLowerCase()}
                  {SCOPES[trial.scope]}
                </td>
                <td>
                  {trial.status === 'RUNNING' ? running(trial) : trial.status.toLowerCase().replace('_', ' ')}
                  {trial.waitsFor && `: ${trial.waitsFor}`}
                  {trial.failure && (
                    <span className={classes.failed}>
                      : {FAILURE_LABELS[trial.failure.reason]}. {trial.failure.message}
                    </span>
                  )}
                </td>
                <td>{trial.attempt}</td>
                <td>{batch(trial)}</td>
                <td>{trial.worker ? `${trial.worker.name} (${trial.worker.backend}, ${trial.worker.device})` : '–'}</td>
                <td>{formatSeconds(trial.seconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {trials.map(
        (trial) =>
          trial.phases && (
            <Phases
              key={trial.id}
              label={trials.length > 1 ? `Where the time went (${trial.purpose.toLowerCase()})` : 'Where the time went'}
              phases={phasesOf(trial.phases)}
            />
          ),
      )}
    </>
  );
}

/** What took any time, in the order in which it happens. Forward pass, gradients and update are one compiled loop: one number. */
export function phasesOf(phases: NonNullable<Trial['phases']>): Phase[] {
  const named: Phase[] = [
    { name: 'earlier attempts', seconds: phases.earlier },
    { name: 'data', seconds: phases.data },
    { name: 'compiling', seconds: phases.build },
    { name: 'forward, backward and update', seconds: phases.training },
    { name: 'evaluation', seconds: phases.evaluation },
    { name: 'judging', seconds: phases.judging },
    { name: 'samples', seconds: phases.samples },
    { name: 'waiting for the server', seconds: phases.waiting },
    { name: 'other', seconds: phases.other, rest: true },
  ];
  return named.filter(({ seconds }) => seconds > 0);
}

/** `32 (1.2 GiB)`: images, and the memory that their training is estimated to take. */
function batch({ batchSize, memoryBytes, memoryRetries }: Trial): string {
  if (batchSize === null) return '–';
  const memory = memoryBytes === null ? '' : ` (${formatBytes(memoryBytes)})`;
  return `${batchSize}${memory}${memoryRetries > 0 ? ', halved after running out of memory' : ''}`;
}

function running({ progress }: Trial): string {
  if (!progress) return 'running';
  if (progress.preparing) return progress.preparing;
  const loss = progress.loss === null ? '' : `, loss ${formatValue(progress.loss)}`;
  return `${progressText(progress)}, ${Math.round(progress.imagesPerSecond).toLocaleString('en')} images/s${loss}`;
}
