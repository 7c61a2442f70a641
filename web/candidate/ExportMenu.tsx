'use client';
import { useMutation } from '@apollo/client/react';
import { Button, Menu, Text } from '@mantine/core';
import { EXPORT_FORMATS, type ExportFormat, exportFormats } from '../../schema/exports.ts';
import { ExportModelDocument } from '../lib/operations.generated.ts';
import { toast } from '../shell/toasts.ts';

/** Downloads the trained network in a format of another framework; each entry says what its zip holds. */
export function ExportMenu({ candidate }: { candidate: { id: string; number: number; trials: readonly { status: string }[] } }) {
  const [exportModel, { loading }] = useMutation(ExportModelDocument);
  const trained = candidate.trials.some(({ status }) => status === 'DONE');
  const run = async (format: ExportFormat) => {
    try {
      const { data } = await exportModel({ variables: { input: { candidateId: candidate.id, format } } });
      const made = data?.exportModel.export;
      if (made) download(made);
      else toast.problem(data?.exportModel.userErrors[0]?.message ?? 'The export failed.');
    } catch (error) {
      toast.problem(`The export failed: ${(error as Error).message}`);
    }
  };
  return (
    <Menu position="bottom-end" width={340} withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          disabled={!trained}
          loading={loading}
          title={trained ? undefined : 'There are weights once it is trained'}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          A zip with the weights after the last epoch, and a README: what goes in (pixels from 0 to 1), what comes out, class names.
        </Menu.Label>
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => void run(format)}>
            {exportFormats[format].title}
            <Text size="xs" c="dimmed">
              {exportFormats[format].holds}; {exportFormats[format].layout}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function download({ url, name }: { url: string; name: string }): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
