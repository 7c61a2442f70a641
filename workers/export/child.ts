import { readFileSync, writeFileSync } from 'node:fs';
import type { ExportFormat } from '../../schema/exports.ts';
import { type ExportSubject, exportFiles } from './export.ts';
import { zip } from './zip.ts';

/*
 * One export in a process of its own: `node child.ts ORDER`, where ORDER is a JSON file. Writes the zip to `out`; what is wrong is one line on standard error.
 */

interface Order {
  /** Path of the checkpoint. */
  checkpoint: string;
  subject: ExportSubject;
  format: ExportFormat;
  /** Path of the zip. */
  out: string;
}

try {
  const { checkpoint, subject, format, out }: Order = JSON.parse(readFileSync(process.argv[2]!, 'utf8'));
  writeFileSync(out, zip(await exportFiles(readFileSync(checkpoint), subject, format)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
