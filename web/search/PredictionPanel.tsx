'use client';
import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { type ReactNode, useEffect, useMemo } from 'react';
import { SearchPredictionsDocument } from '../lib/operations.generated.ts';
import { usePlotColors } from '../plots/colors.ts';
import { Figure, LegendItem } from '../plots/Figure.tsx';
import { formatValue } from '../plots/format.ts';
import { Plane } from '../plots/Plane.tsx';
import type { PlanePoint } from '../plots/plane.ts';
import { errorSentence, savedSentence } from './predictions.ts';
import classes from './search.module.css';

interface Props {
  searchId: string;
  onOpen: (number: number) => void;
  hint: (number: number) => ReactNode;
  /** Is given what reads everything again. */
  onReady: (reload: () => void) => void;
}

const AXES = { x: 'predicted', y: 'reward at the end' };

/** How well the search predicts final rewards, on the candidates that ran to the end, and what it saved. Nothing for one that predicts none. */
export function PredictionPanel({ searchId, onOpen, hint, onReady }: Props) {
  const colors = usePlotColors();
  const { data, error, refetch } = useQuery(SearchPredictionsDocument, { variables: { id: searchId } });
  useEffect(() => onReady(() => void refetch().catch(() => null)), [onReady, refetch]);
  const found = data?.search?.predictions;
  const candidates = found?.points;
  const points = useMemo<PlanePoint[]>(
    () => (candidates ?? []).map(({ predicted, reward, unbiased }) => ({ x: predicted, y: reward, mark: 'dot', color: unbiased ? 1 : 0 })),
    [candidates],
  );
  if (!found) return error ? <Text size="sm">The predictions cannot be read now: {error.message}</Text> : null;
  return (
    <section>
      <h2 className={classes.heading}>Stopped by prediction</h2>
      <Text size="sm" c="dimmed" mb="xs">
        {savedSentence(found)} Of those that run to the end whatever is predicted: {errorSentence(found.unbiased)}.
      </Text>
      <Figure
        label="Predicted against true"
        summary={errorSentence(found.error)}
        table={() => ({
          head: ['Candidate', 'Predicted', 'From', 'To', 'At the end', 'Ran to the end'],
          rows: found.points.map((each) => [
            `#${each.number}`,
            ...[each.predicted, each.low, each.high, each.reward].map(formatValue),
            each.unbiased ? 'in any case' : 'since it was promising',
          ]),
        })}
        legend={
          <>
            <LegendItem mark="dot" color={colors.series[0]}>
              promising
            </LegendItem>
            <LegendItem mark="dot" color={colors.series[1]}>
              in full in any case
            </LegendItem>
            <LegendItem mark="dashed" color={colors.text}>
              as predicted
            </LegendItem>
          </>
        }
      >
        <Plane
          points={points}
          axes={AXES}
          same
          height={240}
          onOpen={(index) => onOpen(found.points[index]!.number)}
          hint={(index) => {
            const each = found.points[index];
            return (
              each && (
                <>
                  {hint(each.number)}
                  <span className={classes.hint}>
                    <span>
                      predicted {formatValue(each.predicted)} ({formatValue(each.low)} to {formatValue(each.high)})
                    </span>
                  </span>
                </>
              )
            );
          }}
        />
      </Figure>
    </section>
  );
}
