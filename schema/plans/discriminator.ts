import type { Chain, ImageShape } from '../networks/architecture.ts';
import { parseNotation } from '../networks/notation.ts';
import { networkShape } from '../networks/shapes.ts';

/**
 * Two wide convolutions with dropout, so that it is powerful (thesis 13.1) and yet not sure at once: one that is sure of everything gives a
 * generator nothing to follow.
 */
export const USUAL_DISCRIMINATOR = 'C(64,5,2), D(1,1), C(128,5,2), D(1,1)';

/**
 * The discriminator of a plan, one for all candidates of a search (thesis 13.1): "same" convolutions, and one logit after the layers that the
 * plan names; null for the usual ones.
 * @throws NotationError or ShapeError when they are none, or do not fit images of this shape
 */
export function discriminatorOf(layers: string | null, input: ImageShape): Chain {
  const chain = parseNotation(`${layers ?? USUAL_DISCRIMINATOR}, SM(1)`, { input, padding: 'same' }) as Chain;
  networkShape(chain);
  return chain;
}
