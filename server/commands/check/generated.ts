import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import config from '../../../codegen.ts';
import { ROOT } from '../command.ts';

/** Generated files that are not what the schema and the operations give now. */
export async function staleFiles(): Promise<string[]> {
  const files = (await generate({ ...config, cwd: ROOT, silent: true, errorsOnly: true }, false)) as {
    filename: string;
    content: string;
  }[];
  const stale = files.filter(({ filename, content }) => read(filename) !== content.trim()).map(({ filename }) => filename);
  return [...stale, ...(await staleManifest())];
}

/** The list of the page's documents is written by a program of its own; what was there is put back. */
async function staleManifest(): Promise<string[]> {
  const file = 'schema/documents.json';
  const before = read(file);
  await import('../../access/write-documents.ts');
  const after = read(file);
  if (before === after) return [];
  if (before !== null) writeFileSync(join(ROOT, file), `${before}\n`);
  return [file];
}

const read = (file: string): string | null => (existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8').trim() : null);
