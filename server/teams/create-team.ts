import { Team } from '../database/entities.ts';
import type { Transaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';

/** A team with its feed, and nobody in it yet. */
export async function createTeam(tx: Transaction, name: string): Promise<Team> {
  const id = newId();
  for (let number = 1; ; number++) {
    const slug = number === 1 ? toSlug(name) : `${toSlug(name)}-${number}`;
    const [team] = await tx.entities(
      Team,
      'INSERT INTO team (id, name, slug) VALUES ($1, $2, $3) ON CONFLICT (slug) DO NOTHING RETURNING *',
      [id, name, slug],
    );
    if (!team) continue;
    await tx.query('INSERT INTO feed (team_id) VALUES ($1)', [id]);
    return team;
  }
}

/** `Équipe n° 1` -> `equipe-n-1`; `team` where no letter is left. */
export function toSlug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'team'
  );
}
