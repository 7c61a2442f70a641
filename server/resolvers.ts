import { resolvers as annotations } from './annotations/resolvers.ts';
import { resolvers as candidates } from './candidates/resolvers.ts';
import { resolvers as comparison } from './comparison/resolvers.ts';
import { resolvers as datasets } from './datasets/resolvers.ts';
import { resolvers as enas } from './enas/resolvers.ts';
import { exportResolvers } from './exports/resolvers.ts';
import { feedResolvers } from './feed/resolvers.ts';
import { fileResolvers } from './files/resolvers.ts';
import { resolvers as fleet } from './fleet/resolvers.ts';
import { nodeResolvers } from './node.ts';
import { resolvers as predictions } from './predictions/resolvers.ts';
import { resolvers as rankings } from './rankings/resolvers.ts';
import type { Resolvers } from './resolvers.generated.ts';
import { resolvers as rungs } from './rungs/resolvers.ts';
import { resolvers as samples } from './samples/resolvers.ts';
import { resolvers as searches } from './searches/resolvers.ts';
import { resolvers as spaces } from './spaces/resolvers.ts';
import { teamResolvers } from './teams/resolvers.ts';
import { resolvers as trials } from './trials/resolvers.ts';
import { resolvers as values } from './values/resolvers.ts';

/** The resolvers of every noun. */
export const resolvers: Resolvers[] = [
  nodeResolvers,
  teamResolvers,
  feedResolvers,
  fileResolvers,
  datasets,
  spaces,
  searches,
  candidates,
  trials,
  samples,
  annotations,
  exportResolvers,
  rankings,
  comparison,
  predictions,
  rungs,
  enas,
  fleet,
  values,
];
