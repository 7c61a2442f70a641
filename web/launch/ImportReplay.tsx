'use client';
import { useMutation } from '@apollo/client/react';
import { Button, FileInput, Group, Modal, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { type FormEvent, useMemo, useState } from 'react';
import { REPLAY_CANDIDATES, REPLAY_DATASET, REPLAY_SPACE, replaySearch, replaySpaces } from '../../schema/metaqnn/replay-search.ts';
import type { SpacePreset } from '../../schema/spaces/presets.ts';
import { ImportSearchDocument, type LaunchPageQuery } from '../lib/operations.generated.ts';
import classes from './launch.module.css';
import { previewReplay, type ReplayPreview } from './replay.ts';

const SHOWN = 20;

/** Asks for a replay file of the public MetaQNN program, shows what would become of it, and begins the search that goes on from it. */
export function ImportReplay({ team, onClose }: { team: NonNullable<LaunchPageQuery['team']>; onClose: () => void }) {
  const router = useRouter();
  const narrow = useMediaQuery('(max-width: 640px)') ?? false;
  const dataset = team.datasets.find(({ name }) => name === REPLAY_DATASET);
  const [file, setFile] = useState<{ file: File; text: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [space, setSpace] = useState<SpacePreset>(REPLAY_SPACE);
  const [candidates, setCandidates] = useState<number | string>(REPLAY_CANDIDATES);
  const [seed, setSeed] = useState<number | string>(1);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [send, { loading }] = useMutation(ImportSearchDocument);
  const preview = useMemo(() => (file && dataset ? previewReplay(file.text, space, dataset) : null), [file, space, dataset]);

  const choose = async (next: File | null) => {
    setProblem(null);
    setFile(null);
    setRefused({});
    if (!next) return;
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await next.arrayBuffer());
      setFile({ file: next, text });
      setName((before) => before || next.name.slice(0, 120));
    } catch {
      setProblem(`${next.name} is not UTF-8 text; allowed: a replay file, CSV`);
    }
  };
  /** What was refused holds for what was sent. */
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setRefused({});
      set(value);
    };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!preview) return setProblem((before) => before ?? 'Choose a file');
    if (preview.problems.length > 0) return;
    setRefused({});
    try {
      const wanted = replaySearch(space, { candidates: Number(candidates), seed: Number(seed) });
      const input = { search: { teamId: team.id, name, ...wanted }, replay: preview.text };
      const { data } = await send({ variables: { input } });
      const { search, userErrors } = data!.importSearch;
      if (search) return router.push(`/searches/${search.id}`);
      setRefused(Object.fromEntries(userErrors.map(({ field, message }) => [field ?? 'replay', message])));
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const at = (field: string) => refused[`search.${field}`];
  const fields = ['search.name', 'search.plan.budget.candidates', 'search.plan.seed'];
  const others = Object.entries(refused).flatMap(([field, message]) => (fields.includes(field) ? [] : [`${field}: ${message}`]));
  return (
    <Modal
      opened
      onClose={onClose}
      title="Begin with a replay file"
      size="lg"
      fullScreen={narrow}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text size="sm">
            A search of {team.name} on {REPLAY_DATASET}: the networks of the file become its candidates with their accuracies, and
            Q-learning goes on from what its rows teach.
          </Text>
          <FileInput
            label="File"
            description="CSV of the public MetaQNN program, with the columns net, accuracy_best_val and, if there, epsilon"
            placeholder="Choose a file"
            accept=".csv,.txt,text/csv,text/plain"
            value={file?.file ?? null}
            onChange={(next) => void choose(next)}
            error={problem ?? others[0]}
            data-autofocus
          />
          <TextInput
            label="Name"
            maxLength={120}
            value={name}
            onChange={(event) => change(setName)(event.currentTarget.value)}
            error={at('name')}
          />
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            <Select
              label="Space"
              data={replaySpaces}
              value={space}
              onChange={(next) => next && change(setSpace)(next as SpacePreset)}
              allowDeselect={false}
            />
            <NumberInput
              label="Networks in all"
              allowDecimal={false}
              hideControls
              thousandSeparator=","
              value={candidates}
              onChange={change(setCandidates)}
              error={at('plan.budget.candidates')}
            />
            <NumberInput label="Seed" allowDecimal={false} hideControls value={seed} onChange={change(setSeed)} error={at('plan.seed')} />
          </SimpleGrid>
          {preview && <Preview {...preview} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={loading} disabled={preview !== null && preview.problems.length > 0}>
              Begin the search
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What the file would become; the first of what is wrong with it. */
function Preview({ rows, networks, best, problems }: ReplayPreview) {
  return (
    <section aria-label="Preview" aria-live="polite">
      <dl className={classes.preview}>
        {[
          ['Rows', rows.toLocaleString('en')],
          ['Networks', networks.toLocaleString('en')],
          ['Refused', problems.length.toLocaleString('en')],
          ['Best accuracy', best === null ? 'none' : best.toFixed(4)],
        ].map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {problems.length > 0 && (
        <>
          <Text size="sm" role="alert">
            Nothing is imported while something in the file is wrong:
          </Text>
          <ul className={classes.refused}>
            {problems.slice(0, SHOWN).map((text) => (
              <li key={text}>{text}</li>
            ))}
            {problems.length > SHOWN && <li>and {(problems.length - SHOWN).toLocaleString('en')} more</li>}
          </ul>
        </>
      )}
    </section>
  );
}
