'use client';
import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import Link from 'next/link';
import { Sheet, sampleOf } from '../candidate/Sheet.tsx';
import { sheetScale, sheetSize } from '../gallery/tiles.ts';
import { RankedPicturesDocument, type SamplePartsFragment } from '../lib/operations.generated.ts';
import { formatValue } from '../plots/format.ts';
import classes from './rankings.module.css';
import { formatRank, type Ranked } from './slopes.ts';

const WIDTH = 224;

interface Side {
  searchId: string;
  name: string;
}

/** The network under the pointer: its ranks, its rewards, what it generated in both, and where to read more. */
export function Details({ row, left, right }: { row: Ranked | null; left: Side; right: Side }) {
  const [resting] = useDebouncedValue(row, 120);
  const { data } = useQuery(RankedPicturesDocument, {
    variables: { first: resting?.first.id ?? '', second: resting?.second.id ?? '' },
    skip: !resting,
  });
  if (!row)
    return (
      <p className={classes.hint}>Point at a line, or walk through the list with the arrow keys; a click or Enter opens the candidate.</p>
    );
  const current = data && resting?.first.id === row.first.id ? data : null;
  const sides = [
    { ...left, number: row.first.number, rank: row.firstRank, value: row.firstValue, samples: current?.first?.samples },
    ...(left.searchId === right.searchId
      ? []
      : [{ ...right, number: row.second.number, rank: row.secondRank, value: row.secondValue, samples: current?.second?.samples }]),
  ];
  return (
    <div className={classes.details}>
      <code className={classes.notation}>{row.first.notation}</code>
      <div className={classes.ranks}>
        rank {formatRank(row.firstRank)} → {formatRank(row.secondRank)} · {left.name} {formatValue(row.firstValue)} · {right.name}{' '}
        {formatValue(row.secondValue)}
      </div>
      <div className={classes.pictures}>
        {sides.map(({ searchId, name, number, samples }) => (
          <div key={searchId}>
            <Link className="hp-link" href={`/searches/${searchId}/candidates/${number}`}>
              #{number}, {name}
            </Link>
            {samples && <Thumbnail samples={samples} number={number} />}
          </div>
        ))}
      </div>
    </div>
  );
}

function Thumbnail({ samples, number }: { samples: readonly SamplePartsFragment[]; number: number }) {
  const sample = sampleOf(samples, 'GENERATED');
  return sample && <Sheet sample={sample} number={number} scale={sheetScale(sheetSize(sample).width, WIDTH)} eager />;
}
