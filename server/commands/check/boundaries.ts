import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { ROOT } from '../command.ts';

/** One import that should not be there. */
export interface Violation {
  file: string;
  line: number;
  message: string;
}

interface Import {
  specifier: string;
  typeOnly: boolean;
  line: number;
}

/**
 * Who may import what of ours, by prefix of the path; the longest prefix that fits the importing file counts. Types count like values,
 * but for `types`, of which only types may be imported.
 */
const RULES: Record<string, { may: string[]; types?: string[] }> = {
  'schema/': { may: ['schema/'] },
  'server/': { may: ['server/', 'schema/'] },
  'server/commands/': { may: ['server/', 'schema/', 'codegen.ts'] },
  'server/database/': { may: ['server/', 'schema/', 'migrations/'] },
  'migrations/': { may: ['server/database/'] },
  'workers/': { may: ['workers/', 'schema/'] },
  'workers/backends/': { may: ['workers/backends/', 'schema/'] },
  'workers/controllers/': { may: ['workers/controllers/', 'schema/'] },
  'workers/datasets/': { may: ['workers/datasets/', 'schema/'] },
  'workers/prediction/': { may: ['workers/prediction/', 'schema/'] },
  'workers/enas/': {
    may: ['workers/enas/', 'workers/controllers/', 'workers/training/', 'workers/models/', 'workers/datasets/', 'schema/'],
    types: ['workers/backends/backend.ts'],
  },
  'workers/models/': { may: ['workers/models/', 'schema/'], types: ['workers/backends/backend.ts'] },
  'workers/training/': {
    may: ['workers/training/', 'workers/models/', 'workers/datasets/', 'schema/'],
    types: ['workers/backends/backend.ts'],
  },
  'web/': { may: ['web/', 'schema/'] },
};
const FOLDERS = ['schema', 'server', 'migrations', 'workers', 'web'];
const LEFT_OUT = new Set(['node_modules', '.next']);

/** Every import between our folders that the rules of ARCHITECTURE.md do not allow. */
export function checkBoundaries(root = ROOT): Violation[] {
  return FOLDERS.flatMap((folder) => sourceFiles(join(root, folder))).flatMap((path) => {
    const file = relative(root, path).split('\\').join('/');
    return readImports(readFileSync(path, 'utf8')).flatMap((found) => {
      const message = judge(file, found);
      return message ? [{ file, line: found.line, message }] : [];
    });
  });
}

/** Why an import is not allowed; null when it is. */
export function judge(file: string, { specifier, typeOnly }: Pick<Import, 'specifier' | 'typeOnly'>): string | null {
  const rule = RULES[longestPrefix(file)]!;
  if (!specifier.startsWith('.')) return judgePackage(file, specifier, typeOnly);
  const target = posix.normalize(posix.join(dirname(file), specifier));
  if (target === 'package.json' || rule.may.some((prefix) => target.startsWith(prefix))) return null;
  if (rule.types?.includes(target)) return typeOnly ? null : `only types of ${target} may be imported here (import type)`;
  return `${longestPrefix(file)} may not import ${target}; allowed are ${[...rule.may, ...(rule.types ?? [])].join(', ')}`;
}

/** The shared vocabulary runs in the browser too, and only backends choose a tfjs package. */
function judgePackage(file: string, specifier: string, typeOnly: boolean): string | null {
  if (file.startsWith('schema/') && specifier.startsWith('node:')) return `schema/ does no I/O: ${specifier} may not be imported`;
  if (specifier.startsWith('@tensorflow/') && !typeOnly && !file.startsWith('workers/backends/'))
    return `only workers/backends/ chooses a tfjs package: ${specifier} may only be imported as types`;
  return null;
}

const longestPrefix = (file: string): string =>
  Object.keys(RULES)
    .filter((prefix) => file.startsWith(prefix))
    .reduce((longest, prefix) => (prefix.length > longest.length ? prefix : longest), '');

/** Static imports and exports, and dynamic imports of a plain string. */
export function readImports(source: string): Import[] {
  const statements = /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  return [...source.matchAll(statements)].map((match) => ({
    specifier: (match[2] ?? match[3])!,
    typeOnly: match[1] !== undefined,
    line: source.slice(0, match.index).split('\n').length,
  }));
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : sourceFiles(path);
    return /\.(ts|tsx|mjs|js)$/.test(entry.name) ? [path] : [];
  });
}
