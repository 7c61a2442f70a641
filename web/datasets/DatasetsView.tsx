'use client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Kbd, TextInput } from '@mantine/core';
import { parseAsString, useQueryState } from 'nuqs';
import { type DragEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useKeys } from '../lib/keys.tsx';
import { DatasetsDocument } from '../lib/operations.generated.ts';
import { useTeam, useViewer } from '../lib/viewer.tsx';
import { Page } from '../shell/Page.tsx';
import { Empty, LoadingRows, Problem } from '../shell/states.tsx';
import { toast } from '../shell/toasts.ts';
import { AddDataset } from './AddDataset.tsx';
import { DatasetTable } from './DatasetTable.tsx';
import classes from './datasets.module.css';
import { Imports } from './Imports.tsx';
import { startUpload } from './uploads.ts';
import { useDatasetEvents } from './useDatasetEvents.ts';
import { importFor, sortVersions } from './words.ts';

/** How often imports are looked at while there are any, ms: progress within one is no event. */
const LOOK = 1000;

/** The team's datasets and those that come with the platform; a file that is dropped anywhere on the page is added. */
export function DatasetsView() {
  const { id: teamId } = useTeam();
  const { can } = useViewer();
  const client = useApolloClient();
  const [filter, setFilter] = useQueryState('find', parseAsString.withDefault('').withOptions({ history: 'replace' }));
  const [moving, setMoving] = useState(false);
  const { data, error, refetch } = useQuery(DatasetsDocument, {
    variables: { teamId },
    pollInterval: moving ? LOOK : 0,
    skipPollAttempt: () => document.hidden,
  });
  const team = data?.team;
  const imports = team?.datasetImports ?? [];
  const anyMoving = imports.some(({ status }) => status === 'RECEIVING' || status === 'CONVERTING');
  if (anyMoving !== moving) setMoving(anyMoving);
  const reload = useCallback(() => void refetch().catch(() => null), [refetch]);
  useDatasetEvents(team?.latestCursor ?? null, reload);

  const [adding, setAdding] = useState<{ file: File | null } | null>(null);
  const find = useRef<HTMLInputElement>(null);
  useKeys([
    ...(can('MEMBER') ? [{ keys: 'n', label: 'Add a dataset', run: () => setAdding({ file: null }) }] : []),
    { keys: '/', label: 'Find a dataset', run: () => find.current?.focus() },
    { keys: 'j', label: 'Next dataset', run: () => step(1) },
    { keys: 'k', label: 'Previous dataset', run: () => step(-1) },
  ]);

  /** Goes on with an interrupted upload of this file, or asks what shall become of it. */
  const take = (file: File) => {
    const interrupted = importFor(imports, file);
    if (!interrupted) return setAdding({ file });
    toast.info(`It goes on where it was interrupted`, file.name);
    startUpload(client, interrupted.id, file).catch((reason: Error) => toast.problem(reason.message, `${file.name} cannot be read`));
  };
  const drop = useDrop(can('MEMBER') ? take : null);

  const shown = useMemo(() => {
    const words = filter.trim().toLowerCase();
    return sortVersions(team?.datasets ?? []).filter(({ name, source }) => `${name} ${source ?? ''}`.toLowerCase().includes(words));
  }, [team?.datasets, filter]);
  return (
    <div {...drop.handlers} className={classes.drop} data-over={drop.over || undefined}>
      <Page
        title="Datasets"
        actions={
          <>
            <TextInput
              ref={find}
              aria-label="Find a dataset"
              placeholder="Find"
              rightSection={<Kbd size="xs">/</Kbd>}
              value={filter}
              onChange={(event) => void setFilter(event.currentTarget.value || null)}
              onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
            />
            {can('MEMBER') && (
              <Button onClick={() => setAdding({ file: null })} rightSection={<Kbd size="xs">n</Kbd>} aria-keyshortcuts="n">
                Add
              </Button>
            )}
          </>
        }
      >
        {error && <Problem error={error} onRetry={reload} />}
        <Imports imports={imports} />
        {team ? (
          shown.length > 0 ? (
            <DatasetTable datasets={shown} />
          ) : (
            <Empty title="No dataset has this name" action={{ label: 'Show all', onClick: () => void setFilter(null) }} />
          )
        ) : (
          !error && <LoadingRows rows={4} label="Loading the datasets" />
        )}
        {can('MEMBER') && team && (
          <p className={classes.hint}>
            Drop a file anywhere on this page to add it: a zip of pictures in class folders or with a table labels.csv, a zip of texts, or a
            text.
          </p>
        )}
      </Page>
      {adding && <AddDataset teamId={teamId} file={adding.file} imports={imports} onClose={() => setAdding(null)} onBegun={reload} />}
      {drop.over && (
        <div className={classes.dropNote} aria-hidden="true">
          Drop it to add a dataset
        </div>
      )}
    </div>
  );
}

/** Handlers that take one dropped file; null: none is taken. */
function useDrop(take: ((file: File) => void) | null) {
  const [depth, setDepth] = useState(0);
  const hasFiles = (event: DragEvent) => take !== null && event.dataTransfer.types.includes('Files');
  const handlers = {
    onDragEnter: (event: DragEvent) => hasFiles(event) && setDepth(depth + 1),
    onDragLeave: (event: DragEvent) => hasFiles(event) && setDepth(Math.max(0, depth - 1)),
    onDragOver: (event: DragEvent) => hasFiles(event) && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDepth(0);
      const [file, ...others] = event.dataTransfer.files;
      if (others.length > 0) toast.problem('One dataset is one file: put pictures into a zip', 'Several files at once');
      else if (file) take!(file);
    },
  };
  return { over: depth > 0, handlers };
}

/** The rows' own links take the focus, so that Enter opens and a screen reader says which. */
function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-dataset-link]')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
}
