import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { CommandError } from '../command.ts';

/** Where database and files are kept: as given, else HANDPICK_DATA, else handpick/ in XDG_DATA_HOME or ~/.local/share. */
export function dataFolder(given: string | undefined): string {
  const folder = resolve(
    given ?? (process.env.HANDPICK_DATA || join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'handpick')),
  );
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new CommandError(`--data: ${folder} cannot be made (${(error as NodeJS.ErrnoException).code}); choose another folder`);
  }
  return folder;
}
