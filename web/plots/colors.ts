'use client';
import { useComputedColorScheme } from '@mantine/core';

/** What a canvas has to be told, for it knows no CSS variables. */
export interface PlotColors {
  text: string;
  grid: string;
  surface: string;
  failed: string;
  /** In Okabe and Ito's order (2008): blue, orange, green, vermilion, purple, sky. Each has at least 3:1 against the surface. */
  series: readonly [string, string, string, string, string, string];
}

const light: PlotColors = {
  text: '#343a40',
  grid: '#e9ecef',
  surface: '#ffffff',
  failed: '#b42318',
  series: ['#0072b2', '#b36b00', '#00795a', '#c24f00', '#a8477f', '#1f7fb8'],
};

const dark: PlotColors = {
  text: '#c9c9c9',
  grid: '#383838',
  surface: '#242424',
  failed: '#ff8f85',
  series: ['#5cb3ee', '#e69f00', '#2cc295', '#ff8a4c', '#de8fbb', '#8fd0f5'],
};

/** Colours for the present scheme; light until the page is hydrated, as the server rendered it. */
export function usePlotColors(): PlotColors {
  return useComputedColorScheme('light', { getInitialValueInEffect: true }) === 'dark' ? dark : light;
}
