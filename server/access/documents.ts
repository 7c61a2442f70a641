import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type DocumentNode, print, visit } from 'graphql';
import { Fault } from '../errors.ts';

/** Hashes of the documents that ship with the page. In production a browser's session may run no others. */
export type Documents = ReadonlySet<string>;

export const MANIFEST = new URL('../../schema/documents.json', import.meta.url);

/**
 * SHA-256 (hex) of a document, whatever its layout and the order of its definitions; `__typename` fields, which Apollo Client adds, do
 * not count.
 */
export function hashDocument(document: DocumentNode): string {
  const bare = visit(document, { Field: (node) => (node.name.value === '__typename' && !node.alias ? null : undefined) });
  const parts = bare.definitions.map((node) => print(node)).sort();
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** @throws Fault when the page was never built */
export function readDocuments(): Documents {
  if (!existsSync(MANIFEST)) throw new Fault('NO_DOCUMENTS', 'schema/documents.json is missing: run npm run codegen');
  return new Set(Object.keys(JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, string>));
}

/** Whether a document looks into the schema itself. */
export function isIntrospection(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field(node) {
      if (node.name.value === '__schema' || node.name.value === '__type') found = true;
    },
  });
  return found;
}
