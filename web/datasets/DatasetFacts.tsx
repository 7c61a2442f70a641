'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatShare } from '../plots/format.ts';
import { formatMoment } from '../shell/moments.ts';
import type { DatasetDetail } from './DatasetView.tsx';
import classes from './datasets.module.css';
import { formatBytes, noiseWords, shortHash, sizeWords } from './words.ts';

/** What is known of a version, line by line: size, numbers, provenance, licence, split, normalisation, versions, use. */
export function DatasetFacts({ dataset }: { dataset: DatasetDetail }) {
  const { normalisation, shares, origin, createdBy, perturbation, versions, searches, searchCount } = dataset;
  const digits = (values: number[]) => values.map((value) => value.toFixed(4)).join(', ');
  const noise = noiseWords(perturbation);
  return (
    <dl className={classes.facts}>
      <Fact name="Pictures">{sizeWords(dataset)}</Fact>
      <Fact name="Splits">
        {[
          `${dataset.trainCount.toLocaleString('en')} train`,
          `${dataset.validationCount.toLocaleString('en')} validation`,
          dataset.testCount > 0 && `${dataset.testCount.toLocaleString('en')} test`,
        ]
          .filter(Boolean)
          .join(', ')}
        {shares && (
          <span className={classes.dim}>
            {' '}
            (shares {formatShare(shares.validation)} and {formatShare(shares.test)}, seed {shares.seed})
          </span>
        )}
      </Fact>
      {dataset.multiLabel && <Fact name="Labels">a picture may have several classes, or none</Fact>}
      {noise && perturbation && (
        <Fact name="Derived">
          {perturbation.of ? (
            <Link href={`/datasets/${perturbation.of.id}`} className="hp-link">
              {perturbation.of.name}
            </Link>
          ) : (
            'another dataset'
          )}{' '}
          with {noise}
        </Fact>
      )}
      <Fact name="Source">{dataset.source ?? 'not stated'}</Fact>
      <Fact name="Licence">{dataset.licence ?? 'not stated'}</Fact>
      {dataset.citation && <Fact name="Cite">{dataset.citation}</Fact>}
      {origin && (
        <Fact name="Made of">
          {origin.fileName}, {formatBytes(Number(origin.size))}
          {origin.smallestSide != null && `; smallest side ${origin.smallestSide} pixels`}
          {origin.crop && '; cut to squares'}
        </Fact>
      )}
      <Fact name="Added">
        {dataset.builtIn ? 'comes with the platform' : `${createdBy ? `by ${createdBy.name}, ` : ''}${formatMoment(dataset.createdAt)}`}
      </Fact>
      {normalisation && (
        <Fact name="Normalisation">
          mean {digits(normalisation.mean)}; deviation {digits(normalisation.deviation)}
        </Fact>
      )}
      <Fact name="Version">
        <span className={`hp-mono ${classes.hash}`} title={dataset.contentHash}>
          {shortHash(dataset.contentHash)}
        </span>
        {versions.length > 1 && (
          <span className={classes.dim}>
            {' '}
            of {versions.length}:{' '}
            {versions
              .filter(({ id }) => id !== dataset.id)
              .map(({ id, contentHash, createdAt }, i) => (
                <span key={id}>
                  {i > 0 && ', '}
                  <Link href={`/datasets/${id}`} className="hp-link" title={formatMoment(createdAt)}>
                    {shortHash(contentHash)}
                  </Link>
                </span>
              ))}
          </span>
        )}
      </Fact>
      <Fact name="Used by">
        {searchCount === 0
          ? 'no search of this team'
          : searches.map(({ id, name }, i) => (
              <span key={id}>
                {i > 0 && ', '}
                <Link href={`/searches/${id}`} className="hp-link">
                  {name}
                </Link>
              </span>
            ))}
        {searchCount > searches.length && ` and ${searchCount - searches.length} more`}
      </Fact>
    </dl>
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
