'use client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Kbd, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { parseAsString, useQueryState } from 'nuqs';
import { useEffect, useMemo, useState } from 'react';
import { type Preset, presets } from '../../schema/plans/presets/presets.ts';
import { SeedNote } from '../fleet/SeedNote.tsx';
import { inWords } from '../lib/code-names.ts';
import { useKeys } from '../lib/keys.tsx';
import {
  CreateSearchDocument,
  EstimateSearchDocument,
  LaunchDescriptionsDocument,
  LaunchPageDocument,
  type LaunchPageQuery,
} from '../lib/operations.generated.ts';
import { useTeam, useViewer } from '../lib/viewer.tsx';
import { Page } from '../shell/Page.tsx';
import { Empty, LoadingRows, Problem } from '../shell/states.tsx';
import { toast } from '../shell/toasts.ts';
import { ControllerSection } from './ControllerSection.tsx';
import { DocsProvider, LaunchFormProvider, useNewLaunchForm } from './context.ts';
import { docsOf } from './docs.ts';
import { ImportReplay } from './ImportReplay.tsx';
import { formPath, type Known, launchOf, shapeOf } from './input.ts';
import classes from './launch.module.css';
import { PredictionSection } from './PredictionSection.tsx';
import { PresetCards } from './PresetCards.tsx';
import { RequestPanel } from './RequestPanel.tsx';
import { Review } from './Review.tsx';
import { BudgetSection, DatasetSection, SpaceSection, TrainingSection } from './sections.tsx';
import { useMeasure } from './useMeasure.ts';
import { valuesOf } from './values.ts';

/** Puts a search together, and says what it would be before it begins. */
export function LaunchView() {
  const team = useTeam();
  const { can } = useViewer();
  const { data, error, refetch } = useQuery(LaunchPageDocument, { variables: { id: team.id } });
  if (!can('MEMBER')) {
    return (
      <Page title="Launch">
        <Empty title="Your role only looks" action={{ label: 'All searches', href: '/searches' }}>
          Launching a search needs the role MEMBER. Ask an admin of the team.
        </Empty>
      </Page>
    );
  }
  if (data?.team && data.team.datasets.length > 0) return <LaunchForm team={data.team} />;
  return (
    <Page title="Launch">
      {error ? (
        <Problem error={error} onRetry={() => void refetch().catch(() => null)} />
      ) : (
        <LoadingRows label="Loading datasets and spaces" rows={10} />
      )}
    </Page>
  );
}

