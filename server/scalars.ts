import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';

/** What the schema's scalars accept and give. */
export const scalars = {
  DateTime: new GraphQLScalarType<Date, string>({
    name: 'DateTime',
    serialize: (value) => new Date(value as Date | string).toISOString(),
    parseValue: (value) => parseDate(value),
    parseLiteral: (node) => parseDate('value' in node ? node.value : null),
  }),
  JSON: new GraphQLScalarType({
    name: 'JSON',
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  }),
  Cursor: new GraphQLScalarType<string, string>({
    name: 'Cursor',
    serialize: (value) => String(value),
    parseValue: (value) => parseCursor(value),
    parseLiteral: (node) => parseCursor(node.kind === Kind.STRING ? node.value : null),
  }),
  PositiveInt: new GraphQLScalarType<number, number>({
    name: 'PositiveInt',
    serialize: (value) => parsePositive(value),
    parseValue: (value) => parsePositive(value),
    parseLiteral: (node) => parsePositive(numberIn(node)),
  }),
  BigInt: new GraphQLScalarType<string, string>({
    name: 'BigInt',
    serialize: (value) => String(value),
    parseValue: (value) => parseBigInt(value),
    parseLiteral: (node) => parseBigInt(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : null),
  }),
};

function numberIn(node: ValueNode): number | null {
  return node.kind === Kind.INT ? Number(node.value) : null;
}

function parsePositive(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 2 ** 31 - 1) return value;
  throw invalid(value, 'an integer from 1 to 2147483647');
}

function parseDate(value: unknown): Date {
  const date = typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value) ? new Date(value) : null;
  if (date && !Number.isNaN(date.getTime())) return date;
  throw invalid(value, 'a moment with time zone, e.g. "2030-01-31T12:00:00Z"');
}

function parseCursor(value: unknown): string {
  if (typeof value === 'string' && value.length <= 1_000) return value;
  throw invalid(value, 'a cursor that a list or feed gave');
}

function parseBigInt(value: unknown): string {
  if (typeof value === 'string' && /^-?\d{1,1000}$/.test(value)) return value;
  throw invalid(value, 'an integer as a decimal string');
}

function invalid(value: unknown, allowed: string): GraphQLError {
  return new GraphQLError(`${JSON.stringify(value) ?? String(value)} is not allowed here: give ${allowed}`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
