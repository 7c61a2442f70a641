'use client';
import { createFormContext } from '@mantine/form';
import { createContext, useContext } from 'react';
import type { Docs } from './docs.ts';
import type { LaunchValues } from './values.ts';

export const [LaunchFormProvider, useLaunchForm, useNewLaunchForm] = createFormContext<LaunchValues>();

const DocsContext = createContext<Docs>(new Map());
export const DocsProvider = DocsContext.Provider;

/** What the schema says of a field or choice; empty until it is there. */
export function useDocs(): (key: string) => string {
  const docs = useContext(DocsContext);
  return (key) => docs.get(key) ?? '';
}
