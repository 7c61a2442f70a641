import { capital } from '../lib/capital.ts';
import { inWords } from '../lib/code-names.ts';
import type { LaunchDescriptionsQuery } from '../lib/operations.generated.ts';

/** What the schema says of fields and choices: `plan.seed` and `lossKind.VANILLA`, by the names of the query's parts. */
export type Docs = ReadonlyMap<string, string>;

interface Described {
  name: string;
  description?: string | null;
  /** Where fields of fields are asked for: the type that an obligatory field has. */
  type?: { ofType?: Type | null };
}
interface Type {
  fields?: Described[] | null;
  inputFields?: Described[] | null;
  enumValues?: Described[] | null;
}

/** A field's meaning is said by the type that is read, its limits by the type that is written: both, in this order. */
export function docsOf(query: LaunchDescriptionsQuery): Docs {
  const docs = new Map<string, string>();
  const add = (key: string, text: string | null | undefined) => {
    const words = text && forForm(text);
    if (words) docs.set(key, joined(docs.get(key), words));
  };
  const parts = partsOf(query);
  for (const [part, type] of parts) {
    for (const { name, description } of type.fields ?? []) add(`${part}.${name}`, description);
    for (const { name, description } of type.enumValues ?? []) add(`${part}.${name}`, description);
  }
  for (const [part, type] of parts)
    for (const { name, description } of type.inputFields ?? []) add(`${part.replace(/Input$/, '')}.${name}`, description);
  return docs;
}

/** The query's parts, and under their own names the fields of these that have fields themselves. */
function partsOf(query: Record<string, Type | string | null>): [string, Type][] {
  return Object.entries(query).flatMap(([part, type]): [string, Type][] => {
    if (type === null || typeof type === 'string') return [];
    const fields = type.fields?.flatMap(({ name, type }): [string, Type][] => (type?.ofType ? [[name, type.ofType]] : [])) ?? [];
    const inputs = type.inputFields?.flatMap(({ name, type }): [string, Type][] => (type?.ofType ? [[name, type.ofType]] : [])) ?? [];
    return [[part, type], ...fields, ...inputs];
  });
}

/** In a form, null is a field that was left empty, and what has a code name has a name. */
function forForm(text: string): string {
  // a form leaves nothing out
  const given = text.replace(/ ?Left out: [^.]*\./, '');
  if (given === '') return '';
  const plain = inWords(given.replace(/\bnull\b/gi, (found) => (found === 'null' ? 'empty' : 'Empty')));
  return capital(plain);
}

/** Both, what the first says left out of the second. */
function joined(before: string | undefined, text: string): string {
  if (!before) return text;
  const parts = text.replace(/\.$/, '').split('; ');
  const said = before.toLowerCase();
  const fresh = parts.filter((part) => !said.includes(part.toLowerCase()));
  return fresh.length === 0 ? before : `${before} ${fresh.join('; ')}.`;
}
