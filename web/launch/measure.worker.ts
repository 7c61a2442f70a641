import { type MeasureRequest, measure } from './measure.ts';

/** A thread of its own: the largest network of the thesis's space takes a second to find, and typing must not wait for it. */
addEventListener('message', ({ data }: MessageEvent<MeasureRequest>) => {
  for (const answer of measure(data)) postMessage(answer);
});
