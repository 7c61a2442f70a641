import type { DataSource } from '../database/data-source.ts';
import { File } from '../database/entities.ts';
import { transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import { newId } from '../ids.ts';
import type { CreateUploadInput, UploadType } from '../resolvers.generated.ts';
import { lockContent, UNNAMED_UNTIL } from './unwanted.ts';

const MEDIA_TYPE: Record<UploadType, string> = {
  PNG: 'image/png',
  CHECKPOINT: 'application/octet-stream',
  VECTORS: 'application/octet-stream',
  TEXTS: 'application/json',
};
const LARGEST: Record<UploadType, number> = { PNG: 64 * 2 ** 20, CHECKPOINT: 2 ** 30, VECTORS: 64 * 2 ** 20, TEXTS: 2 ** 20 };

/**
 * A place for bytes that are still to come; the one that is there when the team has stored the same content before. Other teams' files
 * are not looked at: that would tell whether they have some content.
 * @throws Refused
 */
export async function expectFile(database: DataSource, teamId: string, { size, sha256, mediaType }: CreateUploadInput): Promise<File> {
  if (size > LARGEST[mediaType])
    throw new Refused(refuse('size', `${size} bytes: at most ${LARGEST[mediaType]} are allowed for ${mediaType}`, 'TOO_LARGE'));
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new Refused(
      refuse('sha256', `${JSON.stringify(sha256.slice(0, 80))} is not a SHA-256: give 64 lower-case hexadecimal digits`, 'NOT_ALLOWED'),
    );
  return transaction(database, async (tx) => {
    await lockContent(tx, sha256);
    const [known] = await tx.entities(
      File,
      `UPDATE file SET asked_at = now() WHERE id = (
         SELECT id FROM file WHERE team_id = $1 AND sha256 = $2 AND media_type = $3 AND stored_at IS NOT NULL ORDER BY id LIMIT 1
       ) RETURNING *`,
      [teamId, sha256, MEDIA_TYPE[mediaType]],
    );
    if (known) return known;
    const [file] = await tx.entities(
      File,
      `INSERT INTO file (id, team_id, sha256, size, media_type, unwanted_after) VALUES ($1, $2, $3, $4, $5, ${UNNAMED_UNTIL}) RETURNING *`,
      [newId(), teamId, sha256, size, MEDIA_TYPE[mediaType]],
    );
    return file!;
  });
}
