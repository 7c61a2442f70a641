import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { expect, it } from 'vitest';

const folder = new URL('../../schema/graphql/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
const schema = buildSchema(files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n'));

/** `Type`, `Type.field`, `Type.field(argument)`, `Enum.VALUE` with their descriptions. */
function* elements(): Generator<[string, string | null | undefined]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    yield [type.name, type.description];
    if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field.description];
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        yield [`${type.name}.${field.name}`, field.description];
        for (const argument of field.args) yield [`${type.name}.${field.name}(${argument.name})`, argument.description];
      }
    }
  }
}

it('describes every type, field, argument and value', () => {
  const all = [...elements()];
  expect(all.length).toBeGreaterThan(600);
  expect(all.filter(([, description]) => !description?.trim()).map(([name]) => name)).toEqual([]);
});

it('never describes a thing by its own name', () => {
  const words = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const empty = [...elements()].filter(([name, description]) => words(description ?? '') === words(name.split(/[.(]/).at(-1)!));
  expect(empty.map(([name]) => name)).toEqual([]);
});
