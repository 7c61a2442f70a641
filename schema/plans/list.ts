import type { Architecture } from '../networks/architecture.ts';
import { NotationError, parseNotation, printNotation } from '../networks/notation.ts';
import type { DataShape, Problem, SpaceLimits } from '../spaces/limits.ts';
import { makeSpace } from '../spaces/make.ts';
import { NotAllowed } from '../spaces/space.ts';
import type { Plan } from './plan.ts';

const FIELD = 'plan.controller.networks';

/** More problems of single networks are not listed. */
const MOST_PROBLEMS = 20;

/** The networks of a LIST plan that was checked. @throws NotationError where it was not */
export function networksOf({ controller }: Pick<Plan, 'controller'>, { image }: DataShape): Architecture[] {
  return (controller.networks ?? []).map((notation) => parseNotation(notation, { input: image, padding: 'same' }));
}

/** What is wrong with the list itself: how long it is, and that only LIST has one. */
export function checkListLength({ controller, budget }: Plan): Problem[] {
  const count = controller.networks?.length ?? 0;
  if (controller.kind !== 'LIST')
    return count === 0
      ? []
      : [{ field: FIELD, message: `${count} networks; allowed: none for ${controller.kind}, only for LIST`, code: 'NOT_ALLOWED' }];
  if (count === 0) return [{ field: FIELD, message: 'the list is empty; allowed: at least one network', code: 'EMPTY' }];
  if (count === budget.candidates) return [];
  const message = `${budget.candidates}; allowed: ${count}, all networks of the list`;
  return [{ field: 'plan.budget.candidates', message, code: 'OUT_OF_RANGE' }];
}

/** Networks of a list that cannot be read, are not in the space, or appear twice. The limits have to be right for the data. */
export function checkListed(plan: Plan, limits: SpaceLimits, data: DataShape): Problem[] {
  if (plan.controller.kind !== 'LIST') return [];
  const space = makeSpace(limits, data);
  const problems: Problem[] = [];
  const places = new Map<string, number>();
  for (const [i, notation] of (plan.controller.networks ?? []).entries()) {
    if (problems.length === MOST_PROBLEMS) break;
    const field = `${FIELD}.${i}`;
    try {
      const architecture = parseNotation(notation, { input: data.image, padding: 'same' });
      space.walk(architecture);
      const printed = printNotation(architecture);
      const before = places.get(printed);
      if (before === undefined) places.set(printed, i);
      else problems.push({ field, message: `${printed} is network ${before} already; allowed: each network once`, code: 'NOT_ALLOWED' });
    } catch (error) {
      if (!(error instanceof NotationError || error instanceof NotAllowed)) throw error;
      problems.push({ field, message: `${JSON.stringify(notation.slice(0, 200))}: ${error.message}`, code: 'NOT_ALLOWED' });
    }
  }
  return problems;
}
