import type { CreateSearchInput } from '../lib/operations.generated.ts';
import type { Launch } from './input.ts';

const MUTATION = `mutation ($input: CreateSearchInput!) {
  createSearch(input: $input) {
    search { id status }
    userErrors { field message code }
  }
}`;

/** The request as one would write it in GraphQL, values in place. */
export function graphqlText(input: CreateSearchInput): string {
  return `mutation {
  createSearch(input: ${literal(input, 1)}) {
    search { id status }
    userErrors { field message code }
  }
}`;
}

/** Fields whose values are names of an enum, which GraphQL writes without quotes. */
const ENUMS = new Set(['kind', 'update', 'task', 'scope', 'schedule', 'reward', 'rules', 'regressor']);

function literal(value: unknown, depth: number, field = ''): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, depth + 1)).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    const flat = `{ ${entries.map(([name, inner]) => `${name}: ${literal(inner, depth + 1, name)}`).join(', ')} }`;
    if (flat.length <= 70 && !flat.includes('\n')) return flat;
    const pad = '  '.repeat(depth + 1);
    return `{\n${entries.map(([name, inner]) => `${pad}${name}: ${literal(inner, depth + 1, name)}`).join('\n')}\n${'  '.repeat(depth)}}`;
  }
  if (typeof value === 'string' && ENUMS.has(field)) return value;
  return JSON.stringify(value) ?? 'null';
}

/**
 * The same from a shell: by the command line where that can say it (a preset with seed and number of candidates), else as a request with curl.
 * `server`: address of this platform.
 */
export function shellText({ preset, plan, input }: Launch, server: string): string {
  const own = 'HANDPICK_TOKEN=…';
  if (preset && plan.budget.seconds === preset.plan.budget.seconds) {
    const seed = plan.seed === preset.plan.seed ? '' : ` --seed ${plan.seed}`;
    const candidates = plan.budget.candidates === preset.plan.budget.candidates ? '' : ` --candidates ${plan.budget.candidates}`;
    return `${own} npm run search -- --preset ${preset.name}${seed}${candidates} --server ${server}`;
  }
  const body = JSON.stringify({ query: MUTATION.replace(/\s+/g, ' '), variables: { input } });
  return `${own}
curl ${server}/graphql \\
  -H 'content-type: application/json' -H "authorization: Bearer $HANDPICK_TOKEN" \\
  -d ${quoted(body)}`;
}

/** For a POSIX shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
