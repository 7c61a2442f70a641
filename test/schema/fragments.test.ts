import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  type FragmentDefinitionNode,
  getNamedType,
  isInputObjectType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { expect, it } from 'vitest';

const read = (folder: URL): string =>
  readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
const schema = buildSchema(read(new URL('../../schema/graphql/', import.meta.url)));
const fragments = new Map(
  parse(read(new URL('../../schema/fragments/', import.meta.url)))
    .definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
    .map((node) => [node.name.value, node]),
);

/** Every field that a selection asks for, with the fields above it: `controller.enas.updates`. */
function selected({ selections }: SelectionSetNode, above = ''): string[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return selected(fragments.get(node.name.value)!.selectionSet, above);
    if (node.kind === Kind.INLINE_FRAGMENT) return selected(node.selectionSet, above);
    const path = `${above}${node.name.value}`;
    return node.selectionSet ? selected(node.selectionSet, `${path}.`) : [path];
  });
}

/** Every field of a type, or of an input, with the fields above it. */
function declared(name: string, above = ''): string[] {
  const type = schema.getType(name);
  if (!isInputObjectType(type) && !isObjectType(type)) throw new Error(`${name} has no fields`);
  return Object.values(type.getFields()).flatMap((field: { name: string; type: Parameters<typeof getNamedType>[0] }) => {
    const inner = getNamedType(field.type)!;
    const path = `${above}${field.name}`;
    return isInputObjectType(inner) || isObjectType(inner) ? declared(inner.name, `${path}.`) : [path];
  });
}

it.each([
  ['PlanFields', 'PlanInput'],
  ['ControllerPlanFields', 'ControllerPlanInput'],
  ['TrainingPlanFields', 'TrainingPlanInput'],
])('%s asks for every field of %s: a setting that is read is given back', (fragment, input) => {
  const fields = declared(input);
  expect(fields.length).toBeGreaterThan(20);
  expect(selected(fragments.get(fragment)!.selectionSet)).toEqual(expect.arrayContaining(fields));
});

it.each([
  ['ControllerPlanFields', 'ControllerPlan'],
  ['TrainingPlanFields', 'TrainingPlan'],
])('%s asks for every field of %s: workers are told all of it', (fragment, type) => {
  expect(selected(fragments.get(fragment)!.selectionSet).sort()).toEqual(declared(type).sort());
});
