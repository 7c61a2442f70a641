'use client';
import { useQuery } from '@apollo/client/react';
import { Button, Kbd, SegmentedControl, Select, Text } from '@mantine/core';
import Link from 'next/link';
import { parseAsInteger, parseAsStringLiteral, useQueryState } from 'nuqs';
import { useCallback, useEffect, useState } from 'react';
import { useKeys } from '../lib/keys.tsx';
import { DatasetPageDocument, type DatasetPageQuery } from '../lib/operations.generated.ts';
import { useTitle } from '../lib/title.ts';
import { useTeam, useViewer } from '../lib/viewer.tsx';
import { Page } from '../shell/Page.tsx';
import { Empty, LoadingRows, Problem } from '../shell/states.tsx';
import { CountTable } from './CountTable.tsx';
import { DatasetFacts } from './DatasetFacts.tsx';
import classes from './datasets.module.css';
import { PerturbForm } from './PerturbForm.tsx';
import { Pictures } from './Pictures.tsx';
import { hideReady, useDatasetEvents } from './useDatasetEvents.ts';
import { skippedWords } from './words.ts';

export type DatasetDetail = NonNullable<DatasetPageQuery['dataset']>;

const SPLITS = ['TRAIN', 'VALIDATION', 'TEST'] as const;
const SPLIT_WORDS = { TRAIN: 'Train', VALIDATION: 'Validation', TEST: 'Test' } as const;

/** One version of a dataset: its pictures, how classes and sizes are spread, where it is from, and what was done to it. */
export function DatasetView({ id }: { id: string }) {
  const { id: teamId } = useTeam();
  const { data, error, refetch } = useQuery(DatasetPageDocument, { variables: { id, teamId } });
  const reload = useCallback(() => void refetch().catch(() => null), [refetch]);
  useDatasetEvents(data?.team?.latestCursor ?? null, reload);
  useTitle(data?.dataset?.name);
  // whoever looks at it need not be told that it is ready
  useEffect(() => hideReady(id), [id]);
  if (data?.dataset) return <Shown dataset={data.dataset} />;
  return (
    <Page title="Dataset">
      {error && <Problem error={error} onRetry={reload} />}
      {!data && !error && <LoadingRows rows={8} label="Loading the dataset" />}
      {data && !data.dataset && (
        <Empty title="There is no such dataset, or you may not see it" action={{ label: 'All datasets', href: '/datasets' }} />
      )}
    </Page>
  );
}

