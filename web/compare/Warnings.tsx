'use client';
import { Alert } from '@mantine/core';
import type { CompareSearchesQuery } from '../lib/operations.generated.ts';
import classes from './compare.module.css';
import { differenceName, differenceText } from './notes.ts';

type Comparison = NonNullable<CompareSearchesQuery['compareSearches']>;

/** Why an order of these searches would be a lie, field by field; and what else to know. */
export function Warnings({ differences, notes }: { differences: Comparison['differences']; notes: readonly string[] }) {
  const breaking = differences.filter(({ breaks }) => breaks);
  const others = differences.filter(({ breaks }) => !breaks);
  return (
    <>
      {breaking.length > 0 && (
        <Alert color="red" role="alert" title="These searches cannot be compared" className={classes.alert}>
          Their rewards are not of the same thing, so which line is higher says nothing about the controllers. What differs:
          <ul className={classes.differences}>
            {breaking.map((each) => (
              <li key={each.field}>
                <strong>{differenceName(each.field)}</strong> {differenceText(each)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {(others.length > 0 || notes.length > 0) && (
        <ul className={classes.notes}>
          {others.map((each) => (
            <li key={each.field}>
              <strong>{differenceName(each.field)}</strong> {differenceText(each)}
            </li>
          ))}
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}
