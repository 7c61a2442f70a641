import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large a document may be. */
export const LIMITS = { tokens: 4_000, depth: 14, aliases: 50, fields: 2_000, cost: 100_000 };

/** What a list without `first` or `last` is taken to hold. */
const PLAIN_LIST = 5;

/** How large a document is, all fragments unfolded. */
export interface Size {
  depth: number;
  aliases: number;
  /** Fields selected. */
  fields: number;
  /** Fields of the answer at most: a page of n costs n times what one row does. */
  cost: number;
}

type Variables = Record<string, unknown>;

/**
 * The size of an operation that has passed validation (so that fragments have no cycles). Each fragment is looked at once for each type,
 * so fragments that unfold to a million fields cost no more to measure than to write.
 */
export function measure(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Size {
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const known = new Map<FragmentDefinitionNode, Size>();

  const ofSelections = (set: SelectionSetNode, type: GraphQLNamedType | undefined): Size => {
    let size: Size = { depth: 0, aliases: 0, fields: 0, cost: 0 };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) size = plus(size, ofField(selection, type));
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        size = plus(size, ofSelections(selection.selectionSet, on(selection.typeCondition?.name.value) ?? type));
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment) size = plus(size, ofFragment(fragment));
      }
    }
    return size;
  };
  const ofFragment = (fragment: FragmentDefinitionNode): Size => {
    const size = known.get(fragment) ?? ofSelections(fragment.selectionSet, on(fragment.typeCondition.name.value));
    known.set(fragment, size);
    return size;
  };
  const ofField = (field: FieldNode, parent: GraphQLNamedType | undefined): Size => {
    const type = (
      isObjectType(parent) || (isAbstractType(parent) && 'getFields' in parent) ? parent.getFields()[field.name.value] : undefined
    )?.type;
    const below = field.selectionSet
      ? ofSelections(field.selectionSet, type && getNamedType(type))
      : { depth: 0, aliases: 0, fields: 0, cost: 0 };
    const page = argument(field, 'first', variables) ?? argument(field, 'last', variables);
    const edges = parent?.name.endsWith('Connection') ?? false; // counted by the page around it
    const times = page ?? (type && isListType(getNullableType(type)) && !edges ? PLAIN_LIST : 1);
    return {
      depth: below.depth + 1,
      aliases: below.aliases + (field.alias ? 1 : 0),
      fields: below.fields + 1,
      cost: 1 + times * below.cost,
    };
  };
  const on = (name: string | undefined) => (name === undefined ? undefined : schema.getType(name));
  return ofSelections(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}

/** @throws QUERY_TOO_LARGE, naming the measure, its value and what is allowed */
export function refuseTooLarge(size: Size): void {
  for (const [name, limit] of Object.entries(LIMITS)) {
    const value = size[name as keyof Size];
    if (value > limit)
      throw new GraphQLError(`this document has ${name} ${value}; at most ${limit} are allowed: ask for less at a time`, {
        extensions: { code: 'QUERY_TOO_LARGE' },
      });
  }
}

function plus(one: Size, other: Size): Size {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    fields: one.fields + other.fields,
    cost: one.cost + other.cost,
  };
}

function argument(field: FieldNode, name: string, variables: Variables): number | null {
  const value = field.arguments?.find((node) => node.name.value === name)?.value;
  const number = value?.kind === Kind.INT ? Number(value.value) : value?.kind === Kind.VARIABLE ? variables[value.name.value] : null;
  return typeof number === 'number' && number >= 0 ? number : null;
}
