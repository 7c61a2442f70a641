/** What the resolvers of each type get as their parent. codegen.ts maps the types of the schema to these. */
import type { Actor } from './access/actor.ts';
import type { Page } from './connections.ts';
import type { Candidate, Choice, Event, Member, Search } from './database/entities.ts';

export type { ControllerPlan } from '../schema/plans/plan.ts';
export type { ComparedSearch } from './comparison/compare.ts';
export type {
  Annotation,
  ApiToken,
  Candidate,
  Choice,
  Dataset,
  DatasetImport,
  Event,
  Invitation,
  Job as RungResult,
  Lease,
  Member,
  Metric,
  Reward,
  Sample,
  Search,
  SearchChange,
  SearchSpace,
  Team,
  Trial,
  Worker,
} from './database/entities.ts';
export type { RankedCandidate, RankingComparison } from './rankings/compare.ts';
export type { QValues } from './values/service.ts';

/** Whoever is signed in. */
export type Viewer = Exclude<Actor, { kind: 'ANONYMOUS' }>;
export type CandidatePage = Page<Candidate>;
export type ChoicePage = Page<Choice>;
export type EventPage = Page<Event>;
export type MemberPage = Page<Member>;
export type SearchPage = Page<Search>;
