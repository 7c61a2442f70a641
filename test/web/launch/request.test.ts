import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { launchOf } from '../../../web/launch/input.ts';
import { graphqlText, quoted, shellText } from '../../../web/launch/request.ts';
import { valuesOf } from '../../../web/launch/values.ts';
import { known, preset } from './known.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));

test('the GraphQL that is shown is valid, whatever was changed', () => {
  for (const name of ['tour', 'tour-vae', 'metaqnn-mnist']) {
    for (const change of [false, true]) {
      const values = valuesOf(preset(name), 'mnist-1');
      values.name = 'It\'s "quoted"\\ with a line';
      if (change) values.limits.filters = '8';
      if (change) values.plan.training.epochs = 2;
      expect(validate(schema, parse(graphqlText(launchOf(values, known).input)))).toEqual([]);
    }
  }
});

test('a preset is said on the command line, with what was changed of seed and budget', () => {
  const values = valuesOf(preset('tour'), 'mnist-1');
  const line = () => shellText(launchOf(values, known), 'http://localhost:4000');
  expect(line()).toBe('HANDPICK_TOKEN=… npm run search -- --preset tour --server http://localhost:4000');
  values.plan.seed = 5;
  values.plan.budget.candidates = 40;
  expect(line()).toBe('HANDPICK_TOKEN=… npm run search -- --preset tour --seed 5 --candidates 40 --server http://localhost:4000');
});

test('what the command line cannot say is a request with curl', () => {
  const values = valuesOf(preset('tour'), 'mnist-1');
  values.plan.training.epochs = 9;
  const text = shellText(launchOf(values, known), 'http://localhost:4000');
  expect(text).toContain('curl http://localhost:4000/graphql');
  const body = JSON.parse(execFileSync('sh', ['-c', `printf %s ${text.slice(text.indexOf("-d '") + 3)}`], { encoding: 'utf8' }));
  expect(body.variables.input.plan.training.epochs).toBe(9);
  expect(validate(schema, parse(body.query))).toEqual([]);
});

test('quotes survive a shell', () => {
  const text = `it's $HOME "and" \\ more`;
  expect(execFileSync('sh', ['-c', `printf %s ${quoted(text)}`], { encoding: 'utf8' })).toBe(text);
});
