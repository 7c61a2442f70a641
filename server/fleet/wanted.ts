import type { Search } from '../database/entities.ts';

/** Whether work of the search goes on. */
export function isWanted({ status }: Pick<Search, 'status'>): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}
