import { feedResolvers } from './feed/resolvers.ts';
import { fileResolvers } from './files/resolvers.ts';
import { nodeResolvers } from './node.ts';
import type { Resolvers } from './resolvers.generated.ts';
import { teamResolvers } from './teams/resolvers.ts';

/** The resolvers of every noun. */
export const resolvers: Resolvers[] = [nodeResolvers, teamResolvers, feedResolvers, fileResolvers];
