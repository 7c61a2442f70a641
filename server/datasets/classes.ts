import type { SplitName } from '../../schema/datasets/describe.ts';
import { readLabels } from './labels.ts';
import { LIMITS } from './limits.ts';
import { DataProblem } from './problem.ts';
import type { Source, SourceFile } from './sources.ts';

/** A picture and what it shows; the split where the folders say it. */
export interface Labelled {
  file: SourceFile;
  /** Places in the list of classes. */
  labels: number[];
  split: SplitName | null;
}

export interface Sorted {
  classes: string[];
  multiLabel: boolean;
  pictures: Labelled[];
}

const SPLIT_FOLDERS: Record<string, SplitName> = {
  train: 'TRAIN',
  training: 'TRAIN',
  val: 'VALIDATION',
  valid: 'VALIDATION',
  validation: 'VALIDATION',
  test: 'TEST',
  testing: 'TEST',
};
const TABLE = 'labels.csv';

/**
 * Finds the class of every picture: from `labels.csv` where there is one, else from the folder that it lies in. Folders above the classes
 * that are named train, validation (val) and test are the splits. @throws DataProblem
 */
export async function sortPictures(source: Source): Promise<Sorted> {
  const { files, folders } = withoutRoot(source);
  const table = files.find(({ path }) => path.toLowerCase() === TABLE);
  const sorted = table ? await fromTable(table, files) : fromFolders(source.name, files, folders);
  const { classes, pictures } = sorted;
  if (classes.length > LIMITS.classes)
    throw new DataProblem(source.name, `${classes.length} classes; at most ${LIMITS.classes} are allowed`);
  const counts = new Array<number>(classes.length).fill(0);
  for (const { labels } of pictures) for (const label of labels) counts[label]!++;
  const empty = counts.indexOf(0);
  if (empty >= 0) throw new DataProblem(classes[empty]!, 'the class has no pictures');
  return sorted;
}

/** Archives often have one folder around everything; it says nothing. */
function withoutRoot({ files, folders }: Source): Pick<Source, 'files' | 'folders'> {
  const root = files[0]!.path.split('/')[0]!;
  const wraps =
    files.every(({ path }) => path.startsWith(`${root}/`)) &&
    files.some(({ path }) => path.split('/').length > 2 || path.toLowerCase() === `${root.toLowerCase()}/${TABLE}`);
  if (!wraps) return { files, folders };
  const inside = (path: string) => path.slice(root.length + 1);
  return {
    files: files.map((file) => ({ ...file, path: inside(file.path) })),
    folders: folders.filter((path) => path.startsWith(`${root}/`)).map(inside),
  };
}

function fromFolders(name: string, files: SourceFile[], folders: string[]): Sorted {
  const isSplit = (folder: string | undefined) => folder !== undefined && Object.hasOwn(SPLIT_FOLDERS, folder.toLowerCase());
  const split = files.every(({ path }) => isSplit(path.split('/')[0]));
  const placed = files.map((file) => {
    const parts = file.path.split('/');
    const folder = split ? parts.length > 2 && parts[1] : parts.length > 1 && parts[0];
    if (!folder) throw new DataProblem(file.path, `it lies in no class folder; give pictures as CLASS/PICTURE.png, or a table ${TABLE}`);
    return { file, folder, split: split ? SPLIT_FOLDERS[parts[0]!.toLowerCase()]! : null };
  });
  const filled = new Set(placed.map(({ folder }) => folder));
  const depth = split ? 1 : 0;
  const empty = folders.find((path) => path.split('/').length === depth + 1 && !filled.has(path.split('/')[depth]!));
  if (empty !== undefined) throw new DataProblem(empty, 'the class has no pictures');
  const classes = [...filled].sort(inNumbers);
  if (classes.length < 2) throw new DataProblem(name, `only one class, ${JSON.stringify(classes[0])}; at least two are needed`);
  const place = new Map(classes.map((each, i) => [each, i]));
  return {
    classes,
    multiLabel: false,
    pictures: placed.map(({ file, folder, split: part }) => ({ file, labels: [place.get(folder)!], split: part })),
  };
}

async function fromTable(table: SourceFile, files: SourceFile[]): Promise<Sorted> {
  const { classes, multiLabel, rows } = readLabels(await table.read(), table.path);
  const byPath = new Map(files.filter((file) => file !== table).map((file) => [file.path, file]));
  const pictures = rows.map(({ path, labels, line }): Labelled => {
    const file = byPath.get(path);
    if (!file) throw new DataProblem(table.path, `line ${line}: there is no file ${JSON.stringify(path)}`);
    byPath.delete(path);
    return { file, labels, split: null };
  });
  const [left] = byPath.keys();
  if (left !== undefined)
    throw new DataProblem(table.path, `it has no line for ${JSON.stringify(left)}, nor for ${byPath.size - 1} other files`);
  return { classes, multiLabel, pictures };
}

/** 2 before 10. */
const inNumbers = new Intl.Collator('en', { numeric: true }).compare;