function LaunchForm({ team }: { team: NonNullable<LaunchPageQuery['team']> }) {
  const router = useRouter();
  const known = useMemo<Known>(() => ({ teamId: team.id, datasets: team.datasets, spaces: team.searchSpaces, presets }), [team]);
  const datasetOf = (preset: Preset) => (team.datasets.find(({ name }) => name === preset.dataset) ?? team.datasets[0]!).id;
  // A link may name a preset: /launch?preset=tour-vae.
  const [wanted, setWanted] = useQueryState('preset', parseAsString.withOptions({ history: 'replace' }));
  const first = presets.find(({ name }) => name === wanted) ?? presets[0]!;
  const form = useNewLaunchForm({ mode: 'controlled', initialValues: valuesOf(first, datasetOf(first)), clearInputErrorOnChange: false });
  const [tried, setTried] = useState(false);
  const [drawn, setDrawn] = useState(0);
  const [importing, setImporting] = useState(false);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const described = useQuery(LaunchDescriptionsDocument, { fetchPolicy: 'cache-first' });
  const docs = useMemo(() => docsOf(described.data ?? ({} as never)), [described.data]);

  const launch = useMemo(() => launchOf(form.values, known), [form.values, known]);
  const key = JSON.stringify(launch.input);
  const [settled] = useDebouncedValue(key, 400);
  const local = Object.keys(launch.problems).filter((path) => path !== 'name');
  const estimated = useQuery(EstimateSearchDocument, {
    variables: { input: { ...JSON.parse(settled), name: JSON.parse(settled).name || 'unnamed' } },
    skip: local.length > 0,
    fetchPolicy: 'no-cache',
  });
  const estimate = estimated.data?.estimateSearch;
  const [create, { loading: launching }] = useMutation(CreateSearchDocument);

  const problems = useMemo(() => {
    const all: Record<string, string> = {};
    for (const { field, message } of (local.length === 0 && settled === key && estimate?.userErrors) || [])
      all[formPath(field ?? 'limits')] ??= message;
    Object.assign(all, refused, launch.problems);
    if (!tried) delete all.name;
    return all;
  }, [launch.problems, estimate, refused, tried, local.length, settled, key]);
  const problemKey = JSON.stringify(problems);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form's own functions change with every value
  useEffect(() => form.setErrors(JSON.parse(problemKey)), [problemKey]);
  // What the server refused holds for what was sent.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on every change of the request
  useEffect(() => setRefused({}), [key]);

  const dataset = team.datasets.find(({ id }) => id === form.values.datasetId)!;
  const spaceIsRight = !Object.keys(launch.problems).some((path) => path.startsWith('limits') || path === 'datasetId');
  const seed = Number.isInteger(launch.plan.seed) ? launch.plan.seed : 1;
  const { measured, busy } = useMeasure(spaceIsRight ? launch.limits : null, shapeOf(dataset), seed + drawn);

  const take = (preset: Preset) => {
    form.setValues(valuesOf(preset, datasetOf(preset)));
    void setWanted(preset.name);
  };
  const focusField = (path: string) => document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus();
  const submit = async () => {
    setTried(true);
    const [wrong] = Object.keys({ ...problems, ...launch.problems });
    if (wrong) return focusField(wrong);
    try {
      const { data } = await create({ variables: { input: launch.input } });
      const { search, userErrors } = data!.createSearch;
      if (search) return router.push(`/searches/${search.id}`);
      setRefused(Object.fromEntries(userErrors.map(({ field, message }) => [formPath(field ?? 'limits'), inWords(message)])));
      const path = formPath(userErrors[0]?.field ?? 'limits');
      requestAnimationFrame(() => focusField(path));
    } catch (error) {
      toast.problem((error as Error).message, 'Not launched');
    }
  };
  useKeys([
    { keys: 'mod+Enter', label: 'Launch this search', run: () => void submit() },
    { keys: 'i', label: 'Begin with a replay file of MetaQNN', run: () => setImporting(true) },
    ...presets.map((preset) => ({ label: `Take the preset ${preset.title}`, run: () => take(preset) })),
  ]);

  return (
    <LaunchFormProvider form={form}>
      <DocsProvider value={docs}>
        <Page
          title="Launch"
          actions={
            <Button variant="default" onClick={() => setImporting(true)} rightSection={<Kbd size="xs">i</Kbd>}>
              From a replay file
            </Button>
          }
        >
          {importing && <ImportReplay team={team} onClose={() => setImporting(false)} />}
          <PresetCards presets={presets} chosen={launch.preset?.name ?? null} onTake={take} />
          <div className={classes.columns}>
            <form
              className={classes.form}
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                void submit();
              }}
            >
              <DatasetSection datasets={team.datasets} />
              <SpaceSection spaces={team.searchSpaces} space={launch.space} multiLabel={dataset.multiLabel} />
              <ControllerSection />
              <TrainingSection
                pixels={dataset.height * dataset.width * dataset.channels}
                latent={launch.limits.kind === 'VARIATIONAL' ? launch.limits.latent : []}
                multiLabel={dataset.multiLabel}
              />
              <PredictionSection />
              <BudgetSection />
            </form>
            <Review
              measured={measured}
              busy={busy}
              time={estimate && settled === key ? (estimate.time ?? null) : undefined}
              flops={settled === key ? estimate?.flops : undefined}
              candidates={launch.plan.budget.candidates}
              problems={Object.entries(problems)}
              onProblem={focusField}
              onDraw={() => setDrawn(drawn + 1)}
            >
              {estimated.error && (
                <Problem title="No estimate" error={estimated.error} onRetry={() => void estimated.refetch().catch(() => null)} />
              )}
              <div>
                <Button fullWidth size="sm" onClick={() => void submit()} loading={launching} rightSection={<Kbd size="xs">Ctrl ↵</Kbd>}>
                  Launch
                </Button>
                <Text size="xs" c="dimmed" mt={4}>
                  It can be paused, resumed and stopped at any time.
                </Text>
                <SeedNote workers={team.workers} />
              </div>
              <RequestPanel launch={launch} />
            </Review>
          </div>
        </Page>
      </DocsProvider>
    </LaunchFormProvider>
  );
}
