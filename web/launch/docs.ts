import type { LaunchDescriptionsQuery } from '../lib/operations.generated.ts';

/** What the schema says of fields and choices: `plan.seed` and `lossKind.VANILLA`, by the names of the query's parts. */
export type Docs = ReadonlyMap<string, string>;

/** A field's meaning is said by the type that is read, its limits by the type that is written: both, in this order. */
export function docsOf(query: LaunchDescriptionsQuery): Docs {
  const docs = new Map<string, string>();
  const add = (key: string, text: string | null | undefined) => {
    if (!text) return;
    const before = docs.get(key);
    docs.set(key, before && before !== text ? `${before} ${text}` : text);
  };
  for (const [part, type] of Object.entries(query)) {
    if (type === null || typeof type === 'string') continue;
    for (const { name, description } of type.fields ?? []) add(`${part}.${name}`, description);
    for (const { name, description } of type.enumValues ?? []) add(`${part}.${name}`, description);
  }
  for (const [part, type] of Object.entries(query)) {
    if (type === null || typeof type === 'string') continue;
    for (const { name, description } of type.inputFields ?? []) add(`${part.replace(/Input$/, '')}.${name}`, description);
  }
  return docs;
}
