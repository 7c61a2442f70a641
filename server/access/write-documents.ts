import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { concatAST, type DocumentNode, type FragmentDefinitionNode, Kind, parse, separateOperations } from 'graphql';
import { hashDocument, MANIFEST } from './documents.ts';

/** Writes the manifest of the documents that ship with the page: hash -> operation. `npm run codegen` runs it. */
const documents = ['web', 'schema/fragments'].flatMap((name) => {
  const folder = fileURLToPath(new URL(`../../${name}`, import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.graphql') && !/node_modules|\.next/.test(file)).map((file) => join(folder, file));
});
const all = concatAST(documents.sort().map((path) => parse(readFileSync(path, 'utf8'))));
const entries = Object.entries(separateOperations(uniqueFragments(all))).map(([name, document]) => [hashDocument(document), name] as const);
entries.sort(([, one], [, other]) => (one < other ? -1 : 1));
writeFileSync(MANIFEST, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);

/** Two fragments of one name would make the hash depend on the order of files. */
function uniqueFragments(document: DocumentNode): DocumentNode {
  const names = document.definitions
    .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
    .map((node) => node.name.value);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`two fragments are named ${twice}: rename one`);
  return document;
}
