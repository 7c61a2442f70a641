import { Search } from '../database/entities.ts';
import { notAllowed, refuse, unknown } from '../errors.ts';
import { type NodeType, parseAnyId, parseId } from '../ids.ts';
import type { Role, UserError } from '../resolvers.generated.ts';
import { belongsTo, hasRole, requireSignedIn } from './actor.ts';
import type { Context } from './context.ts';
import { EVERYONE, teamOf } from './owners.ts';

/** Arguments as the client gave them, already checked by the schema. */
export type Args = Record<string, unknown>;

/** Null: go on. Otherwise why not, which becomes `userErrors`, a null, or a top-level error, as the field's type has it. */
export type Rule = (context: Context, args: Args) => Promise<UserError | null>;

/** Anybody, signed in or not. */
export const anyone: Rule = async () => null;

/** Any account or personal token. */
export const account: Rule = async ({ actor }) => {
  requireSignedIn(actor);
  return actor.kind === 'WORKER' ? refuse(null, 'a worker token may lease and report work, nothing else', 'FORBIDDEN') : null;
};

/** A worker's token, whatever its team. */
export const worker: Rule = async ({ actor }) => {
  requireSignedIn(actor);
  return actor.kind === 'WORKER' ? null : refuse(null, 'this needs a WORKER token', 'FORBIDDEN');
};

/** A member, with at least that role, of the team that the object at `path` belongs to. */
export function role(least: Role, type: NodeType, path: string): Rule {
  return async (context, args) => {
    requireSignedIn(context.actor);
    const id = at(args, path);
    const team = await visibleTeam(context, type, id);
    const field = path.replace(/^input\./, '');
    if (team === null) return unknown(field, String(id));
    if (team === EVERYONE || hasRole(context.actor, team, least)) return null;
    return refuse(null, `this needs the role ${least} in the team`, 'FORBIDDEN');
  };
}

/** Anybody who may see the object at `path`: members of its team, and the team's workers where `workers`. */
export function sees(type: NodeType, path: string, { workers = false } = {}): Rule {
  return async (context, args) => {
    requireSignedIn(context.actor);
    const id = at(args, path);
    const team = await visibleTeam(context, type, id);
    if (team === null) return unknown(path.replace(/^input\./, ''), String(id));
    return context.actor.kind === 'WORKER' && !workers
      ? refuse(null, 'a worker token may lease and report work, nothing else', 'FORBIDDEN')
      : null;
  };
}

/** Anybody who may see each of the searches at `path`, in one statement. More than `most` are not looked at: the resolver refuses them. */
export function seesSearches(path: string, most: number): Rule {
  return async (context, args) => {
    requireSignedIn(context.actor);
    if (context.actor.kind === 'WORKER') return refuse(null, 'a worker token may lease and report work, nothing else', 'FORBIDDEN');
    const ids = (at(args, path) as readonly string[]).slice(0, most);
    const searches = await Promise.all(ids.map((id) => context.loaders.byId(Search, parseId('Search', id))));
    const place = searches.findIndex((search) => !search || !belongsTo(context.actor, search.teamId));
    return place < 0 ? null : unknown(`${path}.${place}`, ids[place]!);
  };
}

/** A worker's token of the team that the object at `path` belongs to. */
export function workerOn(type: NodeType, path: string): Rule {
  return async (context, args) => (await worker(context, args)) ?? sees(type, path, { workers: true })(context, args);
}

/** Every rule holds; the first that does not, says why. */
export function all(...rules: Rule[]): Rule {
  return async (context, args) => {
    for (const rule of rules) {
      const refused = await rule(context, args);
      if (refused) return refused;
    }
    return null;
  };
}

/** The rule holds where the argument is given. */
export function given(path: string, rule: Rule): Rule {
  return async (context, args) => (at(args, path) == null ? null : rule(context, args));
}

/** An object of any type, by its global id; a worker sees leases, to ask again what it is working on. */
export function seesNode(path: string): Rule {
  return async (context, args) => {
    const parsed = parseAnyId(String(at(args, path)));
    requireSignedIn(context.actor);
    return parsed ? sees(parsed.type, path, { workers: parsed.type === 'Lease' })(context, args) : unknown(path, String(at(args, path)));
  };
}

/** The object's team when the actor may see the object, else null: what others have looks as if it did not exist. */
async function visibleTeam(context: Context, type: NodeType, id: unknown): Promise<string | null> {
  const uuid = typeof id === 'string' ? parseId(type, id) : null;
  if (uuid === null) return null;
  const team = await teamOf(context.database, type, uuid);
  return team !== null && (team === EVERYONE || belongsTo(context.actor, team)) ? team : null;
}

function at(args: Args, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Args | null | undefined)?.[key], args);
}

/** A top-level error for a refusal that a field's type cannot tell. */
export function asError(refused: UserError): Error {
  return notAllowed('FORBIDDEN', refused.message);
}
