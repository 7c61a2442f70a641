'use client';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, FileButton, Progress } from '@mantine/core';
import { CancelDatasetImportDocument, type ImportLineFragment } from '../lib/operations.generated.ts';
import { useViewer } from '../lib/viewer.tsx';
import { formatShare } from '../plots/format.ts';
import { toast } from '../shell/toasts.ts';
import classes from './datasets.module.css';
import { startUpload, stopUpload, type Upload, useUploads } from './uploads.ts';
import { formatBytes } from './words.ts';

/** What is on its way to become a dataset, and what was refused in the last day: where it stands, and what can be done about it. */
export function Imports({ imports }: { imports: readonly ImportLineFragment[] }) {
  const uploads = useUploads();
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="dataset-imports">
      <h2 id="dataset-imports" className={classes.heading}>
        {imports.every(({ status }) => status === 'REFUSED') ? 'Refused in the last day' : 'On their way'}
      </h2>
      <ul className={classes.imports}>
        {imports.map((entry) => (
          <Import key={entry.id} entry={entry} upload={uploads.get(entry.id) ?? null} />
        ))}
      </ul>
    </section>
  );
}

function Import({ entry, upload }: { entry: ImportLineFragment; upload: Upload | null }) {
  const { can } = useViewer();
  const client = useApolloClient();
  const [cancel, { loading }] = useMutation(CancelDatasetImportDocument);
  const { share, words } = standing(entry, upload);
  const refused = entry.status === 'REFUSED';
  const end = async () => {
    stopUpload(entry.id);
    try {
      const { data } = await cancel({ variables: { input: { datasetImportId: entry.id } } });
      const problem = data?.cancelDatasetImport.userErrors[0];
      if (problem) toast.problem(problem.message);
    } catch (error) {
      toast.problem((error as Error).message);
    }
  };
  const goOn = (file: File | null) => {
    if (!file) return;
    if (file.size !== Number(entry.size))
      return toast.problem(`${file.name} has ${file.size} bytes, the one that was begun has ${entry.size}`, 'This is another file');
    startUpload(client, entry.id, file).catch((error: Error) => toast.problem(error.message, `${file.name} cannot be read`));
  };
  return (
    <li className={classes.import} data-status={entry.status}>
      <div className={classes.importHead}>
        <strong>{entry.name}</strong>
        <span className={classes.dim}>
          {entry.derivedFrom ? `from ${entry.derivedFrom.name}` : `${entry.fileName}, ${formatBytes(Number(entry.size))}`}
        </span>
        <span className={refused ? classes.refused : classes.standing} role={refused ? 'alert' : 'status'}>
          {words}
        </span>
        {can('MEMBER') && !refused && (
          <span className={classes.importActions}>
            {entry.status === 'RECEIVING' && !upload && (
              <FileButton onChange={goOn} accept=".zip,.csv,.txt,application/zip,text/plain">
                {(props) => (
                  <Button {...props} variant="default">
                    Choose the file again
                  </Button>
                )}
              </FileButton>
            )}
            <Button variant="default" onClick={() => void end()} loading={loading} aria-label={`Cancel ${entry.name}`}>
              Cancel
            </Button>
          </span>
        )}
      </div>
      {!refused && <Progress value={100 * share} size={6} aria-label={`${entry.name}: ${words}`} striped={upload?.state === 'WAITING'} />}
    </li>
  );
}

/** In words, and how much of the present stage is done. */
function standing(entry: ImportLineFragment, upload: Upload | null): { share: number; words: string } {
  if (entry.status === 'REFUSED') return { share: 0, words: entry.problem === 'cancelled' ? 'Cancelled' : `Refused: ${entry.problem}` };
  if (entry.status === 'CONVERTING') {
    const doing = entry.derivedFrom ? 'Adding noise' : 'Converting';
    return {
      share: entry.progress,
      words: entry.progress > 0 ? `${doing}, ${formatShare(entry.progress)}` : `${doing}, waiting for its turn`,
    };
  }
  const received = Math.max(upload?.received ?? 0, Number(entry.received));
  const share = received / Number(entry.size);
  const so = `${formatBytes(received)} of ${formatBytes(Number(entry.size))}`;
  if (!upload) return { share, words: `Interrupted at ${so}; choose the file again to go on` };
  if (upload.state === 'WAITING') return { share, words: `${so}; waiting for the connection` };
  return { share, words: `Sending, ${so}` };
}
