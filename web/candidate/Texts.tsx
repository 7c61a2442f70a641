'use client';
import { useEffect, useState } from 'react';
import { fetchBytes } from '../lib/files.ts';
import type { SamplePartsFragment } from '../lib/operations.generated.ts';
import classes from './candidate.module.css';

/** Texts that a language model has written, one below the other. `first`: so many of them; default: all. */
export function Texts({ sample, number, first }: { sample: SamplePartsFragment; number: number; first?: number }) {
  const texts = useTexts(sample.url);
  if (texts instanceof Error) return <p className={classes.dim}>The texts cannot be had: {texts.message}</p>;
  return (
    <ol className={classes.texts} aria-label={`Candidate ${number}, epoch ${sample.epoch}: ${sample.count} texts that it has written`}>
      {(texts ?? []).slice(0, first).map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text is its place in the sample
        <li key={index}>{text}</li>
      ))}
    </ol>
  );
}

/** The texts at an address; null until they have come, an error when they cannot be had. */
function useTexts(url: string): string[] | Error | null {
  const [texts, setTexts] = useState<string[] | Error | null>(null);
  useEffect(() => {
    const control = new AbortController();
    setTexts(null);
    fetchBytes(url, control.signal)
      .then((bytes) => setTexts(JSON.parse(new TextDecoder().decode(bytes)) as string[]))
      .catch((problem: Error) => control.signal.aborted || setTexts(problem));
    return () => control.abort();
  }, [url]);
  return texts;
}
