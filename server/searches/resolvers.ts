import type { TimeRange } from '../../schema/forecast/time-left.ts';
import type { Changeable, PlanChange } from '../../schema/plans/change.ts';
import { completeController } from '../../schema/plans/controller.ts';
import { completeTraining } from '../../schema/plans/plan.ts';
import { presets } from '../../schema/plans/presets/presets.ts';
import { spacePresets } from '../../schema/spaces/presets.ts';
import { type Context, member } from '../access/context.ts';
import { candidatesOf } from '../candidates/list.ts';
import { type Candidate, Dataset, Member, Search, SearchSpace, Team } from '../database/entities.ts';
import { badInput, refusals } from '../errors.ts';
import { devicesOf } from '../fleet/devices.ts';
import { globalId, parseId } from '../ids.ts';
import type { CandidateCounts, Resolvers, SearchDevice, SteerSearchInput } from '../resolvers.generated.ts';
import { changeSearch } from './change.ts';
import { changesIn } from './changes.ts';
import { secondsOf } from './clock.ts';
import { tallies } from './counts.ts';
import { createSearch } from './create.ts';
import { estimateSearch } from './estimate.ts';
import { importSearch } from './import.ts';
import { agreementOf, bestOf, candidateByNumber, pointsOf, searchesOf, tagsOf } from './service.ts';
import { pauseSearch, renameSearch, resumeSearch, retryFailed, type Steering, stopSearch } from './steer.ts';
import { timeLeftOf } from './time-left.ts';

const tally = ({ loaders, database }: Context, searchId: string) =>
  loaders.get<string, CandidateCounts>('Search.tally', (ids) => tallies(database, ids)).load(searchId);

const left = ({ loaders, database }: Context, search: Search) =>
  loaders
    .get<Search, TimeRange | null>(
      'Search.timeLeft',
      (searches) => Promise.all(searches.map((one) => timeLeftOf(database, one))),
      ({ id }) => id,
    )
    .load(search);

/** Steers the search under the member's name. */
async function steer(context: Context, { searchId }: SteerSearchInput, work: (who: Steering) => Promise<Search>) {
  return refusals(async () => {
    const id = parseId('Search', searchId)!;
    const { teamId } = await context.loaders.need(Search, id);
    const search = await work({ searchId: id, memberId: member(context, teamId)?.id ?? null });
    context.loaders.clear();
    return { search, userErrors: [] };
  });
}

/** Settings of a plan that may be none: there, null is a value. */
const TAKEN_OFF: ReadonlySet<string> = new Set<Changeable>(['patience', 'prediction']);

export const resolvers: Resolvers = {
  Search: {
    id: ({ id }) => globalId('Search', id),
    team: ({ teamId }, _, { loaders }) => loaders.need(Team, teamId),
    dataset: ({ datasetId }, _, { loaders }) => loaders.need(Dataset, datasetId),
    space: ({ spaceId }, _, { loaders }) => loaders.need(SearchSpace, spaceId),
    createdBy: ({ createdBy }, _, { loaders }) => (createdBy ? loaders.byId(Member, createdBy) : null),
    plan: ({ plan }) => ({ ...plan, controller: completeController(plan.controller), training: completeTraining(plan.training) }),
    seconds: (search) => secondsOf(search),
    secondsLeft: async (search, _, context) => (await left(context, search))?.seconds ?? null,
    timeLeft: (search, _, context) => left(context, search),
    counts: ({ id }, _, context) => tally(context, id),
    best: ({ id }, _, { loaders, database }) =>
      loaders.get<string, Candidate | null>('Search.best', (ids) => bestOf(database, ids)).load(id),
    candidate: ({ id }, { number }, { database }) => candidateByNumber(database, id, number),
    candidates: (search, args, context) => candidatesOf(context, search, args),
    points: async ({ id }, { after }, { database }) => {
      const points = await pointsOf(database, id, after ?? 0);
      return points.map((point) => ({ ...point, id: globalId('Candidate', point.id) }));
    },
    agreement: (search, _, { database }) => agreementOf(database, search),
    tags: ({ id }, _, { database }) => tagsOf(database, id),
    devices: ({ id }, _, { loaders, database }) =>
      loaders.get<string, SearchDevice[]>('Search.devices', (ids) => devicesOf(database, ids)).load(id),
    changes: ({ id }, _, context) => changesIn(context, id),
  },
  SearchChange: {
    by: ({ memberId }, _, { loaders }) => (memberId ? loaders.byId(Member, memberId) : null),
  },
  ControllerPlan: { networks: ({ networks }) => networks ?? [] },
  Team: {
    searches: ({ id }, args, { database }) => searchesOf(database, id, args, args.status ?? null),
  },
  Query: {
    search: async (_, { id }, { loaders }) => {
      const uuid = parseId('Search', id);
      return uuid ? loaders.byId(Search, uuid) : null;
    },
    presets: () =>
      presets.map((preset) => {
        const limits = spacePresets[preset.space];
        return { ...preset, limits, spaceKind: limits.kind };
      }),
    estimateSearch: (_, { input }, { database }) => {
      const teamId = parseId('Team', input.teamId);
      if (!teamId) throw badInput(`input.teamId: ${JSON.stringify(input.teamId)} is not the id of a team`);
      return estimateSearch(database, teamId, input);
    },
  },
  Mutation: {
    importSearch: (_, { input }, context) =>
      refusals(async () => {
        const teamId = parseId('Team', input.search.teamId)!;
        const search = await importSearch(context.database, teamId, member(context, teamId)?.id ?? null, input);
        return { search, userErrors: [] };
      }),
    createSearch: (_, { input }, context) =>
      refusals(async () => {
        const teamId = parseId('Team', input.teamId)!;
        const search = await createSearch(context.database, teamId, member(context, teamId)?.id ?? null, input);
        return { search, userErrors: [] };
      }),
    pauseSearch: (_, { input }, context) => steer(context, input, (who) => pauseSearch(context.database, who)),
    resumeSearch: (_, { input }, context) => steer(context, input, (who) => resumeSearch(context.database, who)),
    stopSearch: (_, { input }, context) => steer(context, input, (who) => stopSearch(context.database, who)),
    renameSearch: (_, { input }, context) => steer(context, input, (who) => renameSearch(context.database, who, input.name)),
    changeSearch: (_, { input: { searchId, ...given } }, context) => {
      const change = Object.fromEntries(
        Object.entries(given).filter(([field, value]) => value != null || TAKEN_OFF.has(field)),
      ) as PlanChange;
      return steer(context, { searchId }, (who) => changeSearch(context.database, who, change));
    },
    retryFailed: (_, { input }, context) => steer(context, input, (who) => retryFailed(context.database, who)),
  },
};
