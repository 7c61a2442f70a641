import type uPlot from 'uplot';

/** Whole numbers of candidates; what they are is said below. */
export const CANDIDATE_AXIS = {
  size: 26,
  space: 60,
  incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000],
  label: 'candidate',
  labelSize: 14,
  labelGap: 0,
  labelFont: '11px system-ui, sans-serif',
} satisfies uPlot.Axis;

/** Width of the second axis with its label, in CSS pixels. */
export const EPSILON_AXIS = 48;