function Shown({ dataset }: { dataset: DatasetDetail }) {
  const { can } = useViewer();
  const { classes: names, classCounts, sizes, kind, skipped } = dataset;
  const counts = { TRAIN: dataset.trainCount, VALIDATION: dataset.validationCount, TEST: dataset.testCount };
  const splits = SPLITS.filter((each) => counts[each] > 0);
  const [split, setSplit] = useQueryState('split', parseAsStringLiteral(SPLITS).withDefault('TRAIN').withOptions({ history: 'replace' }));
  const [label, setLabel] = useQueryState('class', parseAsInteger.withOptions({ history: 'replace' }));
  const chosen = label !== null && label >= 0 && label < names.length ? label : null;
  const [perturbing, setPerturbing] = useState(false);
  const canPerturb = kind === 'IMAGES' && can('MEMBER');
  const turnClass = (by: 1 | -1) => {
    // all, then each class; the row is a ring
    const next = ((chosen ?? -1) + 1 + by + names.length + 1) % (names.length + 1);
    void setLabel(next === 0 ? null : next - 1);
  };
  useKeys([
    ...(canPerturb ? [{ keys: 'p', label: 'Add noise: a dataset derived from this one', run: () => setPerturbing(true) }] : []),
    ...(kind === 'IMAGES'
      ? [
          { keys: 'l', label: 'Pictures of the next class', run: () => turnClass(1) },
          { keys: 'h', label: 'Pictures of the class before', run: () => turnClass(-1) },
          {
            keys: 's',
            label: 'Pictures of the next split',
            run: () => void setSplit(splits[(splits.indexOf(split as never) + 1) % splits.length]!),
          },
        ]
      : []),
  ]);
  const words = `${SPLIT_WORDS[split]} pictures of ${chosen === null ? 'all classes' : names[chosen]}`;
  const columns = splits.map((each) => SPLIT_WORDS[each]);
  const partsOf = (count: { train: number; validation: number; test: number }) =>
    splits.map((each) => ({ TRAIN: count.train, VALIDATION: count.validation, TEST: count.test })[each]);
  return (
    <Page
      title={
        <>
          <Link href="/datasets" className="hp-link">
            Datasets
          </Link>{' '}
          › {dataset.name}
        </>
      }
      actions={
        canPerturb && (
          <Button variant="default" onClick={() => setPerturbing(true)} rightSection={<Kbd size="xs">p</Kbd>} aria-keyshortcuts="p">
            Add noise
          </Button>
        )
      }
    >
      <div className={classes.detail}>
        {kind === 'IMAGES' ? (
          <section aria-labelledby="dataset-pictures" className={classes.main}>
            <div className={classes.bar1}>
              <h2 id="dataset-pictures" className={classes.heading}>
                Pictures
              </h2>
              <SegmentedControl
                aria-label="Split"
                data={splits.map((value) => ({ value, label: SPLIT_WORDS[value] }))}
                value={split}
                onChange={(value) => void setSplit(value as typeof split)}
              />
              <Select
                aria-label="Class"
                data={[{ value: '', label: 'All classes' }, ...names.map((name, i) => ({ value: String(i), label: name }))]}
                value={chosen === null ? '' : String(chosen)}
                onChange={(value) => void setLabel(value ? Number(value) : null)}
                allowDeselect={false}
                searchable={names.length > 12}
                w={160}
              />
            </div>
            <Pictures id={dataset.id} split={split} label={chosen} words={words} />
          </section>
        ) : (
          <section aria-labelledby="dataset-text" className={classes.main}>
            <h2 id="dataset-text" className={classes.heading}>
              Text
            </h2>
            <Text>
              {dataset.trainCount.toLocaleString('en')} {dataset.textUnit === 'WORDS' ? 'words' : 'characters'} to train on,{' '}
              {dataset.validationCount.toLocaleString('en')} for validation, {dataset.testCount.toLocaleString('en')} for testing;{' '}
              {dataset.vocabularySize?.toLocaleString('en')} different ones.
            </Text>
          </section>
        )}
        <div className={classes.side}>
          <DatasetFacts dataset={dataset} />
          {classCounts.length > 0 && (
            <section aria-labelledby="dataset-classes">
              <h2 id="dataset-classes" className={classes.heading}>
                {names.length} classes
              </h2>
              <CountTable
                label="Pictures of each class"
                head="Class"
                columns={columns}
                rows={classCounts.map((count, i) => ({
                  key: count.name,
                  label: (
                    <button
                      type="button"
                      className={classes.pick}
                      onClick={() => void setLabel(chosen === i ? null : i)}
                      aria-pressed={chosen === i}
                    >
                      {count.name}
                    </button>
                  ),
                  counts: partsOf(count),
                  selected: chosen === i,
                }))}
              />
            </section>
          )}
          {dataset.manySizes && (
            <section aria-labelledby="dataset-sizes">
              <h2 id="dataset-sizes" className={classes.heading}>
                {sizes.length} sizes
              </h2>
              <Text c="dimmed" mb={4}>
                Only networks with a spatial pyramid take pictures of many sizes: choose a space of kind PYRAMID.
              </Text>
              <CountTable
                label="Pictures of each size"
                head="Height × width"
                columns={['Pictures']}
                rows={sizes.map(({ height, width, count }) => ({
                  key: `${height} ${width}`,
                  label: `${height} × ${width}`,
                  counts: [count],
                }))}
              />
            </section>
          )}
          {skipped.length > 0 && (
            <section aria-labelledby="dataset-skipped">
              <h2 id="dataset-skipped" className={classes.heading}>
                {skippedWords(skipped.length)}
              </h2>
              <ul className={classes.skipped}>
                {skipped.map(({ file, reason }) => (
                  <li key={file}>
                    <span className="hp-mono">{file}</span>: {reason}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
      {perturbing && <PerturbForm id={dataset.id} name={dataset.name} onClose={() => setPerturbing(false)} />}
    </Page>
  );
}
