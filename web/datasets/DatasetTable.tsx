'use client';
import { Badge } from '@mantine/core';
import Link from 'next/link';
import { formatCount } from '../plots/format.ts';
import classes from './datasets.module.css';
import { noiseWords, shortHash, sizeWords, totalOf, type Version } from './words.ts';

/** Datasets, one version a row; the whole row opens it. */
export function DatasetTable({ datasets }: { datasets: readonly Version[] }) {
  return (
    <div className={classes.scroll}>
      <table className={`hp-table ${classes.list}`}>
        <thead>
          <tr>
            <th scope="col">Dataset</th>
            <th scope="col">Pictures</th>
            <th scope="col" className="hp-number">
              Train
            </th>
            <th scope="col" className="hp-number hp-wide">
              Validation
            </th>
            <th scope="col" className="hp-number hp-wide">
              Test
            </th>
            <th scope="col" className="hp-number">
              Classes
            </th>
            <th scope="col" className="hp-wide">
              From
            </th>
            <th scope="col" className="hp-wide">
              Version
            </th>
            <th scope="col" className="hp-number">
              Used by
            </th>
          </tr>
        </thead>
        <tbody>
          {datasets.map((dataset) => (
            <Row key={dataset.id} dataset={dataset} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ dataset }: { dataset: Version }) {
  const { id, name, builtIn, older, source, perturbation, searchCount } = dataset;
  const noise = noiseWords(perturbation);
  const from =
    noise && perturbation
      ? `${perturbation.of?.name ?? 'another dataset'} with ${noise}`
      : (source ?? (builtIn ? 'the platform' : 'the team'));
  return (
    <tr className={classes.row} data-older={older || undefined}>
      <th scope="row" className={classes.name}>
        <Link href={`/datasets/${id}`} className={classes.link} data-dataset-link="">
          {name}
        </Link>
        {older && (
          <Badge ml={8} color="gray">
            older version
          </Badge>
        )}
        {noise && (
          <Badge ml={8} color="grape">
            noise
          </Badge>
        )}
      </th>
      <td className={classes.size}>{sizeWords(dataset)}</td>
      <td className="hp-number" title={`${totalOf(dataset).toLocaleString('en')} in all`}>
        {dataset.trainCount.toLocaleString('en')}
        <span className={classes.unit}> train</span>
      </td>
      <td className="hp-number hp-wide">{dataset.validationCount.toLocaleString('en')}</td>
      <td className="hp-number hp-wide">{dataset.testCount > 0 ? dataset.testCount.toLocaleString('en') : '–'}</td>
      <td className={`hp-number ${classes.classCount}`}>
        {dataset.classes.length > 0 ? dataset.classes.length : '–'}
        {dataset.multiLabel && <span className={classes.dim}> several each</span>}
      </td>
      <td className={`hp-wide ${classes.from}`} title={from}>
        {from}
      </td>
      <td className={`hp-wide hp-mono ${classes.hash}`} title={dataset.contentHash}>
        {shortHash(dataset.contentHash)}
      </td>
      <td className={`hp-number ${classes.used}`}>
        {searchCount === 0 ? (
          <span className={classes.dim}>no search</span>
        ) : (
          `${formatCount(searchCount)} ${searchCount === 1 ? 'search' : 'searches'}`
        )}
      </td>
    </tr>
  );
}
