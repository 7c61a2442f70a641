'use client';
import type { LossPlan } from '../../schema/plans/plan.ts';
import { formatValue } from '../plots/format.ts';
import classes from './launch.module.css';

/** What the chosen loss will do, with the numbers of this very search: `pixels` of an image (all channels) and the latent sizes of the space. */
export function LossHelp({ loss, pixels, latent }: { loss: LossPlan; pixels: number; latent: readonly number[] }) {
  if (loss.kind !== 'VANILLA' && loss.kind !== 'REFORMULATED') return null;
  const sizes = latent.filter((size) => size > 0);
  if (sizes.length === 0) return null;
  const smallest = Math.min(...sizes);
  const largest = Math.max(...sizes);
  const weight = (size: number) => times((loss.beta * pixels) / size);
  const range = smallest === largest ? weight(smallest) : `${weight(largest)} to ${weight(smallest)}`;
  const error = 1 / (2 * loss.errorDeviation ** 2);
  return (
    <div className={classes.help}>
      {loss.kind === 'VANILLA' ? (
        <>
          <p>
            The reconstruction is averaged over {pixels.toLocaleString('en')} pixels, the KL divergence over the latent size only. Measured
            by the evidence lower bound, which sums both, the KL divergence therefore counts <strong>{range} times</strong> (beta × pixels /
            latent size).
          </p>
          <p>
            At such a weight it pays to forget the image: every latent becomes standard noise, KL falls to 0, and all networks answer with
            the same grey average. That is the collapse of the thesis&apos;s table 9.3, and rewards of such networks say nothing. A beta
            near latent size / pixels, {formatValue(smallest / pixels)} for size {smallest}, undoes it.
          </p>
        </>
      ) : (
        <>
          <p>
            Takes the errors of an image&apos;s pixels as one distribution and asks it to be a Gaussian around 0 with standard deviation E.
            Up to a logarithm that is the squared error times 1 / (2 E²) = <strong>{times(error)}</strong>: an evidence lower bound whose
            decoder is as sure of each pixel as E says.
          </p>
          <p>
            The KL divergence still weighs {range} times what the bound gives it; the large factor on the error is what keeps it from
            winning. A smaller E makes reconstructions sharper and the latent space less like the noise from which images are generated; a
            larger E goes towards the collapse of the vanilla loss.
          </p>
        </>
      )}
    </div>
  );
}

function times(factor: number): string {
  return factor >= 100 ? Math.round(factor).toLocaleString('en') : formatValue(factor);
}
