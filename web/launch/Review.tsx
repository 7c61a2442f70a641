'use client';
import { Button, Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TimeRange } from '../../schema/forecast/time-left.ts';
import { timeRangeText } from '../../schema/forecast/words.ts';
import { printNotation } from '../../schema/networks/notation.ts';
import { Network } from '../candidate/Network.tsx';
import { pathInWords } from '../lib/code-names.ts';
import { formatCount } from '../plots/format.ts';
import classes from './launch.module.css';
import type { Measured } from './useMeasure.ts';

interface Props {
  measured: Measured | null;
  busy: boolean;
  /** undefined while it is asked for, null without workers. */
  time: TimeRange | null | undefined;
  /** Floating-point operations of all trainings, as expected. */
  flops: number | null | undefined;
  candidates: number;
  problems: [path: string, message: string][];
  onProblem: (path: string) => void;
  onDraw: () => void;
  children: ReactNode;
}

/** What this search would be: how many networks there are, how large, one of them, how long it takes, and what is wrong. */
export function Review({ measured, busy, time, flops, candidates, problems, onProblem, onDraw, children }: Props) {
  return (
    <section aria-labelledby="launch-review" className={classes.review}>
      <h2 id="launch-review" className={classes.sectionTitle}>
        Review
      </h2>
      <dl className={classes.facts} data-busy={busy || undefined}>
        <Fact name="Networks in the space">{measured ? wholeNumber(measured.count) : <Skeleton height={16} width={120} />}</Fact>
        <Fact name="Trained">
          {measured && Number.isFinite(candidates) ? `${candidates.toLocaleString('en')}${share(candidates, measured.count)}` : '–'}
        </Fact>
        <Fact name="Smallest">{measured?.smallest ? `${formatCount(measured.smallest.parameters)} parameters` : '…'}</Fact>
        <Fact name="Largest">{measured?.largest ? `${formatCount(measured.largest.parameters)} parameters` : '…'}</Fact>
        <Fact name="Takes">{duration(time, problems.length > 0)}</Fact>
        <Fact name="Computes">{typeof flops === 'number' && problems.length === 0 ? `about ${formatCount(flops)}FLOP` : '–'}</Fact>
      </dl>
      {problems.length > 0 && (
        <div role="status" className={classes.problems}>
          <strong>{problems.length === 1 ? 'One field needs a look' : `${problems.length} fields need a look`}</strong>
          <ul>
            {problems.slice(0, 6).map(([path, message]) => (
              <li key={path}>
                <button type="button" onClick={() => onProblem(path)}>
                  {pathInWords(path)}
                </button>{' '}
                {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {children}
      {measured && (
        <div className={classes.example}>
          <div className={classes.sectionHead}>
            <h3 className={classes.exampleTitle}>One of them</h3>
            <Button variant="default" size="compact-xs" onClick={onDraw}>
              Another
            </Button>
          </div>
          <Text size="xs" className="hp-mono" style={{ overflowWrap: 'anywhere' }}>
            {printNotation(measured.example)}
          </Text>
          <Network architecture={measured.example} />
        </div>
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Exact, with separators; it may be larger than a double holds. */
function wholeNumber(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

function share(candidates: number, count: string): string {
  const part = candidates / Number(count);
  if (part >= 1) return ', all of them';
  return part < 0.0001 ? '' : ` (${(100 * part).toPrecision(2)}%)`;
}

function duration(time: TimeRange | null | undefined, wrong: boolean): string {
  if (wrong) return '–';
  if (time === undefined) return '…';
  return time === null ? 'not known: no worker is there' : timeRangeText(time);
}
