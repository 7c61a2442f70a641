import { readFileSync } from 'node:fs';
import { buildSchema, graphql, isEnumType, print } from 'graphql';
import { expect, test } from 'vitest';
import { docsOf } from '../../../web/launch/docs.ts';
import { LaunchDescriptionsDocument, type LaunchDescriptionsQuery } from '../../../web/lib/operations.generated.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));

test('every field that the form shows is described by the schema, in the words of a form', async () => {
  const { data, errors } = await graphql({ schema, source: print(LaunchDescriptionsDocument) });
  expect(errors).toBeUndefined();
  const docs = docsOf(data as unknown as LaunchDescriptionsQuery);
  const sections = ['sections.tsx', 'ControllerSection.tsx']
    .map((file) => readFileSync(new URL(`../../../web/launch/${file}`, import.meta.url), 'utf8'))
    .join('\n');
  const used = [...sections.matchAll(/doc[:=] ?["']([a-zA-Z]+\.[A-Za-z_]+)["']/g)].map(([, key]) => key!);
  expect(used.length).toBeGreaterThan(40);
  expect(used.filter((key) => !docs.get(key))).toEqual([]);
  // names of fields and of choices are for programs; those that are names in the field stay
  const names = ['NAS', 'ENAS', 'PPO', 'REINFORCE', 'SGD', 'ReLU'];
  const choices = Object.values(schema.getTypeMap()).flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []));
  const codes = new RegExp(`\\b(null|[a-z]+[A-Z]\\w*|[a-z]+\\.[a-z]+|${choices.filter((name) => !names.includes(name)).join('|')})\\b|\``);
  expect([...docs].filter(([, text]) => codes.test(text))).toEqual([]);
  expect(docs.get('training.trainImages')).toBe(
    'Images of the train split that are used, or tokens of a text; empty for all. At most what the dataset has.',
  );
});
