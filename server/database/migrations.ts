import { Initial1764000000000 } from '../../migrations/1-initial.ts';

/** In order. A migration's class name ends in the milliseconds at which it was written; TypeORM sorts by them. */
export const migrations = [Initial1764000000000];
